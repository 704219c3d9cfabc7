"""Sample content: marked, of every kind and state, shown in both languages, and taken away whole."""

from io import BytesIO, StringIO

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone
from PIL import Image

from iad_portal.lib.media.document_uploads import inspect_document
from iad_portal.lib.operations.archive import files_under
from iad_portal.office.caching import publishable_models
from iad_portal.office.models import SearchEntry
from iad_portal.workshop.sample import marks, pictures, run, sizes
from iad_portal.workshop.sample.sizes import SHARES, steps
from iad_portal.workshop.sample.words import Words
from networks.models import Commitment, Meeting, Network
from news.models import Article, Newsletter
from plans.models import Plan, Project
from relations.models import Agreement, City, Embassy, Exchange, Photo, Revision
from tests import world
from tests.site.checks import assert_one_era

SIZE = 60
RICH = (
    "", "cities/sample-city-1/", "cities/sample-city-3/", "agreements/900001/", "embassies/qm/",
    "networks/sample-network-1/", "meetings/", "meetings/sample-meeting-1/", "plans/sample-strategy-1/", "news/",
    "news/sample-article-1/", "newsletters/", "newsletters/sample-internews-1/", "about/sample-album/", "agencies/",
    "data/exchanges.json", "news/feed/",
)  # fmt: skip


def rows() -> dict[str, int]:
    """How many rows each table of ours holds, history and links included."""
    ours = {"relations", "networks", "plans", "news", "iad_portal"}
    models = [model for model in apps.get_models(include_auto_created=True) if model._meta.app_label in ours]
    return {model._meta.label: model._base_manager.count() for model in models}


@pytest.fixture(scope="module")
def _made(django_db_setup, django_db_blocker):
    """A world of our own and a sample beside it, for all tests of this file."""
    with django_db_blocker.unblock(), transaction.atomic():
        world.washington(), world.bangkok()
        before, told = rows(), []
        run.make(SIZE, pictures=2, width=200, step=told.append)
        yield before, sum(told)
        transaction.set_rollback(True)


@pytest.fixture
def made(_made, db):
    """(rows before, records told of)"""
    return _made


def test_a_second_run_replaces_the_first_and_files_go(
    db, settings, tmp_path, monkeypatch, django_capture_on_commit_callbacks
):
    """Each run says what it made; at the end no file is left. Of this file the first: later there is another sample."""
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setitem(run.make.__kwdefaults__, "width", 64)
    few = {kind: (share, min(least, 4), most) for kind, (share, least, most) in SHARES.items()}
    monkeypatch.setattr(sizes, "SHARES", few)
    for _ in range(2):
        said = StringIO()
        with django_capture_on_commit_callbacks(execute=True):
            call_command("sample", "--size", "1", "--pictures", "1", stdout=said, stderr=StringIO())
        assert f"{steps(1):,} sample records" in said.getvalue()
        assert Article.objects.count() == 1
    assert len(list(files_under(tmp_path))) < 40
    with django_capture_on_commit_callbacks(execute=True):
        call_command("sample", "--remove", stdout=StringIO(), stderr=StringIO())
    assert marks.count_all() == 0 and list(files_under(tmp_path)) == []


def test_every_record_is_marked_and_told_of(made):
    """By its slug, code or number; names and titles say so in words, in each language they are in."""
    _before, told = made
    assert told == steps(SIZE) == marks.count_all()
    for model in marks.MARKED:
        for record in marks.sample_of(model):
            for field, mark in (("th", "ตัวอย่าง"), ("en", "Sample")):
                name = getattr(record, f"name_{field}", None) or getattr(record, f"title_{field}", None)
                assert not name or mark in name, (record, name)


def test_it_keeps_no_history_and_touches_nothing_real(made):
    """No row of history, no revision; the real records count as many as before."""
    before, _told = made
    after = rows()
    assert {name: count for name, count in after.items() if ".Historical" in name and count != before[name]} == {}
    assert Revision.objects.count() == before["relations.Revision"]
    assert City.objects.exclude(marks.MARKED[City]).count() == before["relations.City"]


def test_records_stand_in_every_state(made):
    """Drafts, scheduled, withdrawn under a notice, held back, in one language only, coming and overdue."""
    assert Exchange.objects.filter(status="draft").exists()
    assert Exchange.objects.scheduled(timezone.now()).exists()
    assert Exchange.objects.filter(status="withdrawn").exclude(withdrawn_notice_th="").exists()
    assert Exchange.objects.filter(hold_en=True).exists() and Exchange.objects.filter(hold_th=True).exists()
    assert Exchange.objects.filter(title_th="").exists() and Exchange.objects.filter(title_en="").exists()
    assert Meeting.objects.published().upcoming().exists() and Commitment.objects.overdue().exists()
    agreements = Agreement.objects.published()
    assert all(some.exists() for some in (agreements.ended(), agreements.not_yet(), agreements.undated()))


def test_every_section_is_filled_somewhere(made):
    """The first record of a kind has all its parts."""
    article, meeting = Article.objects.get(slug="sample-article-1"), Meeting.objects.get(slug="sample-meeting-1")
    assert article.photos.count() > 3 and article.documents.exists() and article.corrections.exists()
    assert all(
        getattr(article, name).exists()
        for name in ("cities", "networks", "meetings", "embassies", "people", "projects")
    )
    assert meeting.points.count() == 9 and meeting.participation.filter(body_th__gt="").exists()
    assert (
        meeting.commitments.count() > 3
        and meeting.photos.exists()
        and meeting.documents.exists()
        and meeting.projects.exists()
    )
    assert Meeting.objects.filter(part_of__isnull=False).exists()
    city = City.objects.get(slug="sample-city-1")
    assert city.exchanges.count() > 12 and city.posts.exists() and city.figures.exists() and city.participation.exists()
    assert Embassy.objects.get(country_id="QM").heads().count() == 4
    network = Network.objects.get(slug="sample-network-1")
    assert all(
        getattr(network, name).exists() for name in ("memberships", "roles", "fees", "figures", "documents", "meetings")
    )
    newsletter = Newsletter.objects.get(slug="sample-internews-1")
    assert newsletter.photos.exists() and newsletter.documents.filter(kind="pdf").exists()
    assert Plan.objects.filter(slug__startswith=marks.PREFIX, kind="monthly_plan").count() == 48
    assert Project.objects.filter(notes__percent=100).exists()


@pytest.mark.parametrize("path", RICH)
def test_pages_show_it_in_both_languages(made, client, path):
    """Marked, and with the years of one era only."""
    for language, word in (("th", "ตัวอย่าง"), ("en", "Sample")):
        response = client.get(f"/{language}/{path}")
        assert response.status_code == 200
        assert word in response.content.decode()
    if response["Content-Type"].startswith("text/html"):
        assert_one_era(client, path)


def test_search_knows_it(made):
    """Though it is written past the signals; drafts and withdrawn records it does not know."""
    shown = marks.sample_of(Article).filter(status="published").values_list("pk", flat=True)
    keys = [str(pk) for pk in marks.sample_of(Article).values_list("pk", flat=True)]
    known = SearchEntry.objects.filter(kind="article", key__in=keys).values_list("key", flat=True)
    assert sorted(map(int, known)) == sorted(shown) and len(shown) < len(keys)


def test_pictures_are_stored_once_and_shared(made):
    """Many rows, few uploads; what other tests have left in the folder does not count."""
    assert Photo.objects.count() > 50
    uploads = {key.hex for key in Photo.objects.values_list("upload_key", flat=True)}
    files = [path for path in files_under(settings.MEDIA_ROOT) if path.parent.name in uploads]
    assert len(uploads) == 3 and len(uploads) <= len(files) < 40


@pytest.mark.history
def test_taking_it_away_leaves_nothing(made):
    """With what an officer changed of it; every table counts as many rows as before, no file is left."""
    before, _told = made
    article = Article.objects.get(slug="sample-article-1")
    article.title_th = "แก้ไขแล้ว"
    article.save()
    article.corrections.create(text_th="แก้อีกครั้ง")
    article.cities.add(City.objects.get(slug="washington-dc"))
    assert Article.history.filter(id=article.pk).exists()
    told = []
    assert run.remove(told.append) == sum(told) == steps(SIZE)
    after = rows()
    changed = {name for name in after if after[name] != before[name]}
    assert changed <= {"relations.Revision"}  # the record of the officer's work stays


def test_it_stays_where_a_real_record_leans_on_it(made):
    """The sentence names that record; nothing real is taken along."""
    real = world.agreement(City.objects.get(slug="sample-city-2"))
    with pytest.raises(CommandError, match=f"lean on the sample.*{real.number}"):
        call_command("sample", "--remove", stderr=StringIO(), stdout=StringIO())
    assert Agreement.objects.filter(pk=real.pk).exists()


@pytest.mark.parametrize("size", ["0", "200001"])
def test_a_size_that_makes_no_sense_is_refused(size):
    """With the limits."""
    with pytest.raises(CommandError, match="between 1 and 200,000"):
        call_command("sample", "--size", size)


def test_a_public_site_is_not_filled_by_accident(settings):
    """Made-up agreements on the office's own site would be read as real ones."""
    settings.IS_LOCAL, settings.SITE_URL = False, "https://portal.example"
    with pytest.raises(CommandError, match=r"Readers of https://portal\.example"):
        call_command("sample")


def test_words_are_plain_and_the_same_every_time():
    """No digits and no names in brackets; invented names do not repeat."""
    words = Words()
    assert words.body(3) == Words().body(3)
    assert not any(character.isdigit() for paragraph in words.paragraphs for text in paragraph for character in text)
    assert len({words.city(number) for number in range(2000)}) == 2000
    assert len({words.person(number) for number in range(300)}) == 300


def test_the_drawn_files_are_sound():
    """A picture of the asked size, an upright cover, and a PDF that our own inspection takes."""
    assert Image.open(BytesIO(pictures.photo(3, 300, 200))).size == (300, 200)
    cover = Image.open(BytesIO(pictures.cover(1, 90, 127)))
    assert cover.width < cover.height
    assert inspect_document(BytesIO(pictures.paper())).kind == "pdf"


def test_all_publishable_kinds_are_in_the_sample():
    """A new kind of record belongs in it too."""
    assert set(publishable_models()) <= set(marks.MARKED)
