"""The public page before it is public: from what stands in the form, with nothing saved, and for whom it is meant."""

from datetime import timedelta
from unittest.mock import patch
from uuid import uuid4

import pytest
from django.contrib import admin
from django.core.files.storage import default_storage
from django.test import Client
from django.utils import timezone

from iad_portal.lib.desk import previews
from iad_portal.lib.desk.publishing import PublishableAdmin
from iad_portal.lib.records.content_versions import kept
from iad_portal.lib.records.rehearsal import rehearsal
from iad_portal.office.models import KeptForm, Preview, SearchEntry
from news.models import Article
from relations.models import City, KeptUpload, Revision
from tests import world

from .desk import desk_url, officer, signed_in, untouched
from .test_kept_uploads import PHOTOS, media_in_memory, photo, photo_row  # noqa: F401

pytestmark = pytest.mark.django_db
TITLE = "คณะผู้แทนจากกรุงปรากเข้าพบผู้ว่าราชการ"
WITH_A_PAGE = [
    model
    for model, site_admin in admin.site._registry.items()
    if isinstance(site_admin, PublishableAdmin) and hasattr(model, "get_absolute_url")
]


def sent(client, record, **typed):
    """The answer to the form of `record`, with `typed` in its boxes, sent by the button of the preview."""
    url = desk_url(type(record), "change", record.pk)
    return client.post(url, untouched(client, url, type(record)) | typed | {"_preview": ""})


def of_draft(**typed) -> Preview:
    """What Malee's form of a draft shows, with `typed` in its boxes."""
    sent(signed_in(), world.article("prague", status="draft"), **typed)
    return Preview.objects.get()


def page(preview, language="th", client=None):
    return (client or Client()).get(f"/preview/{preview.pk}/{language}/")


def test_it_is_the_public_page_with_what_is_typed_and_nothing_is_saved():
    """In both languages; neither record, nor history, nor index know of it."""
    client, article = signed_in(), world.article("prague", status="draft")
    before = Article.objects.filter(pk=article.pk).values().get()
    rows = Revision.objects.count(), Article.history.count(), SearchEntry.objects.count()
    answer = sent(client, article, title_th=TITLE, title_en="A delegation from Prague")
    preview = Preview.objects.get()
    assert answer.status_code == 302 and answer.url == f"/admin/preview/{preview.pk}/"
    assert TITLE in page(preview, "th", client).content.decode()
    assert "A delegation from Prague" in page(preview, "en", client).content.decode()
    assert Article.objects.filter(pk=article.pk).values().get() == before
    assert (Revision.objects.count(), Article.history.count(), SearchEntry.objects.count()) == rows
    assert Client().get("/th/news/prague/").status_code == 404 and not KeptForm.objects.exists()


def test_a_new_record_has_one_before_it_is_stored():
    client, url = signed_in(), desk_url(City, "add")
    typed = {"name_th": "ปราก", "name_en": "Prague", "slug": "prague", "country": world.country("HU").pk}
    client.post(url, untouched(client, url, City) | typed | {"_preview": ""})
    assert "Prague" in page(Preview.objects.get(), "en", client).content.decode()
    assert not City.objects.filter(slug="prague").exists()


@pytest.mark.parametrize("model", WITH_A_PAGE, ids=lambda model: model.__name__)
def test_every_record_with_a_page_has_a_preview(starting_data, model):
    """Of the first one on record, as its form stands: a whole page under the bar that says what it is."""
    client, record = signed_in(), model._base_manager.order_by("pk").first()
    if record is None:
        pytest.skip("the starting data has none")
    answer = sent(client, record)
    assert answer.status_code == 302, answer.content.decode()[:2000]
    shown = page(Preview.objects.get(), "en", client).content.decode()
    assert shown.index("Not to be quoted") < shown.index("<main") and shown.rstrip().endswith("</html>")


def test_a_form_that_cannot_be_saved_says_what_is_to_be_mended():
    answer = sent(signed_in(), world.article("prague", status="draft"), title_th="", published_on="31 ก.พ. 2563")
    assert answer.status_code == 422 and not Preview.objects.exists()
    said = answer.content.decode()
    assert "จำเป็น" in said and "กุมภาพันธ์" in said


def test_a_question_holds_up_no_preview():
    """It is asked when the form is saved."""
    client, article = signed_in(), world.article("prague", status="draft")
    typed = {"body_th": "<p>ลงนามเมื่อวันที่ 31 กุมภาพันธ์ 2563</p>"}
    url = desk_url(Article, "change", article.pk)
    asked = client.post(url, untouched(client, url, Article) | typed)
    assert asked.status_code == 200 and asked.context["only_asks"]
    assert sent(client, article, **typed).status_code == 302


def test_drafts_to_which_it_points_are_shown_with_it():
    """What is published together is looked at together; both are drafts after as before."""
    city = world.city("prague", name_en="Prague of the draft", status="draft")
    article = world.article("visit", status="draft")
    article.cities.add(city)
    client = signed_in()
    sent(client, article)
    assert "/en/cities/prague/" in page(Preview.objects.get(), "en", client).content.decode()
    city.refresh_from_db()
    assert city.status == "draft" and Client().get("/en/cities/prague/").status_code == 404


def test_a_colleagues_save_meanwhile_is_no_hindrance():
    client, article = signed_in(), world.article("prague", status="draft")
    assert sent(client, article, seen="0").status_code == 302


def test_photos_just_chosen_are_shown(media_in_memory):  # noqa: F811
    """Their files stay for as long as those of a refused form; the record has none."""
    client, article = signed_in(), world.article("prague", status="draft")
    typed = {f"{PHOTOS}-TOTAL_FORMS": "1", f"{PHOTOS}-0-image": photo()} | photo_row(0)
    sent(client, article, **typed)
    assert not article.photos.exists()
    names = KeptUpload.objects.get().files
    shown = page(Preview.objects.get(), "th", client).content.decode()
    assert any(name in shown for name in names) and all(default_storage.exists(name) for name in names)


def test_nothing_of_it_is_kept_for_readers(kept_pages):
    """Parts of pages are made from what stands for the moment, and neither taken from what is kept nor kept."""
    assert kept("part", ("news",), lambda: "of today") == "of today"
    with rehearsal():
        assert kept("part", ("news",), lambda: "of the preview") == "of the preview"
    assert kept("part", ("news",), lambda: "made anew") == "of today"


def test_only_its_officer_sees_it_until_it_is_shared():
    preview = of_draft(title_th=TITLE)
    malee, others = Client(), signed_in("somchai")
    malee.force_login(preview.officer)
    assert [page(preview, "th", who).status_code for who in (malee, others, Client())] == [200, 410, 410]
    desk = f"/admin/preview/{preview.pk}/"
    assert (malee.get(desk).status_code, others.get(desk).status_code) == (200, 404)
    assert others.post(desk, {"share": "", "days": "7"}).status_code == 404 and not Preview.objects.get().shared_until


def test_a_link_shows_it_to_anybody_until_it_ends_or_is_taken_back():
    """Kept by no cache and found by no searcher."""
    preview, stranger, malee = of_draft(title_th=TITLE), Client(), Client()
    malee.force_login(preview.officer)
    desk = f"/admin/preview/{preview.pk}/"
    malee.post(desk, {"share": "", "days": "7"})
    shown = page(preview, "th", stranger)
    assert shown.status_code == 200 and TITLE in shown.content.decode()
    assert (shown["Cache-Control"], shown["X-Robots-Tag"]) == ("no-store", "noindex, nofollow, noarchive")
    assert str(preview.pk) in malee.get(desk).content.decode().split("share", 1)[1]
    malee.post(desk, {"take_back": str(preview.pk)})
    assert page(preview, "th", stranger).status_code == 410
    Preview.objects.update(shared_until=timezone.now() - timedelta(seconds=1))
    assert page(preview, "en", stranger).status_code == 410


def test_a_link_for_no_preview_or_no_language_is_answered():
    missing = Client().get(f"/preview/{uuid4()}/en/")
    assert missing.status_code == 410 and "took it back" in missing.content.decode()
    assert Client().get(f"/preview/{uuid4()}/fr/").status_code == 404


def test_a_link_holds_for_the_days_that_are_offered():
    preview, malee = of_draft(), Client()
    malee.force_login(preview.officer)
    malee.post(f"/admin/preview/{preview.pk}/", {"share": "", "days": "4000"})
    assert Preview.objects.get().shared_until is None


def test_old_ones_go_but_not_those_that_are_shared(monkeypatch):
    monkeypatch.setattr(previews, "MOST", 2)
    malee, city = officer(), world.city()
    made = [previews.keep(uuid4(), {"th": "", "en": ""}, city, malee, "/admin/") for _ in range(2)]
    Preview.objects.filter(pk=made[0].pk).update(shared_until=timezone.now() + timedelta(days=1))
    made += [previews.keep(uuid4(), {"th": "", "en": ""}, city, malee, "/admin/") for _ in range(2)]
    assert set(Preview.objects.values_list("pk", flat=True)) == {made[0].pk, made[2].pk, made[3].pk}
    Preview.objects.update(made_at=timezone.now() - previews.KEPT_FOR - timedelta(minutes=1))
    previews.keep(uuid4(), {"th": "", "en": ""}, city, officer("somchai"), "/admin/")
    assert set(Preview.objects.filter(officer=malee)) == {made[0]}


def test_of_a_record_that_is_gone_there_is_none_and_nothing_typed_is_lost():
    """As when it is saved: what was typed is offered as a new one."""
    client, article = signed_in(), world.article("prague", status="draft")
    url = desk_url(Article, "change", article.pk)
    typed = untouched(client, url, Article) | {"_preview": "", "title_th": TITLE}
    article.delete()
    answer = client.post(url, typed, follow=True)
    assert TITLE in answer.content.decode() and not Preview.objects.exists()


def test_who_may_not_change_a_record_has_no_preview_of_it():
    article = world.article("prague", status="draft")
    watcher = officer("watcher")
    watcher.is_superuser = False
    watcher.save()
    client = Client()
    client.force_login(watcher)
    assert client.post(desk_url(Article, "change", article.pk), {"_preview": ""}).status_code == 403
    assert not Preview.objects.exists()


@pytest.mark.parametrize("make", [world.source, world.exchange], ids=["no publishing", "no page"])
def test_a_form_without_a_page_is_not_saved_by_the_button_of_a_preview(make):
    """No page offers it there; a request that sends it all the same must not slip past questions and conflicts."""
    record, client = make(), signed_in()
    before = type(record).objects.filter(pk=record.pk).values().get()
    typed = {name: "Other words" for name in ("publisher_th", "title_th") if hasattr(record, name)}
    assert typed and sent(client, record, **typed).status_code == 404
    assert type(record).objects.filter(pk=record.pk).values().get() == before
    assert "previewbutton" not in client.get(desk_url(type(record), "change", record.pk)).content.decode()


def test_what_is_withdrawn_is_shown_under_its_notice_whatever_its_moment():
    article = world.article("prague", status="withdrawn", withdrawn_notice_th="<p>ถอนเพราะซ้ำ</p>")
    Article.objects.update(publish_at=timezone.now() + timedelta(days=9))
    client = signed_in()
    sent(client, article)
    assert "ถอนเพราะซ้ำ" in page(Preview.objects.get(), "th", client).content.decode()


def test_nothing_of_an_officer_who_has_left_is_shown():
    preview = of_draft(title_th=TITLE)
    Preview.objects.update(shared_until=timezone.now() + timedelta(days=1))
    assert page(preview).status_code == 200
    type(preview.officer).objects.update(is_active=False)
    assert page(preview).status_code == 410


def test_a_desk_without_previews_has_no_page_for_them():
    preview, malee = of_draft(title_th=TITLE), Client()
    malee.force_login(preview.officer)
    assert str(preview) == TITLE and malee.get(f"/admin/preview/{preview.pk}/").status_code == 200
    with patch.dict(vars(admin.site._wrapped), {"preview": None}):
        assert malee.get(f"/admin/preview/{preview.pk}/").status_code == 404
