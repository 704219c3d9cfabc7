"""Who may do what on the desk, by which way: one table of roles and actions, and one of addresses.

Every action is tried by what is sent, not by what a form offers: the boxes of a superuser's form, with something typed
in them, are sent by each role. A new kind of record, or a new address under /admin/, fails here until it has its row.
"""

import json

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.contrib.redirects.models import Redirect
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client

from iad_portal.lib.desk.kept_forms import mark_of
from iad_portal.office.groups import (
    ADMINISTRATORS,
    CONTACTS,
    EDITORS,
    OFFICERS,
    PUBLISHERS,
    TRANSLATORS,
)
from iad_portal.office.models import KeptForm, Preview, SiteNotice
from networks.models import Commitment, CommitmentNote
from news.models import Article, Correction
from relations.models import Agency, AgencyContact, City, Country, KeptUpload, Person
from tests import world
from tests.boxes import BOXES_ALONE
from tests.desk.test_status import act
from tests.lib.media.pictures import encoded

from .desk import desk_url, signed_in, untouched

pytestmark = pytest.mark.django_db
T, E, P, A, C, O, S = TRANSLATORS, EDITORS, PUBLISHERS, ADMINISTRATORS, CONTACTS, OFFICERS, ""  # noqa: E741
ROLES = [T, E, P, A, C, O, S]
LETTING_OUT = {P, A, O, S}
WRITING = {E, *LETTING_OUT}
ACCOUNTS = {A, S}
EVERYBODY = set(ROLES)

# Kinds of records: (who adds, who changes, who deletes one that readers see, who deletes a draft or what they do not).
WITH_A_STATE = (WRITING, WRITING | {T}, LETTING_OUT, WRITING)
PUBLIC_AT_ONCE = (WRITING, WRITING | {T}, LETTING_OUT, WRITING)
WITHOUT_TEXTS = (WRITING, WRITING, LETTING_OUT, WRITING)
OF_ANOTHER = (set(), WRITING | {T}, LETTING_OUT, WRITING)
OF_ANOTHER_WITHOUT_TEXTS = (set(), WRITING, LETTING_OUT, WRITING)
KINDS = {
    **dict.fromkeys(
        ["agreement", "article", "city", "embassy", "exchange", "meeting", "network", "newsletter", "page", "plan",
         "project"], WITH_A_STATE,
    ),
    **dict.fromkeys(["agency", "country", "keyrecipient", "post", "presscontact", "sitenotice"], PUBLIC_AT_ONCE),
    "commitment": (WRITING, WRITING | {T, C}, LETTING_OUT, WRITING),
    **dict.fromkeys(["person", "source"], (WRITING, WRITING | {T}, LETTING_OUT, WRITING)),
    **dict.fromkeys(["shelflife", "datalicence"], WITHOUT_TEXTS),
    "spelling": (WRITING, WRITING, WRITING, WRITING),
    "message": (set(), WRITING, WRITING, WRITING),
    "redirect": (LETTING_OUT,) * 4,
    **dict.fromkeys(
        ["citymembership", "document", "fee", "figure", "membership", "photo", "projectprogress", "role",
         "youthgroup"], OF_ANOTHER
    ),
    "alias": OF_ANOTHER_WITHOUT_TEXTS,
    **dict.fromkeys(["difference", "outerlink"], (set(), WRITING, set(), set())),
    "revision": (set(),) * 4,
    "subscriber": (set(), LETTING_OUT, LETTING_OUT, LETTING_OUT),
    "user": (ACCOUNTS,) * 4,
    "group": ({S},) * 4,
}  # fmt: skip
# Who sees a kind in its list, where it is not everybody but the agency contacts.
SEEN = {"commitment": EVERYBODY, "subscriber": LETTING_OUT, "user": ACCOUNTS, "group": ACCOUNTS}
# Of the addresses that are no record's: who gets an answer to a visit (all others are refused or sent elsewhere).
ADDRESSES = {
    "index": EVERYBODY, "login": set(), "logout": set(), "password_change": EVERYBODY,
    "password_change_done": EVERYBODY, "autocomplete": set(), "jsi18n": EVERYBODY, "view_on_site": set(),
    "app_list": EVERYBODY, "help": EVERYBODY, "links": EVERYBODY,
    "confirm": LETTING_OUT, "preview": set(), "keep": set(), "review": set(), "discard": set(),
    "bin": WRITING, "binned": set(), "forget": set(),
    "present": set(), "reviews": EVERYBODY, "find": EVERYBODY, "upload": set(), "kept_picture": set(),
    "account": EVERYBODY, "account_codes": set(), "account_remove": set(), "account_end": set(),
    "account_alerts": set(), "account_calendar": set(), "account_calendar_end": set(), "account_app": EVERYBODY,
    "account_passkey": EVERYBODY, "second_factor": set(), "passkey": set(),
    "forgotten": EVERYBODY, "enter": set()}  # fmt: skip


def everybody() -> dict[str, Client]:
    """A browser for each role, an officer of which has signed in; the agency contact is of the agency `theirs`."""
    clients = {role: signed_in(f"o{number}", group=role) for number, role in enumerate(ROLES)}
    contact = User.objects.get(groups__name=CONTACTS)
    AgencyContact.objects.create(user=contact, agency=world.agency("theirs"))
    return clients


def user_of(client: Client) -> User:
    return User.objects.get(pk=client.session["_auth_user_id"])


def asked(rf, client: Client):
    request = rf.get("/admin/")
    request.user = user_of(client)
    return request


def test_every_kind_and_every_address_has_its_row():
    """A new model on the desk, or a new address under /admin/, fails here."""
    assert set(KINDS) == {model._meta.model_name for model in admin.site._registry}
    of_models = {f"{m._meta.app_label}_{m._meta.model_name}" for m in admin.site._registry}
    names = {url.name for url in admin.site.get_urls() if getattr(url, "name", None)}
    assert {name for name in names if name.rpartition("_")[0] not in of_models} == set(ADDRESSES)


def test_who_may_do_what_with_each_kind(rf):
    """View, add, and change at all; the records themselves are asked about below."""
    for role, client in everybody().items():
        request = asked(rf, client)
        for model, desk in admin.site._registry.items():
            kind = model._meta.model_name
            adding, changing, *_deleting = KINDS[kind]
            assert desk.has_add_permission(request) == (role in adding), (role, kind)
            assert desk.has_change_permission(request) == (role in changing), (role, kind)
            assert desk.has_view_permission(request) == (role in SEEN.get(kind, EVERYBODY - {C})), (role, kind)


def records():
    """A public one and a draft: of a record with a state, of a part with a form of its own, of one without a state."""
    public, draft = world.city("public"), world.city("draft", status="draft")
    yield City, public, draft
    yield type(world.figure(public)), world.figure(public), world.figure(draft)
    yield Country, world.country("HU"), None


def test_what_is_public_is_deleted_by_those_who_let_out(rf):
    """A record with a page by administrators alone: others withdraw it."""
    clients = everybody()
    for model, public, draft in records():
        _adding, _changing, of_public, of_draft = KINDS[model._meta.model_name]
        for role, client in clients.items():
            desk, request = admin.site._registry[model], asked(rf, client)
            may = ACCOUNTS if model is City else of_public
            assert desk.has_delete_permission(request, public) == (role in may), (role, model)
            if draft:
                assert desk.has_delete_permission(request, draft) == (role in of_draft), (role, model)


def address(name: str) -> str:
    fixed = {"app_list": "/admin/news/", "index": "/admin/", "view_on_site": "/admin/r/1/1/"}
    fixed |= {"binned": "/admin/bin/1/", "forget": "/admin/bin/1/forget/"}
    preview = "/admin/preview/00000000-0000-0000-0000-000000000001/"
    fixed |= {"account_remove": "/admin/account/factors/1/remove/", "enter": "/admin/enter/abc/"}
    fixed |= {f"account_{part}": f"/admin/account/{part}/" for part in ("codes", "end", "app", "passkey")}
    fixed |= {"review": "/admin/review/1/", "reviews": "/admin/review/", "second_factor": "/admin/second-factor/"}
    fixed["kept_picture"] = preview.replace("preview", "upload")
    return fixed.get(name) or (preview if name == "preview" else f"/admin/{name.replace('_done', '/done')}/")


def test_who_gets_an_answer_at_each_address():
    clients = everybody()
    for name, who in ADDRESSES.items():
        answered = {role for role, client in clients.items() if client.get(address(name)).status_code == 200}
        assert answered - ({C} if name == "app_list" else set()) == who - ({C} if name == "app_list" else set()), name


class Try:
    """One action: what is sent, from the boxes of a superuser's form, and how one sees that it was done."""

    def __init__(self, model, record, done, /, **typed):
        self.url = desk_url(model, "change", record.pk) if record else desk_url(model, "add")
        page = Client()
        page.force_login(User.objects.get(username="o6"))
        self.boxes, self.done = untouched(page, self.url, model) | typed, done

    def __call__(self, client) -> bool:
        client.post(self.url, self.boxes, **BOXES_ALONE)
        return bool(self.done())


class Acted(Try):
    """One action of a list."""

    def __init__(self, name, record, done, **more):
        self.name, self.record, self.done, self.more = name, record, done, more

    def __call__(self, client) -> bool:
        act(client, self.name, self.record, **self.more)
        return bool(self.done())


def article(status: str = "draft", **facts):
    return world.article(status=status, **facts)


def has(record, **facts):
    """Asks whether the stored `record` has `facts`."""
    return type(record).objects.filter(pk=record.pk, **facts).exists


def with_correction(status: str):
    made = article(status)
    return made, Correction.objects.create(article=made, text_th="เดิม", text_en="Before")


def row_of(record, corrections=1, **typed):
    """What is typed in the last row of corrections."""
    return {f"corrections-{corrections - 1}-{name}": value for name, value in typed.items()}


def write(state: str, **typed):
    made = article(state)
    return Try(Article, made, has(made, **typed), **typed)


def hold(language: str):
    made = article()
    return Try(Article, made, has(made, **{f"hold_{language}": True}), **{f"hold_{language}": "on"})


def row(status: str, **typed):
    made, correction = with_correction(status)
    return Try(Article, made, has(correction, **typed), **row_of(made, **typed))


def new_row():
    made = article()
    typed = {"corrections-TOTAL_FORMS": "1"} | row_of(made, text_th="ใหม่", corrected_on="1/2/2568")
    return Try(Article, made, made.corrections.exists, **typed)


def row_out():
    made, correction = with_correction("draft")
    return Try(Article, made, lambda: not made.corrections.exists(), **row_of(made, DELETE="on", id=str(correction.pk)))


def from_list(name: str, status: str, becomes: str):
    made = article(status)
    return Acted(name, made, has(made, status=becomes), withdrawn_notice_th="ถอน")


def change(record, **typed):
    return Try(type(record), record, has(record, **typed), **typed)


def part_to_public():
    """A draft's commitment that is moved to a public meeting would be public by that."""
    promise, public = commitment("draft"), world.meeting()
    return Try(Commitment, promise, has(promise, meeting=public), meeting=public.pk)


def commitment(status: str, agency: str = "theirs"):
    made = Commitment.objects.create(
        meeting=world.meeting(status=status), code=f"c-{status}-{agency}", title_th="ข้อผูกพัน", framework="both"
    )
    made.agencies.add(Agency.objects.filter(slug=agency).first() or world.agency(agency))
    return made


def note(status: str, agency: str = "theirs"):
    made = commitment(status, agency)
    typed = {"notes-TOTAL_FORMS": "1", "notes-0-noted_on": "1/2/2560", "notes-0-state": "agreed"}
    return Try(Commitment, made, CommitmentNote.objects.filter(commitment=made).exists, **typed)


def title_of_commitment():
    made = commitment("draft")
    return Try(Commitment, made, has(made, title_th="อื่น"), title_th="อื่น")


def preview(client) -> bool:
    made = preview.of
    client.post(made.url, made.boxes | {"_preview": ""})
    return Preview.objects.exists()


def share(client) -> bool:
    if not preview(client):
        return False
    client.post(f"/admin/preview/{Preview.objects.get().pk}/", {"share": "", "days": "7"})
    return Preview.objects.get().shared_until is not None


def autosave(client) -> bool:
    user = user_of(client)
    boxes = [["typed_by", [mark_of(user)]], ["title_en", ["typed"]]]
    client.cookies["portal_officer"] = mark_of(user)
    sent = json.dumps({"page": autosave.of.url, "boxes": boxes})
    client.post("/admin/keep/", sent, content_type="application/json")
    return KeptForm.objects.exists()


def upload(client) -> bool:
    sent = {"page": preview.of.url, "box": "image", "file": SimpleUploadedFile("a.jpg", encoded())}
    client.post("/admin/upload/", sent)
    return KeptUpload.objects.exists()


def confirm(client) -> bool:
    return client.get("/admin/confirm/").status_code == 200


def of_draft(way):
    def make():
        way.of = preview.of = write("draft", title_en="typed")  # what is shared was previewed
        return way

    return make


def add(model, done, **typed):
    return lambda: Try(model, None, lambda: model.objects.filter(**done).exists(), **(typed or done))


# Each action: how it is made ready, and who can do it. Deleting stands in the tables of kinds above.
ACTIONS = {
    "form: a draft's Thai": (lambda: write("draft", title_th="ใหม่"), WRITING),
    "form: a draft's English": (lambda: write("draft", title_en="New"), WRITING | {T}),
    "form: a public page's Thai": (lambda: write("published", title_th="ใหม่"), LETTING_OUT),
    "form: a public page's English": (lambda: write("published", title_en="New"), LETTING_OUT),
    "form: a withdrawn page's Thai": (lambda: write("withdrawn", title_th="ใหม่"), LETTING_OUT),
    "form: hold the Thai": (lambda: hold("th"), WRITING),
    "form: hold the English": (lambda: hold("en"), WRITING | {T}),
    "form: a draft's kind": (lambda: write("draft", kind="interview"), WRITING),
    "form: a new draft": (add(Article, {"title_th": "ข่าวใหม่"}), WRITING),
    "form: a new public one": (
        add(Article, {"title_th": "ข่าวใหม่", "status": "published"}), LETTING_OUT,
    ),
    "form: publish": (lambda: write("draft", status="published"), LETTING_OUT),
    "form: schedule": (
        lambda: Try(Article, made := article(), has(made, publish_at__isnull=False), publish_at="1/1/2570 09:00"),
        LETTING_OUT,
    ),
    "form: withdraw": (lambda: write("published", status="withdrawn"), LETTING_OUT),
    "form: take back": (lambda: write("published", status="draft"), LETTING_OUT),
    "inline: a draft's row, Thai": (lambda: row("draft", text_th="ใหม่"), WRITING),
    "inline: a draft's row, English": (lambda: row("draft", text_en="New"), WRITING | {T}),
    "inline: a public page's row": (lambda: row("published", text_en="New"), LETTING_OUT),
    "inline: a new row": (new_row, WRITING),
    "inline: a row out": (row_out, WRITING),
    "list: publish": (lambda: from_list("publish", "draft", "published"), LETTING_OUT),
    "list: withdraw": (lambda: from_list("withdraw", "published", "withdrawn"), LETTING_OUT),
    "list: take back": (lambda: from_list("back_to_draft", "published", "draft"), LETTING_OUT),
    "without a state: a country": (lambda: change(world.country("HU"), name_en="Magyar"), LETTING_OUT),
    "without a state: a person": (lambda: change(world.person(), rank_en="Dr"), LETTING_OUT),
    "without a state: a new person": (add(Person, {"name_th": "คนใหม่"}), WRITING),
    "without a state: a new agency": (add(Agency, {"name_th": "สำนักใหม่", "kind": "office"}), LETTING_OUT),
    "without a state: a notice over the site": (
        add(SiteNotice, {"text_th": "ประกาศ"}, text_th="ประกาศ", kind="information"), LETTING_OUT,
    ),
    "a part moved to what is public": (part_to_public, LETTING_OUT),
    "an old address": (add(Redirect, {"old_path": "/old"}), LETTING_OUT),
    "report: a draft's commitment of the own agency": (lambda: note("draft"), WRITING | {C}),
    "report: a public commitment of the own agency": (lambda: note("published"), LETTING_OUT),
    "report: a commitment of another agency": (lambda: note("draft", "others"), WRITING),
    "report: the commitment itself": (title_of_commitment, WRITING),
    "preview": (of_draft(preview), WRITING | {T}),
    "share link": (of_draft(share), WRITING | {T}),
    "upload: a photo for a draft": (of_draft(upload), WRITING),
    "autosave": (of_draft(autosave), WRITING | {T}),
    "confirm queue": (lambda: confirm, LETTING_OUT),
}  # fmt: skip


@pytest.mark.parametrize("name", ACTIONS)
def test_who_can_do_it(name):
    """Each role tries; what one has done is taken back before the next one tries."""
    clients, done = everybody(), set()
    make, may = ACTIONS[name]
    action = make()
    for role, client in clients.items():
        with transaction.atomic():
            if action(client):
                done.add(role)
            transaction.set_rollback(True)
    assert done == may


def test_a_form_shows_what_may_be_written():
    """The status is a word for who may not let out; to a translator all but the English is closed."""
    clients, made = everybody(), article()
    fields = {
        role: clients[role].get(desk_url(Article, "change", made.pk)).context["adminform"].form for role in ROLES[:4]
    }
    assert "status" in fields[P].fields and not {"status", "publish_at"} & set(fields[E].fields)
    closed = {name for name, field in fields[T].fields.items() if field.disabled}
    assert {"title_th", "kind", "cities", "hold_th"} <= closed and not {"title_en", "hold_en", "seen"} & closed
    assert not any(field.disabled for field in fields[E].fields.values())


def test_rights_add_up():
    """A translator who is an editor, too, writes both sides."""
    client = signed_in(group=TRANSLATORS)
    user_of(client).groups.add(Group.objects.get(name=EDITORS))
    made = article()
    url = desk_url(Article, "change", made.pk)
    client.post(url, untouched(client, url, Article) | {"title_th": "ใหม่"})
    assert has(made, title_th="ใหม่")()
