"""Which texts of this app come in Thai and in English. History is kept of every one of its tables."""

from iad_portal.lib.records.translation import bilingual

from .models import Plan, Project, ProjectProgress

PUBLISHED = ("withdrawn_notice", "doubt")

bilingual(Plan, "title", "note", *PUBLISHED, m2m=("supersedes",))
bilingual(Project, "title", *PUBLISHED, m2m=("agencies", "cities"))
bilingual(ProjectProgress, "note", "doubt")
