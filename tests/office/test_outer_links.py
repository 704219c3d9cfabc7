"""Each night some outer addresses of our records are asked; what fails on three days waits on the desk."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from iad_portal.lib.dates import calendar
from iad_portal.lib.operations.outer_addresses import Answer, Asker
from iad_portal.office import outer_links
from iad_portal.office.groups import CONTACTS, EDITORS
from iad_portal.office.management.commands import check_outer_links
from iad_portal.office.models import OuterLink
from iad_portal.office.outer_links import Night, bring_in_step, due
from tests import world
from tests.desk.desk import as_sent, desk_url, signed_in
from tests.desk.test_status import act
from tests.local_site import local_site

pytestmark = pytest.mark.django_db
DEAD = Answer("fails", 404)


@pytest.fixture
def site(monkeypatch):
    """A local site, which the command may ask, without rests between."""
    with local_site() as server:
        kind = lambda agent, seconds: Asker(agent, seconds, lambda _address: True)  # noqa: E731
        monkeypatch.setattr(check_outer_links, "Asker", kind)
        yield server


def link(address="https://a.example/", **facts):
    return OuterLink.objects.create(mark=outer_links.mark_of(address), address=address, host="a.example", **facts)


def days(link, *answers, first=-5):
    """`answers` come in, one a day; gives `link` as it is stored then."""
    for number, answer in enumerate(answers):
        link.take(answer, timezone.now() + timedelta(days=first + number))
    return OuterLink.objects.get(pk=link.pk)


def test_what_texts_sources_and_records_name_is_asked_and_noted(site, settings, capsys):
    """Each address once, without its anchor, with the records that name it; our own and others' kinds are left out."""
    body = f'<p><a href="{site.url}/404">a</a> <a href="{site.url}/here#part">b</a> <a href="mailto:a@b.example">m</a>'
    body += f'<a href="{settings.SITE_URL}/th/">own</a> <a href="/th/news/">own</a></p>'
    article = world.article(body_th=body, body_en=f'<p><a href="{site.url}/here">b</a></p>')
    city = world.city(website=f"{site.url}/moved?to=/here")
    source = world.source(address=f"{site.url}/here")
    call_command("check_outer_links", delay=0, timeout=1, verbosity=2)
    found = {one.address.removeprefix(site.url): one for one in OuterLink.objects.all()}
    assert {path: one.status for path, one in found.items()} == {"/404": 404, "/here": 200, "/moved?to=/here": 200}
    assert found["/here"].named_by == [
        ["relations.Source", str(source.pk)],
        ["news.Article", str(article.pk)],
    ] and found["/moved?to=/here"].named_by == [["relations.City", str(city.pk)]]
    assert found["/moved?to=/here"].led_to == f"{site.url}/here" and found["/404"].failures == 1
    assert "Asked 3 of 3 outer addresses: 1 failed; 0 are called broken." in capsys.readouterr().out
    assert {agent for _method, _path, agent in site.asked} == {f"IAD-Portal-links/1.0 (+{settings.SITE_URL}/)"}
    assert list(OuterLink.objects.moved()) == [found["/moved?to=/here"]]


def test_what_nobody_names_any_more_is_forgotten_and_who_names_it_is_kept_in_step():
    source = world.source(address="https://a.example/")
    assert bring_in_step() == 1
    city = world.city(website="https://a.example/")
    bring_in_step()
    assert ["relations.City", str(city.pk)] in OuterLink.objects.get().named_by
    city.delete(), source.delete()
    assert bring_in_step() == 0 and not OuterLink.objects.exists()


@pytest.mark.parametrize("address", ["https://a.example:99999/", "http://[::1", "https:///x", "ftp://a.example/", ""])
def test_what_is_no_outer_address_is_left_alone(address):
    assert not outer_links.is_outer(address)


def test_it_is_broken_after_failing_on_three_different_days():
    dead = link()
    assert days(dead, DEAD, DEAD).broken_since is None
    dead.take(DEAD, dead.asked_at)
    assert dead.failures == 2
    stored = days(dead, DEAD, first=-3)
    assert stored.broken_since == calendar.today() - timedelta(days=5) and list(OuterLink.objects.broken()) == [stored]
    assert days(dead, Answer("unsure", 403)).broken_since and not days(dead, Answer("works", 200)).broken_since


def test_what_a_server_refuses_to_a_program_is_no_failure():
    assert days(link(), *[Answer("unsure", 403)] * 4).failures == 0


def test_first_what_fails_then_what_is_new_then_the_oldest_and_sites_in_turn():
    now = timezone.now()
    old, older = (link(f"https://a.example/{days}", asked_at=now - timedelta(days=days)) for days in (2, 3))
    new = link("https://a.example/new")
    failed = link("https://a.example/x", failures=1, asked_at=now - timedelta(days=1))
    link("https://a.example/today", asked_at=now)
    other = link("https://b.example/", asked_at=now - timedelta(days=2))
    OuterLink.objects.filter(pk=other.pk).update(host="b.example")
    assert due(3) == [failed, new, older] and due(9) == [failed, other, new, older, old]


def test_a_site_rests_between_two_requests():
    waited = []
    links = [link(), link("https://a.example/2"), link("https://b.example/")]
    links[2].host = "b.example"

    class Quick:
        def ask(self, _address):
            return Answer("works", 200)

    list(Night(Quick(), 5, waited.append).go(links))
    assert len(waited) == 1 and 4 < waited[0] <= 5


def test_while_our_own_line_is_down_nothing_is_noted(monkeypatch):
    """Eight sites in a row that cannot be reached; one that answers shows that the others are at fault."""
    for number in range(9):
        world.source(address=f"https://s{number}.example/")
    silent = Answer("fails", fault="name")

    class Line:
        def __init__(self, *_args):
            pass

        def ask(self, address):
            return Answer("works", 200) if "s7" in address and monkeypatch.up else silent

    monkeypatch.setattr(check_outer_links, "Asker", Line)
    monkeypatch.up = False
    with pytest.raises(CommandError):
        call_command("check_outer_links", delay=0, verbosity=0)
    assert not OuterLink.objects.exclude(asked_at=None).exists()
    monkeypatch.up = True
    call_command("check_outer_links", delay=0, verbosity=0)
    assert OuterLink.objects.filter(failures=1).count() == 8


def waiting(client):
    groups = client.get("/admin/").context["groups"]
    return [row for group in groups for row in group.rows if "outerlink" in row.url]


def test_an_officer_says_that_it_is_right_or_mended():
    client, source = signed_in(group=EDITORS), world.source(address="https://a.example/")
    bring_in_step()
    dead = days(OuterLink.objects.get(), DEAD, DEAD, DEAD)
    assert not waiting(signed_in("dao", CONTACTS))
    (row,) = waiting(client)
    page = client.get(row.url).content.decode()
    assert row.count == 1 and "https://a.example/" in page and "404" in page
    assert desk_url(type(source), "change", source.pk) in page
    act(client, "say_right", dead)
    right = client.get(f"{desk_url(OuterLink)}?state=right").context["cl"].queryset
    assert not waiting(client) and list(right) == [dead]
    assert OuterLink.objects.broken(calendar.today() + timedelta(days=181))
    act(client, "say_mended", dead)
    dead.refresh_from_db()
    assert (dead.failures, dead.broken_since, dead.right_on, dead.asked_at) == (0, None, None, None)


@pytest.mark.parametrize(("answer", "is_right"), [("right", True), ("mended", False)])
def test_the_same_in_its_form(answer, is_right):
    client, made = signed_in(), link(named_by=[["iad_portal.OuterLink", "0"]])
    days(made, DEAD, DEAD, Answer("fails", fault="slow", led_to="https://b.example/"))
    page = client.get(desk_url(OuterLink, "change", made.pk))
    assert "https://b.example/" in page.content.decode() and "ใช้เวลานานเกินไป" in page.content.decode()
    client.post(desk_url(OuterLink, "change", made.pk), as_sent(page, OuterLink) | {"answer": answer})
    made.refresh_from_db()
    assert bool(made.right_on) == is_right and bool(made.broken_since) == is_right
    assert client.get(f"{desk_url(OuterLink)}?state=moved").status_code == 200
