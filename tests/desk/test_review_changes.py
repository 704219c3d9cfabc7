"""What is public stays as it is while its change waits: as it was typed, until somebody lets it out."""

from datetime import timedelta

import pytest
from django.utils import timezone

from iad_portal.lib.media.kept_uploads import remove_old
from iad_portal.office.groups import CONTACTS, TRANSLATORS
from iad_portal.office.models import KeptForm, Preview, Review
from networks.models import Commitment
from news.models import Article, Correction
from relations.models import Agency, AgencyContact, KeptUpload, Person, Post
from tests import world

from .desk import as_sent, desk_url, errors_of, untouched
from .review_desk import editor, fresh, groups_of, publisher, sent, sent_back, taken_back, user, waiting
from .test_kept_uploads import PHOTOS, media_in_memory, photo, photo_row  # noqa: F401

pytestmark = pytest.mark.django_db


def released(client, review, **typed):
    """The answer to letting `review` out, from the form that shows it."""
    model = Article if review.kind == "news.Article" else None
    page = client.get(review.url)
    model = model or page.context["opts"].model
    return client.post(review.url, as_sent(page, model) | typed | {"_release": ""})


def changes_in(page) -> dict[str, tuple[str, str]]:
    (panel,) = page.context["review_panels"]
    return {change.label: (change.old, change.new) for entry in panel.entries for change in entry.changes}


def test_a_live_page_stays_and_its_change_is_read_mended_and_let_out(client):
    """The publisher sees what differs, in the form as it was typed; nothing was written until it is let out."""
    malee, somchai, article = editor(), publisher(), world.article("prague", title_th="เดิม")
    version = article.version
    answer = sent(malee, article, title_th="ข่าวที่แก้", review_remark="แก้ชื่อ")
    assert answer.url == "/admin/" and fresh(article).title_th == "เดิม" and fresh(article).version == version
    review = waiting()
    assert not KeptForm.objects.exists() and [row["is_change"] for row in groups_of(somchai)["รอคุณตรวจ"]] == [True]
    page = somchai.get(review.url)
    assert changes_in(page)["ชื่อเรื่อง (ไทย)"] == ("เดิม", "ข่าวที่แก้")
    assert as_sent(page, Article)["title_th"] == "ข่าวที่แก้" and as_sent(page, Article)["status"] == "published"
    assert fresh(article).version == version
    answer = released(somchai, review, title_en="Mended")
    assert answer.status_code == 302, errors_of(answer)
    assert (fresh(article).title_th, fresh(article).title_en) == ("ข่าวที่แก้", "Mended")
    review = fresh(review)
    assert (review.state, review.answered_by, review.boxes) == ("let_out", user("somchai"), "")
    assert "ข่าวที่แก้" in client.get("/th/news/prague/").content.decode()


def test_a_change_that_is_only_kept_is_not_sent():
    """Enter, or the quiet button: it stands in the form again, and its officer's copies tell of it."""
    malee, article = editor(), world.article(title_th="เดิม")
    answer = sent(malee, article, "_save", title_th="ยังไม่ส่ง")
    assert "kept=" in answer.url and not Review.objects.exists() and fresh(article).title_th == "เดิม"
    assert untouched(malee, answer.url, Article)["title_th"] == "ยังไม่ส่ง"
    sent(malee, article, url=answer.url)
    assert waiting().typed["title_th"] == "ยังไม่ส่ง" and not KeptForm.objects.exists()


def test_a_publisher_who_presses_another_button_lets_nothing_out():
    malee, somchai, article = editor(), publisher(), world.article(title_th="เดิม")
    sent(malee, article, title_th="ใหม่")
    answer = sent(somchai, article, "_save", waiting().url, lead_th="ความนำ")
    assert fresh(article).title_th == "เดิม" and waiting()
    page = somchai.get(answer.url)
    assert as_sent(page, Article)["lead_th"] == "ความนำ" and as_sent(page, Article)["title_th"] == "ใหม่"


def test_it_is_sent_back_mended_and_sent_again_in_its_place():
    malee, somchai, article = editor(), publisher(), world.article(title_th="เดิม")
    sent(malee, article, title_th="แรก")
    first = waiting()
    sent_back(somchai, first, "โปรดแก้")
    page = malee.get(first.url)
    assert as_sent(page, Article)["title_th"] == "แรก" and "โปรดแก้" in page.content.decode()
    sent(malee, article, url=first.url, title_th="สอง")
    assert waiting().typed["title_th"] == "สอง" and (fresh(first).state, fresh(first).is_open) == ("sent_back", False)
    released(somchai, waiting())
    assert fresh(article).title_th == "สอง"


def test_its_author_takes_it_back_into_the_form():
    malee, article = editor(), world.article(title_th="เดิม")
    sent(malee, article, title_th="ใหม่")
    answer = taken_back(malee, waiting())
    assert untouched(malee, answer.url, Article)["title_th"] == "ใหม่" and not groups_of(malee)


@pytest.mark.usefixtures("media_in_memory")
def test_a_photo_waits_with_the_change_for_as_long_as_that_does():
    """It outlasts a week, and is the publisher's to let out; taken back, it is its author's again."""
    malee, somchai, article = editor(), publisher(), world.article()
    row = photo_row(0, image=photo()) | {f"{PHOTOS}-TOTAL_FORMS": "1", "some-kept": "forged"}
    sent(malee, article, **row)
    later = timezone.now() - timedelta(days=9)
    KeptUpload.objects.update(kept_at=later)
    assert remove_old() == 0
    answer = taken_back(malee, waiting())
    sent(malee, article, url=answer.url)
    answer = released(somchai, waiting())
    assert answer.status_code == 302, errors_of(answer)
    assert article.photos.get().image and not KeptUpload.objects.exists()


def test_a_translators_change_is_of_the_english_alone():
    """Boxes and rows that were closed to the translator stand in the publisher's form as they are stored."""
    article = world.article(title_th="เดิม", kind="interview")
    article.cities.add(city := world.city())
    world.cite(article, source := world.source())
    Correction.objects.create(article=article, text_th="แก้", text_en="Mended")
    nit, somchai = editor("nit", TRANSLATORS), publisher()
    sent(nit, article, title_en="New", hold_en="on", title_th="แอบแก้", **{"corrections-0-text_en": "Corrected"})
    page = somchai.get(waiting().url)
    assert set(changes_in(page)) == {"ชื่อเรื่อง (อังกฤษ)", "ยังไม่เผยแพร่ข้อความภาษาอังกฤษ", "สิ่งที่แก้ไข (อังกฤษ)"}
    answer = released(somchai, waiting())
    assert answer.status_code == 302, errors_of(answer)
    stored = fresh(article)
    assert (stored.title_th, stored.title_en, stored.kind, stored.hold_en) == ("เดิม", "New", "interview", True)
    assert [*stored.cities.all()] == [city] and [one.source for one in stored.citations.all()] == [source]
    correction = stored.corrections.get()
    assert (correction.text_th, correction.text_en) == ("แก้", "Corrected")


def test_a_contacts_note_on_a_public_commitment_waits():
    agency = world.agency()
    promise = Commitment.objects.create(
        meeting=world.meeting(), code="c", title_th="ข้อผูกพัน", framework="both", doubt_th="สงสัย"
    )
    promise.agencies.add(agency)
    contact, somchai = editor("dao", CONTACTS), publisher()
    AgencyContact.objects.create(user=user("dao"), agency=agency)
    row = {"notes-TOTAL_FORMS": "1", "notes-0-noted_on": "1/2/2560", "notes-0-state": "agreed"}
    sent(contact, promise, **row)
    assert not promise.notes.exists()
    released(somchai, waiting())
    assert promise.notes.get().state == "agreed" and [*promise.agencies.all()] == [agency]
    assert fresh(promise).doubt_th == "สงสัย"


def test_a_new_record_that_readers_would_see_waits_too():
    """An agency; a person only with posts: one without is shown nowhere before a record names it."""
    malee, somchai = editor(), publisher()
    sent(malee, Agency, name_th="สำนักใหม่", kind="office")
    review = waiting()
    assert not Agency.objects.exists() and review.key == ""
    sent_back(somchai, review, "โปรดแก้")
    sent(malee, Agency, url=review.url, name_th="สำนักที่แก้")
    assert not fresh(review).is_open
    released(somchai, waiting())
    assert Agency.objects.get().name_th == "สำนักที่แก้"
    assert Review.objects.get(state="let_out").key == str(Agency.objects.get().pk)
    sent(malee, Person, name_th="คนใหม่")
    assert Person.objects.get() and not Review.objects.filter(state="waiting")
    post = {"title_th": "นายกเทศมนตรี", "kind": "leader", "as_of": "2560"}
    row = {"posts-TOTAL_FORMS": "1"} | {f"posts-0-{name}": value for name, value in post.items()}
    sent(malee, Person, name_th="คนที่สอง", **row)
    assert waiting().kind == "relations.Person" and not Post.objects.exists()


def test_a_post_in_the_form_of_a_draft_waits():
    """Who holds it is shown by itself, whatever the state of the embassy."""
    malee, embassy = editor(), world.embassy(status="draft")
    post = {"person": world.person().pk, "kind": "head_of_mission", "title_th": "เอกอัครราชทูต", "as_of": "2560"}
    prefix = Post._meta.get_field("embassy").remote_field.get_accessor_name()
    sent(malee, embassy, **{f"{prefix}-TOTAL_FORMS": "1"} | {f"{prefix}-0-{name}": one for name, one in post.items()})
    assert waiting().is_change and not Post.objects.exists()


def test_what_was_saved_meanwhile_is_put_together_with_the_change():
    """What the publisher reads is the difference to what stands now; let out, neither is lost."""
    malee, somchai, article = editor(), publisher(), world.article(title_th="เดิม")
    sent(malee, article, title_th="ใหม่")
    article.lead_th = "ความนำใหม่"
    article.save()
    page = somchai.get(waiting().url)
    assert set(changes_in(page)) == {"ชื่อเรื่อง (ไทย)"} and as_sent(page, Article)["lead_th"] == "ความนำใหม่"
    answer = released(somchai, waiting())
    assert answer.status_code == 302, errors_of(answer)
    assert (fresh(article).title_th, fresh(article).lead_th) == ("ใหม่", "ความนำใหม่")


def test_a_change_of_what_was_deleted_meanwhile_is_offered_as_a_new_one():
    malee, somchai, article = editor(), publisher(), world.article()
    sent(malee, article, title_th="ใหม่")
    article.delete()
    page = somchai.get(waiting().url, follow=True)
    assert as_sent(page, Article)["title_th"] == "ใหม่" and page.request["PATH_INFO"] == desk_url(Article, "add")


def test_a_change_that_was_taken_back_is_asked_about_before_it_is_let_out():
    malee, somchai, article = editor(), publisher(), world.article(title_th="เดิม")
    sent(malee, article, title_th="ใหม่")
    review = waiting()
    boxes = untouched(somchai, review.url, Article) | {"_release": ""}
    taken_back(malee, review)
    answer = somchai.post(review.url, boxes)
    assert answer.status_code == 200 and fresh(article).title_th == "เดิม" and "malee" in errors_of(answer)[0]
    assert "malee" in somchai.get(review.url).content.decode()
    assert somchai.post(review.url, as_sent(answer, Article) | {"_release": ""}).status_code == 302
    assert fresh(article).title_th == "ใหม่" and fresh(review).state == "let_out"
    again = somchai.post(review.url, untouched(somchai, review.path, Article) | {"_release": ""})
    assert "somchai" in errors_of(again)[0]


def test_nobody_else_opens_it_and_a_faulty_one_shows_what_is_wrong():
    malee, nok, somchai, article = editor(), editor("nok"), publisher(), world.article(title_th="เดิม")
    city = world.city()
    sent(malee, article, title_th="ใหม่", cities=[city.pk])
    city.delete()
    assert untouched(nok, waiting().url, Article)["title_th"] == "เดิม"
    page = somchai.get(waiting().url)
    assert page.context["review_panels"][0].entries == [] and len(errors_of(page)) >= 1
    assert untouched(somchai, f"{waiting().path}?review=x", Article)["title_th"] == "เดิม"


def test_a_waiting_change_is_previewed():
    malee, somchai, article = editor(), publisher(), world.article()
    sent(malee, article, title_th="ข่าวในฉบับแก้ไข")
    sent(somchai, article, "_preview", waiting().url)
    assert "ข่าวในฉบับแก้ไข" in Preview.objects.get().page_th and waiting()
    sent(malee, article, "_preview", title_th="ก่อนส่ง")
    assert Preview.objects.count() == 2


def test_two_editors_changes_of_one_page_wait_side_by_side():
    malee, nok, article = editor(), editor("nok"), world.article()
    for desk, title in ((malee, "หนึ่ง"), (nok, "สอง"), (malee, "สาม")):
        sent(desk, article, title_th=title)
    found = {review.typed["title_th"] for review in Review.objects.filter(state="waiting")}
    assert found == {"สอง", "สาม"} and Review.objects.get(state="taken_back").boxes == ""


def test_a_change_that_only_ticks_a_box_is_told_and_let_out():
    """Of the record, of a row, and the box that says of a language that it is still right."""
    malee, somchai, article = editor(), publisher(), world.article(title_th="เดิม", title_en="Before")
    sent(somchai, article, "_save", title_th="ใหม่")
    assert fresh(article).en_behind_since
    held = {"ยังไม่เผยแพร่ข้อความภาษาอังกฤษ": ("ไม่ใช่", "ใช่")}
    for box, said, ticked in (("sides_agree", {}, ["ฉบับภาษาอังกฤษยังถูกต้องอยู่"]), ("hold_en", held, [])):
        answer = sent(malee, article, **{box: "on"})
        assert answer.url == "/admin/", errors_of(answer)
        page = somchai.get(waiting().url)
        assert changes_in(page) == said and page.context["review_panels"][0].ticked == ticked
        assert as_sent(page, Article)[box] == "on"
        answer = released(somchai, waiting())
        assert answer.status_code == 302, errors_of(answer)
    assert fresh(article).hold_en and not fresh(article).en_behind_since
    sent(malee, article, hold_en=[])
    assert changes_in(somchai.get(waiting().url)) == {"ยังไม่เผยแพร่ข้อความภาษาอังกฤษ": ("ใช่", "ไม่ใช่")}
    released(somchai, waiting())
    assert not fresh(article).hold_en
