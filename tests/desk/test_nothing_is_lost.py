"""Whatever two officers do to one meeting, deleting it and bringing it back among it: what the desk took is there."""

import json

import pytest
from django.contrib.auth.models import User
from hypothesis import example, given, settings
from hypothesis import strategies as st

from iad_portal.office.models import BinnedRecord, KeptForm
from networks.models import Meeting, Participation, Point
from tests import world

from .desk import desk_url, officer
from .test_autosave import autosave, key_of
from .test_merging_never_loses import Window, read, words

pytestmark = pytest.mark.django_db


class Officer(Window):
    """A window that also keeps what is typed, deletes the meeting and brings it back.

    `promised`: key of a kept form -> the words that the desk said it has kept.
    """

    def __init__(self, user, meeting, truth):
        self.user, self.promised = user, {}
        super().__init__(user, meeting, truth)

    def autosave(self, _place, _word):
        assert autosave(self.form).status_code == 200
        self.promised[key_of(self.form)] = set(self.typed.values())

    def save(self, side):
        if is_there(self.meeting):
            mine = key_of(self.form)
            super().save(side)
            self.promised.pop(mine, None)
        else:
            self.save_what_is_gone()

    def save_what_is_gone(self):
        """Nothing is saved: the desk leads to a form that shows what was typed, and keeps it."""
        answer = self.form.send()
        key = answer["Location"].partition("kept=")[2]
        self.promised.pop(key_of(self.form), None)
        self.promised[key] = set(self.typed.values())

    def delete(self, _place, _word):
        if is_there(self.meeting):
            address = desk_url(Meeting, "delete", self.meeting.pk)
            assert self.client.post(address, {"post": "yes"}).status_code == 302

    def bring_back(self, _place, _word):
        for entry in BinnedRecord.objects.all():
            assert self.client.post(f"/admin/bin/{entry.pk}/").status_code == 302

    def check_kept(self):
        """Every word that was said to be kept stands in the copy that was made of its form."""
        for key, promised in self.promised.items():
            boxes = json.loads(KeptForm.objects.get(pk=key, officer=self.user).boxes)
            assert promised <= {value for _name, values in boxes for value in values}


def is_there(meeting):
    return Meeting.objects.filter(pk=meeting.pk).exists()


ACTS = [Officer.type, Officer.change_row, Officer.add_row, Officer.delete_row, Officer.autosave, Officer.autosave,
        Officer.delete, Officer.bring_back, Officer.bring_back, "mine", "theirs"]  # fmt: skip
STEP = st.tuples(st.integers(0, 1), st.sampled_from(ACTS), st.integers(0, 3))
TYPED = [(0, Officer.type, 0), (0, Officer.change_row, 1), (0, Officer.add_row, 0)]
GONE = (1, Officer.delete, 0)
BACK = (1, Officer.bring_back, 0)


@settings(max_examples=3)
@given(st.lists(STEP, min_size=4, max_size=8))
@example([*TYPED, GONE, (0, Officer.autosave, 0), BACK, (0, "mine", 0)])
@example([*TYPED, (0, Officer.autosave, 0), GONE, (0, "mine", 0), BACK])
@example([(0, Officer.type, 0), (1, Officer.type, 0), (1, "mine", 0), GONE, BACK, (0, "theirs", 0)])
@example([(0, Officer.delete_row, 1), (1, Officer.change_row, 1), (1, "mine", 0), GONE, BACK, (0, "mine", 0)])
def test_what_was_taken_is_there(steps):
    users = [User.objects.filter(username=name).first() or officer(name) for name in ("malee", "somchai")]
    BinnedRecord.objects.all().delete()
    meeting = world.meeting(theme_th="เดิม", venue_th="เดิม")
    for number in range(2):
        Participation.objects.create(meeting=meeting, city=world.city(), presented_th=f"เรื่อง {number}")
        Point.objects.create(meeting=meeting, kind="topic", text_th=f"ประเด็น {number}")
    truth = read(meeting)
    windows = [Officer(user, meeting, truth) for user in users]
    for number, (of, act, place) in enumerate([*steps, (0, Officer.bring_back, 0)]):
        windows[of].save(act) if isinstance(act, str) else act(windows[of], place, f"คำที่ {number}")
        for window in windows:
            window.check_kept()
        assert not is_there(meeting) or words(read(meeting)) == words(truth)
    assert is_there(meeting)
