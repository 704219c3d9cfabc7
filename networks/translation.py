"""Which texts of this app come in Thai and in English. History is kept of every one of its tables."""

from iad_portal.lib.records.translation import bilingual

from .models import (
    CityMembership,
    Commitment,
    CommitmentNote,
    Fee,
    Meeting,
    Membership,
    Network,
    Participation,
    Point,
    Role,
)

PUBLISHED = ("withdrawn_notice", "doubt")

bilingual(Network, "name", "aims", "founded_note", "secretariat_place", "note", *PUBLISHED)
bilingual(Membership, "note", "doubt")
bilingual(CityMembership, "note", "doubt")
bilingual(Role, "title", "holder", "doubt")
bilingual(Fee, "note", "doubt")
bilingual(Meeting, "title", "venue", "theme", "mission_group", "note", "course_note", *PUBLISHED, m2m=("chairs",))
bilingual(Point, "text")
bilingual(Participation, "body", "presented")
bilingual(Commitment, "title", "detail", "doubt", m2m=("agencies", "cities"))
bilingual(CommitmentNote, "text")
