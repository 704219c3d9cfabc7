"""City networks, Bangkok's part in them, meetings, participation, commitments."""

from .city_membership import CityMembership, CityRole
from .commitment import CLOSED, Commitment, CommitmentNote, Framework, Progress
from .meeting import Attendance, Meeting, MeetingCourse, MeetingKind, Participation, Point, PointKind
from .network import Fee, Membership, MembershipKind, Network, NetworkKind, NetworkStatus, Role, RoleState

__all__ = [
    "CLOSED",
    "Attendance",
    "CityMembership",
    "CityRole",
    "Commitment",
    "CommitmentNote",
    "Fee",
    "Framework",
    "Meeting",
    "MeetingCourse",
    "MeetingKind",
    "Membership",
    "MembershipKind",
    "Network",
    "NetworkKind",
    "NetworkStatus",
    "Participation",
    "Point",
    "PointKind",
    "Progress",
    "Role",
    "RoleState",
]
