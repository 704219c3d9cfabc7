"""Whatever two officers do to one meeting in whatever order: nothing is lost, and nothing is written over unasked."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from hypothesis import example, given, settings
from hypothesis import strategies as st

from networks.models import Meeting, Participation, Point
from tests import world

from .desk import as_sent, errors_of, officer
from .test_every_inline import Form

pytestmark = pytest.mark.django_db
TEXTS = ("theme_th", "venue_th")
ROWS = {Participation: "presented_th", Point: "text_th"}


class Window:
    """The meeting's form before one officer. `typed` is what the officer typed and has not saved."""

    def __init__(self, user, meeting, truth):
        self.client, self.meeting, self.truth = Client(), meeting, truth
        self.client.force_login(user)
        self.open()

    def open(self):
        self.form = Form(self.client, Meeting, self.meeting)
        self.base, self.typed, self.deleted = dict(self.truth), {}, set()

    def keys(self, kind):
        """The stored rows of `kind` in the form: key -> number of the row."""
        prefix = self.form.kinds[kind]
        rows = range(int(self.form.data[f"{prefix}-INITIAL_FORMS"]))
        return {self.form.data[f"{prefix}-{number}-id"]: number for number in rows}

    def type(self, place, word):
        name = TEXTS[place % 2]
        self.form.data[name] = self.typed[name] = word

    def change_row(self, place, word):
        kind = (Participation, Point)[place % 2]
        keys = sorted(self.keys(kind), key=int)
        if keys and (key := keys[place % len(keys)]) and (kind, key) not in self.deleted:
            self.form.change(kind, self.keys(kind)[key], **{ROWS[kind]: word})
            self.typed[kind, key] = word

    def add_row(self, _place, word):
        self.form.put(Point, {"kind": "topic", "text_th": word})
        self.typed["new", word] = word

    def delete_row(self, place, _word):
        kind = (Participation, Point)[place % 2]
        keys = sorted(self.keys(kind), key=int)
        if keys and (key := keys[place % len(keys)]):
            self.form.change(kind, self.keys(kind)[key], DELETE="on")
            self.deleted.add((kind, key))
            self.typed.pop((kind, key), None)

    def save(self, side):
        """Send the form; of what is asked choose `side` each time. Twice at most: nothing is asked again."""
        choices = {}
        for _attempt in range(2):
            answer = self.form.send()
            if answer.status_code == 302:
                self.check(choices)
                return
            assert answer.context["merge"].choices, errors_of(answer)
            self.form.data = as_sent(answer, Meeting)
            self.check_asked(answer.context["merge"].choices)
            for choice in answer.context["merge"].choices:
                choices[choice.name] = side
                self.form.data[choice.name] = getattr(choice, f"{side}_value")
        raise AssertionError(errors_of(answer))

    def check_asked(self, choices):
        """Asked is only what both changed; and the form still holds what was typed."""
        for choice in choices:
            place = self.place(choice.name)
            mine = self.typed.get(place, self.base.get(place)) if place not in self.deleted else None
            assert mine != self.base.get(place) and self.truth.get(place) != self.base.get(place)
        held = {value for value in self.form.data.values() if isinstance(value, str)}
        assert set(self.typed.values()) <= held

    def place(self, name):
        """What a choice is about, as `truth` calls it."""
        parts = name.split(":")[1:]
        if len(parts) == 1:
            return parts[0]
        return next((kind, parts[1]) for kind, prefix in self.form.kinds.items() if prefix == parts[0])

    def check(self, choices):
        """What stands now is what both did: mine where I changed alone or chose it, theirs everywhere else."""
        chosen = {self.place(name): side for name, side in choices.items()}
        expected = dict(self.truth)
        for place, word in self.typed.items():
            if self.truth.get(place) in (self.base.get(place), word) or chosen.get(place) == "mine":
                expected[place] = word
        for place in self.deleted:
            if self.truth.get(place) == self.base.get(place) or chosen.get(place) == "mine":
                expected.pop(place, None)
        stands = read(self.meeting)
        assert words(stands) == words(expected)
        self.truth.clear()
        self.truth.update(stands)
        self.open()


def read(meeting):
    """What is stored: text or row -> word."""
    meeting.refresh_from_db()
    found = {name: getattr(meeting, name) for name in TEXTS}
    for kind, text in ROWS.items():
        found |= {(kind, str(row.pk)): getattr(row, text) for row in kind.objects.filter(meeting=meeting)}
    return found


def words(truth):
    """The texts by name; of rows what stands in them, whatever their keys: one that is put back has a new one."""
    texts = {name: truth[name] for name in TEXTS}
    return texts, sorted(word for place, word in truth.items() if not isinstance(place, str))


ACTS = [Window.type, Window.change_row, Window.add_row, Window.delete_row]
STEP = st.tuples(st.integers(0, 1), st.sampled_from([*ACTS, *ACTS, "mine", "theirs"]), st.integers(0, 3))
BOTH = [(0, Window.type, 0), (1, Window.type, 0)]


@settings(max_examples=2)
@given(st.lists(STEP, min_size=3, max_size=6))
@example([*BOTH, (0, Window.change_row, 1), (1, Window.delete_row, 1), (0, "mine", 0), (1, "theirs", 0)])
@example([(0, Window.delete_row, 0), (1, Window.change_row, 0), (1, Window.add_row, 0), (0, "mine", 0), (1, "mine", 0)])
def test_nothing_taken_is_lost_and_nothing_is_written_over_unasked(steps):
    users = [User.objects.filter(username=name).first() or officer(name) for name in ("malee", "somchai")]
    meeting = world.meeting(theme_th="เดิม", venue_th="เดิม")
    for number in range(2):
        Participation.objects.create(meeting=meeting, city=world.city(), presented_th=f"เรื่อง {number}")
        Point.objects.create(meeting=meeting, kind="topic", text_th=f"ประเด็น {number}")
    truth = read(meeting)
    windows = [Window(user, meeting, truth) for user in users]
    for number, (of, act, place) in enumerate([*steps, (0, "mine", 0), (1, "theirs", 0)]):
        windows[of].save(act) if isinstance(act, str) else act(windows[of], place, f"คำที่ {number}")
