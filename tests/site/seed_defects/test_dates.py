"""Years and dates of the old pages that cannot be right, or contradict one another."""

import pytest

from networks.models import Meeting, Membership, Network
from news.models import Article
from relations.models import KeyRecipient
from tests import world
from tests.desk.desk import errors_of

from .rows import DEFECTS, Form, article


def test_D34_the_founding_has_its_source_and_its_doubt_and_another_year_is_asked_about(starting_data):
    clair = Network.objects.get(slug="clair")
    assert clair.founded_on.iso == "1988-07" and "2541" in clair.doubt_th and clair.citations.exists()
    told = Form().asked(**article("องค์กร CLAIR ก่อตั้งขึ้นเมื่อเดือนกรกฎาคม พ.ศ. 2541"))
    assert "2531" in told and "2541" in DEFECTS["D34"]["defect"]
    assert "2525" in Form().asked(**article("Mayors for Peace was founded in 1992.", "en"))
    Form().takes(**article("องค์กร CLAIR ก่อตั้งขึ้นเมื่อเดือนกรกฎาคม พ.ศ. 2531"))


@pytest.mark.django_db
def test_D35_a_first_summit_older_than_the_decision_is_asked_about():
    """As a meeting older than its network, and in the words of a text."""
    network = world.network(founded_on="2011-09-26", name_th="องค์การออกแบบเมือง")
    typed = {"title_th": "การประชุมครั้งแรก", "kind": "conference", "network": network.pk}
    assert "การก่อตั้งเครือข่าย" in Form(Meeting).asked(**typed, starts_on="2544")
    Form(Meeting).takes(**typed | {"title_th": "การประชุมใหญ่"}, starts_on="2554")
    text = "ในเดือนกุมภาพันธ์ พ.ศ. 2553 ผู้แทนเห็นพ้องให้จัดการประชุมทุก 2 ปี โดยเริ่มต้นในปี พ.ศ. {}"
    assert "2544" in Form().asked(**article(text.format(2544))) and "2544" in DEFECTS["D35"]["defect"]
    Form().takes(**article(text.format(2554)))


def test_D36_the_second_account_of_joining_is_a_doubt_and_another_year_is_asked_about(starting_data):
    joined = Membership.objects.get(network__slug="wego")
    assert joined.joined_on.iso == "2012" and joined.citations.exists() and "2553" in joined.doubt_th
    assert "2555" in Form().asked(**article("องค์การ WeGO มีกรุงเทพมหานครเป็นสมาชิกเมื่อปี พ.ศ. 2558"))
    typed = {"memberships-0-joined_on": "2552"}
    assert "การก่อตั้งเครือข่าย" in Form(record=joined.network).asked(**typed)


def test_D43_the_order_is_a_paper_with_its_own_date(starting_data):
    """The committee hangs on it, not on the days of the meeting."""
    meeting = Meeting.objects.get(slug="mgmac-7-2019")
    order = meeting.documents.get(code="bma-order-4271-2562")
    assert order.dated_on.iso == "2019-12-27" and order.dated_on > meeting.ends_on
    assert "คณะกรรมการ" in order.note_th


@pytest.mark.django_db
def test_D44_dates_are_stored_in_one_era_and_shown_in_the_readers(client):
    news = world.article()
    Form(record=news).takes(event_on="14 กุมภาพันธ์ 2562", published_on="15/2/2562")
    news.refresh_from_db()
    assert news.event_on.iso == "2019-02-14" and str(news.published_on) == "2019-02-15"
    assert "15 กุมภาพันธ์ 2562" in client.get(f"/th/news/{news.slug}/").content.decode()
    assert "15 February 2019" in client.get(f"/en/news/{news.slug}/").content.decode()


ERAS = {
    "the old footer": ("ศุกร์, กุมภาพันธ์ 14, 2020", "th", "2563"),
    "C.E. in Thai": ("เมื่อวันที่ 26 มิถุนายน 2019 ที่กรุงเทพฯ", "th", "2562"),
    "B.E. in English": ("On 26 June 2562 in Bangkok", "en", "2019"),
    "the wrong era": ("ประชุมเมื่อ พ.ศ. 2019", "th", "2019"),
    "both, and not the same": ("เมื่อ พ.ศ. 2504 (ค.ศ. 1960)", "th", "1961"),
    "a day that is not": ("ประชุมวันที่ 31 เมษายน 2562", "th", "31"),
    "another weekday": ("วันจันทร์ที่ 14 กุมภาพันธ์ 2563", "th", "ศุกร์"),
    "another weekday in English": ("Monday, 14 February 2020", "en", "ศุกร์"),
}


@pytest.mark.django_db
@pytest.mark.parametrize("name", ERAS)
def test_D44_a_date_in_a_text_that_cannot_be_so_is_asked_about(name):
    text, language, said = ERAS[name]
    assert said in Form().asked(**article(text, language))


@pytest.mark.django_db
def test_D44_dates_that_are_right_are_taken():
    thai = ("วันศุกร์ที่ 14 กุมภาพันธ์ 2563 (ค.ศ. 2020)", "ระหว่างวันที่ 26–28 มิถุนายน 2562 เวลา 09.00 น.",
            "ค.ศ. 1961 (พ.ศ. 2504) โทร. 0 2221 2141")  # fmt: skip
    Form().takes(**article("</p><p>".join(thai)))
    Form().takes(**article("Friday, 14 February 2020; 2,500 people; in 2019", "en"))


def test_D50_both_dates_stand_with_their_sources_and_a_doubt(starting_data):
    meeting = Meeting.objects.get(slug="amf-assembly-2-2011")
    assert meeting.starts_on.iso == "2011-04-01" and "2012" in meeting.doubt_en and meeting.citations.exists()


@pytest.mark.django_db
def test_D52_a_year_that_cannot_be_right_is_refused_with_the_reason():
    """1661 as a date; in a text it is asked about, as is a century that does not hold the year beside it."""
    answer = Form(KeyRecipient).send(name_th="ผู้ได้รับ", received_on="1661")
    assert answer.status_code == 200 and "1661" in " ".join(errors_of(answer)) and not KeyRecipient.objects.exists()
    assert "1661" in Form().asked(**article("The first key was given in 1661.", "en"))
    assert "1457" in Form().asked(**article("In the sixteenth century (B.E. 2000) cities gave keys.", "en"))
    assert "1661" in DEFECTS["D52"]["defect"]
    Form().takes(**article("The first key was given in 1961, in the 20th century (B.E. 2504).", "en"))


@pytest.mark.django_db
def test_D54_news_that_came_out_before_its_event_is_asked_about():
    typed = {"title_th": "ต่ออายุความร่วมมือ", "kind": "news", "event_on": "21/2/2560"}
    told = Form().asked(**typed, published_on="19/2/2560")
    assert "21 กุมภาพันธ์ 2560" in told and "19 กุมภาพันธ์ 2560" in told
    Form().takes(**typed | {"title_th": "ข่าววันเดียวกัน"}, published_on="21/2/2560")
    Form().takes(**typed | {"title_th": "ประกาศล่วงหน้า", "kind": "announcement"}, published_on="19/2/2560")


def test_D54_the_event_has_its_own_date(starting_data):
    news = Article.objects.get(slug="fukuoka-2017")
    assert news.event_on.iso == "2017-02-21" and news.published_on is None and news.is_doubtful
