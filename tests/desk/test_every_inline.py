"""Every form of the desk with every kind of row in it: never an error page, never a refusal without a reason.

ROWS and RECORDS hold what an officer types at least. A new kind of row, or of record, must find its line there.
"""

from copy import copy

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile

from iad_portal.office.models import Page
from networks.models import (
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
from news.models import Article, Correction, Newsletter, NewsletterItem, Video
from plans.models import Plan, Project, ProjectProgress
from relations.models import (
    Agency,
    Agreement,
    Alias,
    Citation,
    City,
    Country,
    Document,
    Embassy,
    Exchange,
    Figure,
    KeyRecipient,
    Person,
    Photo,
    Post,
    Signatory,
    YouthGroup,
)
from tests import world
from tests.boxes import BOXES_ALONE
from tests.lib.media.pictures import camera_jpeg

from .desk import as_sent, desk_url, errors_of, officer, signed_in

pytestmark = pytest.mark.django_db

# What is typed in the row `n` of each kind, all different in what no two rows may share.
ROWS = {
    Alias: lambda n: {"name": f"ชื่ออื่น {n}", "language": "th", "kind": "other_name"},
    Citation: lambda n: {"source": world.source().pk},
    CityMembership: lambda n: {
        "network": world.network().pk,
        "city": world.city().pk,
        "role": ("member", "officer")[n],
    },
    Commitment: lambda n: {"title_th": f"ข้อผูกพัน {n}", "framework": "both"},
    CommitmentNote: lambda n: {"noted_on": f"1/{n + 1}/2560", "state": "agreed"},
    Correction: lambda n: {"corrected_on": f"1/{n + 1}/2560", "text_th": "แก้ไข"},
    Document: lambda n: {"title_th": f"เอกสาร {n}"},
    Fee: lambda n: {"amount": "100", "currency": "USD", "fiscal_year": 2015 + n},
    Figure: lambda n: {"measure": "members", "qualifier": "exact", "value": f"{n + 1}"},
    Membership: lambda n: {"kind": "full", "joined_on": f"{2560 - n}", "left_on": f"{2560 - n}" if n else ""},
    NewsletterItem: lambda n: {"headline_th": f"หัวข้อ {n}", "page": n + 1},
    Participation: lambda n: {"city": world.city().pk},
    Photo: lambda n: {"alt_th": "ภาพ", "alt_en": "Photo", "image": picture()},
    Point: lambda n: {"kind": "topic", "text_th": f"ประเด็น {n}"},
    Post: lambda n: {
        "title_th": "เอกอัครราชทูต",
        "kind": "other",
        "person": world.person().pk,
        "as_of": "2560",
    },
    Project: lambda n: {"title_th": f"โครงการที่ {n}"},
    ProjectProgress: lambda n: {"percent": n},
    Role: lambda n: {"title_th": f"ประธาน {n}"},
    Signatory: lambda n: {"side": "partner", "person": world.person().pk},
    Video: lambda n: {"title_th": f"วีดิทัศน์ {n}", "address": f"https://youtu.be/x{n}"},
    YouthGroup: lambda n: {"city": world.city().pk, "year": 2015 + n, "direction": "out"},
}
# Of these the same row cannot stand twice.
ONCE = {Alias, Citation, CityMembership, Fee, Membership, Participation, Signatory, YouthGroup}
# Of these it is asked once whether the second is another one.
ASKED = {Commitment, Project}
TOLD = ONCE | ASKED
# Records with forms of their own, where they are deleted.
STAYING = {Project}

# What is typed in a new record of each kind; the rows of other kinds are added in the forms of their records.
RECORDS = {
    Agency: lambda: {"name_th": "สำนักใหม่", "slug": "new", "kind": "office"},
    Agreement: lambda: {"city": world.city().pk, "instrument": "mou"},
    Article: lambda: {"title_th": "ข่าวใหม่", "slug": "new"},
    City: lambda: {"name_th": "เมืองใหม่", "slug": "new", "country": world.country("HU").pk},
    Commitment: lambda: {"title_th": "ใหม่", "code": "new", "framework": "both", "meeting": world.meeting().pk},
    Country: lambda: {"iso": "FR", "iso3": "FRA", "name_th": "ฝรั่งเศส", "region": "europe"},
    Embassy: lambda: {"name_th": "สถานทูตใหม่", "country": world.country("HU").pk},
    Exchange: lambda: {"title_th": "การเยือนใหม่", "code": "new", "kind": "talks", "direction": "in"},
    KeyRecipient: lambda: {"name_th": "ผู้ได้รับใหม่"},
    Meeting: lambda: {"title_th": "การประชุมใหม่", "slug": "new", "kind": "leaders"},
    Network: lambda: {"name_th": "เครือข่ายใหม่", "slug": "new", "kind": "forum"},
    Newsletter: lambda: {"volume": 9, "number": 9, "slug": "new"},
    Page: lambda: {"title_th": "หน้าใหม่", "slug": "new"},
    Person: lambda: {"name_th": "คนใหม่", "slug": "new"},
    Plan: lambda: {"title_th": "แผนใหม่", "slug": "new", "kind": "strategy"},
    Post: lambda: {"title_th": "นายกเทศมนตรี", "kind": "leader", "person": world.person().pk, "as_of": "2560"},
    Project: lambda: {"title_th": "โครงการใหม่", "slug": "new"},
}
# Records that are made with another: each with a way to have one.
MADE_WITH_ANOTHER = {
    CityMembership: lambda: CityMembership.objects.create(network=world.network(), city=world.city()),
    Document: lambda: Document.objects.create(subject=world.city(), title_th="เอกสาร"),
    Fee: lambda: Fee.objects.create(network=world.network(), amount=1, currency="USD"),
    Figure: lambda: world.figure(world.city()),
    Membership: lambda: world.network().memberships.get(),
    ProjectProgress: lambda: ProjectProgress.objects.create(project=world.project(), percent=1),
    Role: lambda: Role.objects.create(network=world.network(), title_th="ประธาน"),
    YouthGroup: lambda: YouthGroup.objects.create(
        exchange=world.exchange(world.city()), city=world.city(), year=2010, direction="in"
    ),
}
# An officer's account has one row at most: tests/desk/test_groups.py.
WITH_ROWS = [model for model, desk in admin.site._registry.items() if desk.inlines and model is not User]
every_form = pytest.mark.parametrize("model", WITH_ROWS, ids=lambda model: model.__name__)


@pytest.fixture(autouse=True)
def media(settings):
    """Uploads stay in memory."""
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}


def picture():
    return SimpleUploadedFile("a.jpg", camera_jpeg(), "image/jpeg")


def new_files(kind) -> dict:
    """What must be chosen for each row of `kind` by itself."""
    return {"image": picture()} if kind is Photo else {}


def blank_row(formset) -> dict:
    """What a new row holds before anything is typed in it."""
    form = formset.empty_form
    values = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in values.items() if value not in (None, "", [])}


class Form:
    """The form of a record as an officer has it open: of `record`, or of a new one of `model`."""

    def __init__(self, client, model, record=None):
        self.client, self.url = client, desk_url(model, "change", record.pk) if record else desk_url(model, "add")
        page = client.get(self.url, **BOXES_ALONE)
        self.untouched = as_sent(page, model)
        self.data = dict(self.untouched)
        formsets = [inline.formset for inline in page.context["inline_admin_formsets"]]
        self.kinds = {formset.model: formset.prefix for formset in formsets}
        self.blank = {formset.model: blank_row(formset) for formset in formsets}
        self.own_key = {formset.model: getattr(getattr(formset, "fk", None), "name", None) for formset in formsets}

    def afresh(self):
        """The same form before anything was typed: what was refused since has changed nothing."""
        form = copy(self)
        form.data = dict(self.untouched)
        return form

    def put(self, kind, *rows):
        """Type `rows` under the rows of `kind` that are there."""
        count = f"{self.kinds[kind]}-TOTAL_FORMS"
        for row in rows:
            row = {name: value for name, value in row.items() if name != self.own_key[kind]}
            self.change(kind, int(self.data[count]), **self.blank[kind] | row)
            self.data[count] = int(self.data[count]) + 1

    def change(self, kind, number, /, **typed):
        self.data |= {f"{self.kinds[kind]}-{number}-{name}": value for name, value in typed.items()}

    def row(self, kind, number) -> dict:
        """What stands in a row, but for the keys that tie it to its record."""
        start, typed = f"{self.kinds[kind]}-{number}-", ROWS[kind](0).keys() - {self.own_key[kind]}
        row = {name.removeprefix(start): value for name, value in self.data.items() if name.startswith(start)}
        return {name: value for name, value in row.items() if name in typed}

    def by_key(self, kind) -> dict:
        """The rows of `kind` that are stored: key -> what stands in them."""
        prefix = self.kinds[kind]
        rows = range(int(self.data[f"{prefix}-INITIAL_FORMS"]))
        return {self.data[f"{prefix}-{number}-id"]: self.row(kind, number) for number in rows}

    def send(self):
        return self.client.post(self.url, self.data, **BOXES_ALONE)


def saved(form):
    """`form` is sent, and taken."""
    answer = form.send()
    assert answer.status_code == 302, errors_of(answer)


def put_twice(form) -> None:
    """Type the same row twice under the rows of each kind."""
    for kind in form.kinds:
        row = ROWS[kind](0)
        form.put(kind, row, row | new_files(kind))


def record_with_rows(client, model):
    """A record of `model` with two rows of each kind in its form. Of a new one the same row twice is told first."""
    record = MADE_WITH_ANOTHER[model]() if model in MADE_WITH_ANOTHER else None
    form = Form(client, model, record)
    if record is None:
        form.untouched |= RECORDS[model]()
        form = form.afresh()
        if TOLD & set(form.kinds):
            put_twice(form)
            assert_told_beside_the_second(form)
            form = form.afresh()
    before = set(model.objects.values_list("pk", flat=True))
    for kind in form.kinds:
        form.put(kind, ROWS[kind](0), ROWS[kind](1))
    saved(form)
    return record or model.objects.exclude(pk__in=before).order_by("-pk").first()


def assert_told_beside_the_second(form) -> None:
    """What cannot stand twice is refused, in the last row of its kind and nowhere else; all else is taken."""
    answer = form.send()
    if not TOLD & set(form.kinds):
        assert answer.status_code == 302, errors_of(answer)
        return
    assert answer.status_code == 200
    for inline in answer.context["inline_admin_formsets"]:
        *others, last = [bool(errors) for errors in inline.formset.errors]
        assert not any(others) and last == (inline.formset.model in TOLD), (inline.formset.model, inline.formset.errors)
        assert not inline.formset.non_form_errors()
    assert all(any("ก" <= letter <= "๛" for letter in sentence) for sentence in errors_of(answer)), errors_of(answer)


def told(answer) -> list[str]:
    """What is said over the rows."""
    return [
        str(text) for inline in answer.context["inline_admin_formsets"] for text in inline.formset.non_form_errors()
    ]


def save_again(form, answer, record) -> None:
    """Send what the form shows after `answer`; it is taken now."""
    again = form.client.post(form.url, as_sent(answer, type(record)))
    assert again.status_code == 302, errors_of(again)


def assert_rows_that_are_gone_hold_up_no_form(mine, record) -> None:
    """While `mine` lies open with two rows of each kind the first goes; the second is saved when it is sent.

    Untouched, the form counts nothing as changed by its officer: nothing is asked.
    """
    for kind in mine.kinds:
        kind.objects.get(pk=mine.data[f"{mine.kinds[kind]}-0-id"]).delete()
    saved(mine)
    left = Form(mine.client, type(record), record)
    assert {kind: left.by_key(kind) for kind in left.kinds} == {
        kind: dict([list(mine.by_key(kind).items())[1]]) for kind in left.kinds
    }


def test_every_kind_of_row_and_record_is_tried():
    """A new one fails here until it has its line in the tables above."""
    kinds = {inline.model for model in WITH_ROWS for inline in admin.site._registry[model].inlines}
    assert kinds == set(ROWS) and set(WITH_ROWS) == set(RECORDS) | set(MADE_WITH_ANOTHER)


@every_form
def test_a_record_comes_in_with_its_rows_and_each_is_judged_as_it_will_stand(model):
    """Every kind of child with a parent that has no key yet, and with one that is stored. The same row twice; taken out
    and put in again; two that change places: each in one save. Then a colleague deletes some.

    One record for all of it: to make it is most of the time.
    """
    client = signed_in()
    record = record_with_rows(client, model)

    again = Form(client, model, record)
    for kind in again.kinds:
        again.put(kind, again.row(kind, 0) | new_files(kind))
    assert_told_beside_the_second(again)

    anew = again.afresh() if TOLD & set(again.kinds) else Form(client, model, record)
    for kind in anew.kinds.keys() - STAYING:
        anew.put(kind, anew.row(kind, 0) | new_files(kind))
        anew.change(kind, 0, DELETE="on")
    saved(anew)

    changed = Form(client, model, record)
    for kind in changed.kinds:
        first, second = changed.row(kind, 0), changed.row(kind, 1)
        changed.change(kind, 0, **second)
        changed.change(kind, 1, **first)
    saved(changed)
    stands = Form(client, model, record)
    assert {kind: stands.by_key(kind) for kind in ONCE & set(stands.kinds)} == {
        kind: changed.by_key(kind) for kind in ONCE & set(stands.kinds)
    }
    assert_rows_that_are_gone_hold_up_no_form(stands, record)


def test_the_row_from_which_new_ones_are_copied_is_made_once_and_no_stored_one(rf):
    city = world.city()
    Figure.objects.create(subject=city, measure="population", value=5)
    request = rf.get("/")
    request.user = officer()
    for rows in admin.site.get_model_admin(City).get_inline_instances(request):
        formset = rows.get_formset(request)(instance=city)
        assert formset.empty_form is formset.empty_form
        assert "__prefix__" in formset.empty_form.prefix and not formset.empty_form.instance.pk
