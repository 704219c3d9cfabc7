"""What is asked about networks and meetings: days before the founding, a secretariat nowhere, numbers beside rows."""

import re

from django.utils.translation import gettext_lazy as _

from iad_portal.lib.dates.format import both_eras
from iad_portal.lib.dates.parse import THAI_DIGITS
from iad_portal.lib.desk.pickers import RowForm
from iad_portal.lib.desk.row_rules import is_named
from iad_portal.lib.desk.versions import VersionForm
from iad_portal.lib.intake.confirmation import Confirming
from networks.admin.listed_participants import ListsParticipants
from relations.models import Measure

_TYPED = re.compile(r"(?<![\d.,])(?P<number>\d{1,3})\s*(?:เมือง(?!หลวง)|cities\b)", re.I)
_TEXTS = ("note_th", "note_en", "title_th", "title_en")


def lies_before(day, founded) -> bool:
    """Whether `day` surely lies before `founded`; both may be known to the month or year only."""
    return bool(day and founded and day.last_day < founded.first_day)


class NetworkForm(VersionForm):
    """Asks for the city of a secretariat of which only the country is given."""

    def clean(self):
        cleaned = super().clean()
        names = ("secretariat_country", "secretariat_city", "secretariat_place_th")
        country, city, place = (self.cleaned_data.get(name) for name in names)
        if country and not city and not place and set(names) & set(self.changed_data):
            sentence = _("Only the country of the secretariat is given: in which city is it?")
            self.ask("secretariat_country", sentence, "no_city")
        return cleaned


class _AsksAboutJoining(Confirming):
    """Asks about a membership older than its network."""

    def clean(self):
        cleaned = super().clean()
        network = self.cleaned_data.get("network") or (is_named(self.instance, "network") and self.instance.network)
        joined, founded = self.cleaned_data.get("joined_on"), network.founded_on if network else None
        if "joined_on" in self.changed_data and lies_before(joined, founded):
            sentence = _("Joined on %(joined)s, before the network was founded (%(founded)s): are both right?")
            said = {"joined": both_eras(joined), "founded": both_eras(founded)}
            self.ask("joined_on", sentence % said, "before_founding")
        return cleaned


class MembershipRowForm(_AsksAboutJoining, RowForm):
    """A membership in the form of its network."""


class MembershipForm(_AsksAboutJoining, VersionForm):
    """A membership in a form of its own."""


class MeetingForm(ListsParticipants, VersionForm):
    """Asks about a meeting older than its network."""

    def clean(self):
        cleaned = super().clean()
        network, day = self.cleaned_data.get("network"), self.cleaned_data.get("starts_on")
        if network and {"network", "starts_on"} & set(self.changed_data) and lies_before(day, network.founded_on):
            sentence = _("The meeting was on %(day)s, before the network was founded (%(founded)s): are both right?")
            said = {"day": both_eras(day), "founded": both_eras(network.founded_on)}
            self.ask("starts_on", sentence % said, "before_founding", about=f"{day} {network.pk}")
        return cleaned


def ask_about_attendance(meeting, rows):
    """Ask about a number of cities in the meeting's texts or figures that is not the number of cities on the list."""
    cities = [row for row in rows if row.instance.city_id]
    texts = " ".join(getattr(meeting, name) or "" for name in _TEXTS)
    typed = {int(match["number"]) for match in _TYPED.finditer(texts.translate(THAI_DIGITS))}
    if meeting.pk:
        counted = meeting.figures.filter(measure=Measure.CITIES_ATTENDING).values_list("value", flat=True)
        typed |= {int(value) for value in counted}
    changed = [row for row in cities if row.has_changed()]
    wrong = sorted(typed - {len(cities)})
    if wrong and changed:
        sentence = _("%(typed)s cities are written of, and %(listed)s are on the list: is the list whole?")
        said = {"typed": ", ".join(map(str, wrong)), "listed": len(cities)}
        changed[-1].ask("city", sentence % said, "attendance", about=f"{wrong} {len(cities)}")
