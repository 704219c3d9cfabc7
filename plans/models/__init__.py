"""Plans of every kind, and their projects."""

from .plan import OF_A_FISCAL_YEAR, Plan, PlanKind
from .project import Project, ProjectProgress

__all__ = ["OF_A_FISCAL_YEAR", "Plan", "PlanKind", "Project", "ProjectProgress"]
