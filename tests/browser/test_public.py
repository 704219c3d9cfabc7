"""The public site in a real browser: the language switcher, and life without script."""

import pytest

pytestmark = pytest.mark.browser


def test_the_switcher_keeps_record_and_filters(page, starting_server):
    """From a Thai list with a filter to the same list in English."""
    page.goto(f"{starting_server}/th/news/?year=2019")
    page.get_by_role("link", name="English").first.click()
    assert page.url == f"{starting_server}/en/news/?year=2019"


def test_nothing_needs_script(browser, starting_server):
    """A filter and the menu's links work with JavaScript off."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{starting_server}/en/cities/")
    page.get_by_role("link", name="Washington, D.C.").first.click()
    assert page.url.endswith("/en/cities/washington-dc/")
    context.close()
