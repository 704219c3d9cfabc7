"""The register of agreements, and the page of one agreement."""

import pytest
from django.core.files.base import ContentFile

from iad_portal.lib.dates.calendar import PartialDate
from networks.models import Commitment, CommitmentNote
from relations.models import Agency, Agreement, Document, Instrument, Post, PostKind, Side, Signatory
from tests import world
from tests.site.checks import assert_one_era, assert_queries, grows_not

pytestmark = pytest.mark.django_db


def page(client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, path
    return response.content.decode()


def detail(client, agreement, language: str = "en") -> str:
    return page(client, f"/{language}/agreements/{agreement.number}/")


def budapest(**facts):
    """The agreement with Budapest of 20 February 1997."""
    city = world.city("budapest", "HU", name_th="กรุงบูดาเปสต์", name_en="Budapest")
    defaults = {
        "number": 9009,
        "signed_on": "1997-02-20",
        "original_title": "Testvérvárosi megállapodás",
        "original_language": "hu",
    }
    return world.agreement(city, **defaults | facts)


def sign(agreement, side: Side, **person):
    someone = world.person(**person)
    return Signatory.objects.create(
        agreement=agreement, side=side, person=someone, post_title_th="ผู้ว่าราชการ", post_title_en="Governor"
    )


# ---- The register


def test_the_register_lists_what_is_published_in_both_languages(client):
    """A draft is neither listed nor counted; each language has its own names and era."""
    budapest()
    world.agreement(world.city("brisbane", name_en="Brisbane"), number=9051, status="draft")
    english, thai = page(client, "/en/agreements/"), page(client, "/th/agreements/")
    assert "Budapest" in english and "20 Feb 1997" in english and "1 agreement" in english
    assert "กรุงบูดาเปสต์" in thai and "20 ก.พ. 2540" in thai
    assert "/agreements/9051/" not in english and "Brisbane" not in english
    assert_one_era(client, "agreements/")


def test_totals_are_worked_out_for_today(client):
    """What has a recorded end that passed has ended, with a date of signing or without."""
    budapest()
    world.agreement()
    world.agreement(expires_on=PartialDate.from_iso("2020"))
    context = client.get("/en/agreements/").context
    assert [total.value for total in context["totals"]] == [3, 2, 1]
    assert client.get("/en/agreements/?state=last_known").context["page"].paginator.count == 2
    assert client.get("/en/agreements/?state=undated").context["page"].paginator.count == 2


FILTERS = [
    ("year=1997", {9009}),
    ("instrument=mou", {9010}),
    ("state=ended", {9011}),
    ("state=not_yet", {9012}),
    ("state=undated", {9013}),
    ("state=last_known", {9009, 9010, 9013}),
    ("state=confirmed", set()),
    ("city=budapest", {9009}),
    ("city=budapest&instrument=mou", set()),
    ("year=abc&state=nonsense&city=nowhere&sort=x", {9009, 9010, 9011, 9012, 9013}),
    ("year=99999999999999999999&city=%00&page=1", {9009, 9010, 9011, 9012, 9013}),
]


@pytest.mark.parametrize(("query", "numbers"), FILTERS)
def test_filters(client, query, numbers):
    """Each narrows the register to what it names; nonsense counts as not asked for."""
    budapest()
    world.agreement(number=9010, instrument=Instrument.MOU, signed_on="2016-07-19")
    world.agreement(number=9011, signed_on="2015-09-01", expires_on=PartialDate.from_iso("2017"))
    world.agreement(number=9012, signed_on="2900-01-01")
    world.agreement(number=9013)
    found = client.get(f"/en/agreements/?{query}", follow=True).context["page"]
    assert {agreement.number for agreement in found} == numbers


def test_order_years_and_chips(client):
    """Newest first with the undated last, or by number; the year is asked for in C.E. and shown in the reader's era."""
    world.agreement(number=9003)
    world.agreement(number=9001, signed_on="1997-02-20")
    world.agreement(number=9002, signed_on="2016-07-19")
    order = lambda query: [agreement.number for agreement in client.get(f"/en/agreements/{query}").context["page"]]  # noqa: E731
    assert order("") == [9002, 9001, 9003]
    assert order("?sort=number") == [9001, 9002, 9003]
    thai = page(client, "/th/agreements/?year=1997")
    assert '<option value="1997" selected>2540 (1)</option>' in thai
    assert 'class="chip--off"' in thai and 'role="status"' in thai


def test_a_page_that_is_none_is_not_found(client):
    """Pages are numbers from one to the last."""
    assert client.get("/en/agreements/?page=0").status_code == 404
    assert client.get("/en/agreements/?page=x").status_code == 404


def test_the_register_asks_few_questions(client):
    """As many at thirty rows as at three."""
    grows_not(client, "/th/agreements/?state=last_known", lambda number: world.agreement(signed_on="2011-01-01"))


# ---- One agreement


def test_the_page_shows_what_is_recorded(client):
    """Day in the reader's era, original title in its own language, state with what is still to confirm, sources."""
    agreement = budapest(
        announced_ordinal=24, cooperation_th="วัฒนธรรม", cooperation_en="Culture", doubt_en="Ask the archive"
    )
    world.cite(agreement, world.source("paper", publisher_en="The Nation"))
    english, thai = detail(client, agreement), detail(client, agreement, "th")
    assert '<time datetime="1997-02-20">20 February 1997</time>' in english
    assert "20 กุมภาพันธ์ 2540" in thai and "Sister city agreement: Bangkok and Budapest" in english
    assert '<cite lang="hu">Testvérvárosi megállapodás</cite>' in english
    assert "No end recorded" in english and "The office has still to confirm that it is in force." in english
    assert "announced at the time as <q>the 24th sister city</q>" in english
    assert "The Nation" in english and 'href="#source-1"' in english and "Culture" in english
    assert "Ask the archive" not in english and 'class="doubt"' in english
    assert_one_era(client, "agreements/9009/")


def test_what_is_not_known_waits_to_be_added(client):
    """No day, nobody, no papers: in words that do not speak of sources."""
    english = detail(client, world.agreement())
    assert "Date to be added" in english and english.count("<p>To be added</p>") == 2
    assert "Not yet on this site" in english and "/en/contact/#write" in english and "sources do not" not in english


def test_the_way_down_leads_over_the_city(client):
    """Not over a draft."""
    english = detail(client, budapest())
    crumbs = english.split('class="crumbs"')[1].split("</nav>")[0]
    assert "/en/agreements/" in crumbs and "/en/cities/budapest/" in crumbs
    hidden = detail(client, world.agreement(world.city("hidden", status="draft")))
    assert "/en/cities/hidden/" not in hidden


def test_the_page_says_how_to_cite_it(client):
    """With number, day of reading and absolute address."""
    cite = detail(client, budapest()).split('class="quote"')[1].split("</p>")[0]
    assert "(agreement no. 9009)" in cite and "as of" in cite and "http" in cite and "/en/agreements/9009/" in cite


@pytest.mark.parametrize(
    ("facts", "note"),
    [
        ({"terminated_on": "2010-01-01"}, "Terminated on 1 January 2010."),
        ({"expires_on": "2002-02-19"}, "Its recorded term ran until 19 February 2002."),
        ({"expires_on": "2002-02-19", "renews_itself": True}, "It renews itself until one side gives notice."),
        ({"expires_on": "2056-02-19"}, "Its recorded term runs until 19 February 2056."),
        ({"signed_on": "2900-01-01"}, "It binds from 1 January 2900."),
    ],
)
def test_the_state_has_its_reason(client, facts, note):
    """The sentence beside the state tells why."""
    assert f"<small>{note}</small>" in detail(client, budapest(**facts))


def test_signatories_stand_by_side_with_rank_and_post(client):
    """Rank and name as one; who governed is not asked when Bangkok's signatory is on record."""
    agreement = budapest()
    sign(agreement, Side.BANGKOK, slug="bhichit", name_en="Bhichit Rattakul", rank_en="Dr")
    sign(agreement, Side.PARTNER, slug="demszky", name_en="Gábor Demszky")
    english = detail(client, agreement)
    assert "Dr Bhichit Rattakul" in english and "For Budapest" in english and "Gábor Demszky" in english
    assert "Governor at the time" not in english and "To be added" not in english


def test_the_governor_of_the_day_is_context_only(client):
    """Where Bangkok's side is not recorded, the page says who governed, not that he signed."""
    Post.objects.create(
        person=world.person(name_en="Bhichit Rattakul"),
        kind=PostKind.GOVERNOR,
        title_th="ผู้ว่าฯ",
        title_en="Governor",
        starts_on=PartialDate.from_iso("1996"),
        ends_on=PartialDate.from_iso("2000"),
    )
    english = detail(client, budapest())
    assert 'Governor at the time: <span class="name">Bhichit Rattakul</span>' in english
    assert english.count("<p>To be added</p>") == 2


def test_renewals_stand_in_one_chain_and_name_no_draft(client):
    """The oldest first, this one marked; also those that are two steps away."""
    first = budapest(title_en="First paper", title_th="ฉบับแรก")
    second = budapest_again(first, 9010, title_en="Second paper", title_th="ฉบับที่สอง")
    budapest_again(second, 9012, title_en="Third paper", title_th="ฉบับที่สาม")
    budapest_again(first, 9011, status="draft", title_en="Secret paper")
    world.agreement(first.city, number=9013, signed_on="1999")
    chain = detail(client, first).split('class="chain"')[1].split("</ol>")[0]
    assert chain.index("This agreement") < chain.index("/en/agreements/9010/") < chain.index("/en/agreements/9012/")
    assert "9011" not in chain and "9013" not in chain and chain.count('aria-current="true"') == 1
    assert 'id="chain"' not in detail(client, Agreement.objects.get(number=9013))


def budapest_again(first, number: int, **facts):
    return world.agreement(first.city, number=number, renews=first, signed_on="2007-02-20", **facts)


def test_papers_exchanges_and_commitments_hang_on_it(client):
    """Documents with language and size, the exchanges and promises made under it; drafts are left out."""
    agreement = budapest()
    Document.objects.create(
        subject=agreement,
        title_th="ตัวบท",
        title_en="Signed text",
        language="en",
        file=ContentFile(b"a,b\n1,2\n", "text.csv"),
    )
    world.exchange(agreement.city, agreement=agreement, title_en="Visit of the mayor")
    world.exchange(agreement.city, agreement=agreement, title_en="Secret visit", status="draft")
    promise = Commitment.objects.create(
        code="trams", agreement=agreement, framework="bilateral", title_th="รถราง", title_en="Share plans of trams"
    )
    CommitmentNote.objects.create(commitment=promise, noted_on="2018-05-01", state="under_way", text_en="Plans sent")
    english = detail(client, agreement)
    for words in ("Signed text", "CSV", "Visit of the mayor", "Share plans of trams", "Plans sent", "1 May 2018"):
        assert words in english
    assert "Secret visit" not in english


def test_a_missing_language_falls_back_and_is_marked(client):
    """The instrument stands in for a missing title; a note in one language is marked in the other."""
    agreement = budapest(title_th="ข้อตกลงพิเศษ", note_th="หมายเหตุภาษาไทย", place_th="กรุงเทพมหานคร")
    english = detail(client, agreement)
    assert '<p class="prose" lang="th">หมายเหตุภาษาไทย</p>' in english
    assert "This text is available in Thai only." in english and "ข้อตกลงพิเศษ" not in english
    assert "ข้อตกลงพิเศษ" in detail(client, agreement, "th")


@pytest.mark.parametrize("number", ["9051", "999", "99999999999999999999", "0"])
def test_what_is_not_published_is_not_found(client, number):
    """Drafts, unknown numbers and numbers that no column can hold."""
    world.agreement(number=9051, status="draft")
    assert client.get(f"/en/agreements/{number}/").status_code == 404


def test_only_reading_is_allowed(client):
    """Another method is refused."""
    assert client.post("/en/agreements/").status_code == 405
    assert client.post(f"/en/agreements/{budapest().number}/").status_code == 405


def test_a_withdrawn_agreement_stays_under_its_notice(client):
    """Its page answers, tells why, and asks not to be indexed; the register leaves it out."""
    agreement = budapest(
        status="withdrawn", withdrawn_notice_th="ถอนออกแล้ว", withdrawn_notice_en="Withdrawn: wrong number"
    )
    english = detail(client, agreement)
    assert "Withdrawn: wrong number" in english and 'content="noindex"' in english and "20 February 1997" in english
    assert "/agreements/9009/" not in page(client, "/en/agreements/")


def test_a_page_with_everything_asks_no_more_than_any_other(client):
    """Signatory, governor, paper, exchange, promise with agency and note, renewal, sources: of each one, or five."""
    agreement = budapest()
    world.agency(Agency.HOME_SLUG)
    governor = Post.objects.create(person=world.person(), kind="governor", title_en="Governor", starts_on="1996-01-01")
    world.cite(governor)
    agency = world.agency()

    def add(number: int):
        sign(agreement, Side.PARTNER)
        world.cite(agreement)
        world.cite(world.exchange(agreement.city, agreement=agreement))
        Document.objects.create(subject=agreement, title_en=f"Paper {number}")
        promise = Commitment.objects.create(
            code=f"c{number}", agreement=agreement, framework="both", title_en="Promise"
        )
        promise.agencies.add(agency)
        CommitmentNote.objects.create(commitment=promise, noted_on="2018-05-01", state="done")
        budapest_again(agreement, 9100 + number)

    grows_not(client, "/en/agreements/9009/", add, few=1, many=4)
    assert_queries(client, "/th/agreements/9009/")
