"""Whatever officers do in whatever order, a value that the desk said it had kept or saved is there."""

import pytest
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.test import Client
from hypothesis import example, given, settings
from hypothesis import strategies as st

from iad_portal.lib.desk.autosave import copies_of
from iad_portal.lib.desk.kept_forms import brought_back
from iad_portal.office.models import KeptForm
from relations.models import Source
from tests import world

from .desk import as_sent, officer, untouched
from .test_autosave import DISCARD, autosave
from .test_every_inline import Form

pytestmark = pytest.mark.django_db
BOX = "publisher_th"


class Window:
    """The form of one record, open before an officer: what is typed, and how it is sent."""

    def __init__(self, client, user, record, promised):
        self.client, self.user, self.record, self.promised = client, user, record, promised
        self.open()

    def open(self):
        self.client.force_login(self.user)
        self.form = Form(self.client, Source, self.record)

    def promise(self, mark):
        """The desk has said that what is typed is kept under `mark`; of the same copy it said so before."""
        if self.mark in self.promised[self.user] and self.mark.partition("@")[0] == mark.partition("@")[0]:
            del self.promised[self.user][self.mark]
        self.promised[self.user][mark] = self.form.data[BOX]

    @property
    def mark(self):
        return self.form.data["kept_as"]

    def type(self, word):
        self.form.data[BOX] = word

    def autosave(self, _word):
        before = self.mark
        answer = autosave(self.form)
        self.form.data["kept_as"] = before
        self.promise(answer.json()["kept_as"])
        self.form.data["kept_as"] = answer.json()["kept_as"]

    def session_ends(self, _word):
        Session.objects.all().delete()

    def save(self, _word, **more):
        """Taken; or refused, as the date cannot be or somebody else saved meanwhile: then the form is shown again."""
        self.client.force_login(self.user)
        answer = self.client.post(self.form.url, self.form.data | more)
        if answer.status_code == 302:
            self.record.refresh_from_db()
            assert self.record.publisher_th == self.form.data[BOX]
            self.promised[self.user].pop(self.mark, None)
            self.open()
        else:
            sent = as_sent(answer, Source)
            self.promise(sent["kept_as"])
            self.form.data = sent

    def save_refused(self, word):
        self.save(word, dated_on="31/2/2563")
        self.form.data["dated_on"] = ""

    def discard(self, _word):
        self.client.force_login(self.user)
        self.client.post(DISCARD, {"kept": self.mark})
        self.promised[self.user].pop(self.mark, None)

    def open_anew(self, _word):
        """What was typed and not kept is gone; nothing else."""
        self.open()

    def bring_back(self, _word):
        """The oldest copy on offer."""
        self.open()
        for copy in copies_of(self.user)[-1:]:
            self.form.data = untouched(self.client, copy.url, Source)

    def check(self):
        kept = {copy.mark: brought_back(str(copy.key), self.user, self.form.url)[BOX] for copy in copies_of(self.user)}
        assert kept == self.promised[self.user]


ACTS = [Window.type, Window.autosave, Window.save, Window.save_refused, Window.discard, Window.open_anew,
        Window.bring_back, Window.session_ends]  # fmt: skip
# Two windows that show the same copy: one types on, and then the other does something.
FROM_ONE_COPY = [(0, Window.type), (0, Window.autosave), (1, Window.bring_back), (1, Window.type), (1, Window.autosave)]
STEPS = st.lists(st.tuples(st.integers(0, 2), st.sampled_from(ACTS)), max_size=10)


@settings(max_examples=8)
@given(STEPS)
@example([(0, Window.autosave), (2, Window.save), (0, Window.save), (0, Window.open_anew), (1, Window.bring_back)])
@example([*FROM_ONE_COPY, (0, Window.type), (0, Window.autosave)])
@example([*FROM_ONE_COPY, (0, Window.save)])
@example([*FROM_ONE_COPY, (0, Window.discard)])
def test_what_was_promised_is_there(steps):
    """Two windows of one officer and one of another, all at one record."""
    KeptForm.objects.all().delete()
    users = officers()
    record = world.source()
    promised = {user: {} for user in users}
    windows = [Window(Client(), user, record, promised) for user in (users[0], users[0], users[1])]
    for number, (of, act) in enumerate(steps):
        act(windows[of], f"ผู้เผยแพร่ {number}")
        for window in windows:
            window.check()


def officers():
    """The two, made once for all examples."""
    return [User.objects.filter(username=name).first() or officer(name) for name in ("somchai", "malee")]
