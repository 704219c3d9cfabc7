"""InterNEWS: an honest empty list today, numbers tomorrow."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile

from iad_portal.lib.media import pdf_cover, renditions
from news import covers
from news.covers import give_cover
from news.models import Newsletter, NewsletterItem
from relations.models import Document, Photo
from tests import world
from tests.desk.desk import desk_url, errors_of, signed_in, untouched
from tests.desk.test_kept_uploads import PAPERS, PHOTOS
from tests.lib.media.pictures import pdf
from tests.site.checks import assert_one_era, grows_not

pytestmark = pytest.mark.django_db


@pytest.fixture
def small_covers(settings, monkeypatch):
    """In memory and in one size; drawn here, not in a process of their own."""
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}
    monkeypatch.setattr(renditions, "WIDTHS", (64,))
    monkeypatch.setattr(covers, "first_page", lambda file: pdf_cover.drawn(file.read()))
    monkeypatch.setattr(pdf_cover, "WIDEST", 64)


def newsletter(slug: str = "8-3", **facts) -> Newsletter:
    """Volume 8, number 3, of mid-2015."""
    defaults = {"volume": 8, "number": 3, "fiscal_year": 2015, "fiscal_quarter": 3, "published_on": "2015-07-01"}
    return Newsletter.objects.create(slug=slug, **world.PUBLISHED | defaults | facts)


def test_without_numbers_the_page_says_so(client):
    """No promise, no blank page."""
    assert "not in this register yet" in client.get("/en/newsletters/").content.decode()


def test_a_number_names_its_quarter_in_the_readers_calendar(client):
    """The fiscal quarter, on the list and on its own page."""
    newsletter()
    newsletter("9-1", volume=9, number=1, status="draft")
    for path in ("newsletters/", "newsletters/8-3/"):
        assert "2558" in client.get(f"/th/{path}").content.decode()
        assert "quarter 3, fiscal year 2015" in client.get(f"/en/{path}").content.decode()
        assert_one_era(client, path)
    assert client.get("/th/newsletters/9-1/").status_code == 404


def test_a_number_without_its_file_says_so(client):
    """In one line; with the file the line is gone."""
    issue = newsletter()
    paper = Document.objects.create(subject=issue, title_th="ฉบับเต็ม", title_en="The issue")
    assert "not yet on this site." in client.get("/en/newsletters/8-3/").content.decode()
    paper.file = ContentFile(pdf(1), "issue.pdf")
    paper.save()
    assert "not yet on this site." not in client.get("/en/newsletters/8-3/").content.decode()


def test_its_contents_stand_by_pages_and_lead_to_what_may_be_read(client):
    """A draft is not named; its headline, which is the newsletter's own, stays."""
    issue = newsletter()
    for page, status in ((7, "draft"), (2, "published")):
        article = world.article(f"a{page}", status=status, title_en=f"Title {page}")
        NewsletterItem.objects.create(
            newsletter=issue, page=page, article=article, headline_th=f"หัวข้อ {page}", headline_en=f"Head {page}"
        )
    lines = client.get("/en/newsletters/8-3/").context["contents"]
    assert [(str(line.headline), line.url, line.page) for line in lines] == [
        ("Head 2", "/en/news/a2/", 2),
        ("Head 7", "", 7),
    ]
    html = client.get("/th/newsletters/8-3/").content.decode()
    assert "หัวข้อ 7" in html and "Title 7" not in html and "หน้า 2" in html


def test_queries_do_not_grow(client):
    """Covers are fetched together; so are the contents."""
    issue = newsletter("contents", volume=99)

    def add(number):
        headline = {"headline_th": "ก", "headline_en": "A"}
        NewsletterItem.objects.create(newsletter=issue, article=world.article(), **headline)

    grows_not(client, "/th/newsletters/contents/", add)
    grows_not(client, "/th/newsletters/", lambda number: newsletter(f"n-{number}", volume=1, number=number + 1))


def test_without_a_photo_the_first_page_of_the_pdf_is_the_cover(settings, monkeypatch):
    """Once; a photo that is given stays the only one, and a newsletter without a PDF has none."""
    monkeypatch.setattr(renditions, "WIDTHS", (64,))
    settings.STORAGES = {**settings.STORAGES, "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"}}
    issue = newsletter()
    assert give_cover(issue) is None
    paper = Document.objects.create(subject=issue, title_th="ฉบับเต็ม", file=ContentFile(pdf(1), "issue.pdf"))
    cover = give_cover(issue)
    assert cover.subject == issue and "8" in cover.alt_th and cover.alt_en == "Cover of InterNEWS, volume 8, number 3"
    assert give_cover(issue) is None and Photo.objects.of(issue).count() == 1
    cover.delete()
    paper.file.storage.delete(paper.file.name)
    assert give_cover(issue, has_new_paper=True) is None


def test_the_desk_gives_the_cover_when_it_saves(small_covers):
    client, issue = signed_in(), newsletter()
    Document.objects.create(subject=issue, title_th="ฉบับเต็ม", file=ContentFile(pdf(1), "issue.pdf"))
    url = desk_url(Newsletter, "change", issue.pk)
    answer = client.post(url, untouched(client, url, Newsletter))
    assert answer.status_code == 302, errors_of(answer)
    assert Photo.objects.of(issue).count() == 1


@pytest.mark.history
def test_a_cover_that_was_taken_away_comes_back_only_with_another_paper(small_covers):
    client, issue = signed_in(), newsletter()
    Document.objects.create(subject=issue, title_th="ฉบับเต็ม", file=ContentFile(pdf(1), "issue.pdf"))
    url = desk_url(Newsletter, "change", issue.pk)

    def save(**changed) -> int:
        answer = client.post(url, untouched(client, url, Newsletter) | changed)
        assert answer.status_code == 302, errors_of(answer)
        return Photo.objects.of(issue).count()

    assert save() == 1
    assert save(**{f"{PHOTOS}-0-DELETE": "on"}) == 0
    assert save(summary_th="ใหม่") == 0
    link = {"title_th": "ที่อื่น", "url": "https://example.org/a.pdf", "order": "1"}
    assert save(**{f"{PAPERS}-TOTAL_FORMS": "2"}, **{f"{PAPERS}-1-{name}": value for name, value in link.items()}) == 0
    another = SimpleUploadedFile("another.pdf", pdf(2), "application/pdf")
    assert save(**{f"{PAPERS}-0-file": another}) == 1
