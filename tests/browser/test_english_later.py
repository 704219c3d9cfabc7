"""The moment of a scheduled article comes; its English follows days later, by a translator, while it is public."""

from datetime import timedelta
from functools import partial

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from iad_portal.office.groups import PUBLISHERS, TRANSLATORS
from news.models import Article
from tests import world
from tests.desk.desk import desk_url

from .test_review import press, signed_in

pytestmark = pytest.mark.browser
THAI, ENGLISH = "กรุงเทพมหานครต้อนรับคณะผู้แทนกรุงปราก", "Bangkok welcomes a delegation from Prague"


def shown(browser, root, language, article):
    """The answer to a reader who comes for the first time (a browser keeps a page for a minute), and its heading."""
    page = browser.new_context().new_page()
    answer = page.goto(f"{root}/{language}/news/{article.slug}/")
    heading = page.locator("h1").inner_text().replace("\u2060", "")
    page.context.close()
    return answer.status, heading


def write_english(translator, article):
    """Of the Thai side nothing may be changed."""
    translator.goto(translator.root + desk_url(Article, "change", article.pk))
    assert translator.locator("#id_title_th").is_disabled()
    translator.fill("#id_title_en", ENGLISH)
    press(translator, "_send")
    expect(translator.locator(".messagelist")).to_be_visible()


def let_out(publisher, article):
    publisher.goto(publisher.root + desk_url(Article, "change", article.pk))
    publisher.locator(".review__list a, a[href*='review=']").first.click()
    press(publisher, "_release")


def test_an_article_comes_out_at_its_moment_and_its_english_later(browser, starting_server):
    article = world.article("prague", title_th=THAI, title_en="", body_en="", published_on=None,
                            publish_at=timezone.now() + timedelta(hours=1))  # fmt: skip
    read = partial(shown, browser, starting_server)
    assert read("th", article)[0] == 404
    Article.objects.filter(pk=article.pk).update(publish_at=timezone.now() - timedelta(seconds=1))
    assert read("th", article) == (200, THAI)
    assert read("en", article) == (200, THAI)
    translator = signed_in(browser, starting_server, "malee", TRANSLATORS)
    publisher = signed_in(browser, starting_server, "somchai", PUBLISHERS)
    write_english(translator, article)
    assert read("en", article) == (200, THAI)
    let_out(publisher, article)
    assert read("en", article) == (200, ENGLISH)
    for page in (translator, publisher):
        page.context.close()
