"""Pages of the site that are no records: who asks for a telephone number, or for a calendar, is led to the right one.

They are few and the same in every portal, so they are told here, with the words that people use, and stand above what
the index finds. A query leads there when the page's words hold all of it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.search.stopwords import telling
from iad_portal.lib.search.words import readable, words


@dataclass(frozen=True, eq=False)  # each is one of its kind: compared, its labels would be translated
class FixedPage:
    """A page by the name of its URL, what it is called, what is there, and by which words it is sought."""

    url_name: str
    label: Promise
    says: Promise
    sought: str

    @property
    def url(self) -> str:
        """Its address in the reader's language."""
        return reverse(self.url_name)


PAGES = (
    FixedPage(
        "contact",
        _("Contact"),
        _("Telephone, e-mail, address and a form to write to the office."),
        "ติดต่อ สอบถาม เรื่อง ร้องเรียน แจ้ง เบอร์โทร เบอร์โทรศัพท์ เบอร์ติดต่อ หมายเลข โทรศัพท์ ที่อยู่ ที่ตั้ง แผนที่ อีเมล อีเมล์ "
        "สำนักงาน เจ้าหน้าที่ เวลาทำการ "
        "contact us call telephone phone number email e-mail mail address map location office opening hours complaint "
        "feedback enquiry inquiry",
    ),
    FixedPage(
        "data",
        _("Open data"),
        _("Each register as a file: CSV and XLSX for spreadsheets, JSON for programs."),
        "ข้อมูลเปิด ชุดข้อมูล ดาวน์โหลด ไฟล์ ตาราง เอกเซล เอ็กเซล สถิติ open data dataset download file csv excel json "
        "api spreadsheet statistics",
    ),
    FixedPage(
        "news:alerts",
        _("News by e-mail"),
        _("Receive news of all, a city, a network or a kind."),
        "รับข่าวทางอีเมล รับข่าว สมัครรับข่าว แจ้งเตือน อีเมล ติดตามข่าว alerts news by e-mail email subscribe subscription follow",
    ),
    FixedPage(
        "feeds",
        _("Feeds"),
        _("Follow the news with a feed reader."),
        "ฟีด ติดตามข่าว รับข่าว สมัครรับข่าว แจ้งเตือน feed rss atom follow news subscribe subscription ical icalendar ics",
    ),
    FixedPage(
        "sources",
        _("Sources"),
        _("Where the facts on this site come from."),
        "แหล่งข้อมูล แหล่งที่มา ที่มา อ้างอิง บรรณานุกรม sources references bibliography",
    ),
    FixedPage(
        "press",
        _("For the press"),
        _("Press contact, official names, the totals, and the terms of use of photographs."),
        "สื่อมวลชน สื่อ นักข่าว ผู้สื่อข่าว ผู้ประสานงาน เงื่อนไขการใช้ภาพ ภาพ โลโก้ "
        "press media room journalists journalist reporter contact kit logo photos terms of use facts official names",
    ),
    FixedPage(
        "relations:city_list",
        _("Partner cities"),
        _("The register of cities tied to Bangkok by agreement."),
        "เมืองพี่เมืองน้อง บ้านพี่เมืองน้อง เมืองคู่มิตร เมืองคู่ความร่วมมือ รายชื่อ ทั้งหมด ทะเบียน sister partner twin cities towns "
        "list all register",
    ),
    FixedPage(
        "relations:agreement_list",
        _("Agreements"),
        _("The register of agreements between Bangkok and cities abroad."),
        "ข้อตกลง ความตกลง บันทึกความเข้าใจ เอ็มโอยู รายการ ทั้งหมด ทะเบียน agreements mou list all register",
    ),
    FixedPage(
        "relations:embassy_list",
        _("Embassies"),
        _("Embassies in Bangkok, with addresses and telephone numbers where they are known."),
        "สถานทูต สถานเอกอัครราชทูต ทูต กงสุล เบอร์โทร รายชื่อ ทั้งหมด embassies diplomatic missions ambassadors list all phone",
    ),
    FixedPage(
        "networks:network_list",
        _("Networks"),
        _("City networks that Bangkok belongs to or takes part in."),
        "เครือข่าย เครือข่ายเมือง องค์การระหว่างประเทศ พหุภาคี สมาชิก รายชื่อ ทั้งหมด "
        "city networks multilateral memberships list all",
    ),
    FixedPage(
        "networks:meeting_list",
        _("Meetings"),
        _("Meetings by date: what comes next, and what was agreed."),
        "การประชุม ปฏิทิน กำหนดการ ตาราง กิจกรรม วันประชุม meetings calendar events schedule agenda dates upcoming",
    ),
    FixedPage(
        "plans:plan_list",
        _("Plans"),
        _("Plans of the office by fiscal year, and their projects."),
        "แผน แผนงาน แผนปฏิบัติการ ยุทธศาสตร์ งบประมาณ โครงการ plans strategy budget projects",
    ),
    FixedPage(
        "news:article_list",
        _("News"),
        _("News, press releases and announcements of the office."),
        "ข่าว ข่าวสาร ข่าวประชาสัมพันธ์ ประกาศ ล่าสุด news press releases announcements media latest",
    ),
    FixedPage(
        "news:newsletter_list",
        _("Newsletters"),
        _("The numbers of InterNEWS."),
        "จดหมายข่าว วารสาร อินเตอร์นิวส์ newsletter internews magazine bulletin",
    ),
    FixedPage(
        "networks:commitment_list",
        _("Commitments"),
        _("What was promised at meetings and in agreements, and where it stands."),
        "ข้อผูกพัน พันธกรณี คำมั่น สิ่งที่ตกลงร่วมกัน ค้าง เกินกำหนด เลยกำหนด ติดตาม ทั้งหมด ทะเบียน "
        "commitments promises pledges overdue follow up list all register",
    ),
    FixedPage(
        "relations:exchange_list",
        _("Visits and activities"),
        _("What was done with partner cities and embassies, by kind, year and city."),
        "การเยือน การแลกเปลี่ยน การแลกเปลี่ยนเยือน แลกเปลี่ยนเยาวชน เยาวชน เยี่ยมคารวะ ศึกษาดูงาน กิจกรรมร่วม ทั้งหมด ทะเบียน "
        "visits exchanges youth courtesy calls study trips activities list all register",
    ),
    FixedPage(
        "networks:membership_list",
        _("Networks shared with partner cities"),
        _("Which partner cities are in which networks."),
        "สมาชิกภาพ สมาชิกร่วม เครือข่ายร่วม เมืองสมาชิก เครือข่าย เมืองคู่ความร่วมมือ "
        "shared memberships member partner cities networks",
    ),
    FixedPage(
        "relations:head_list",
        _("Heads of mission"),
        _("Ambassadors and other heads of missions in Bangkok, by country."),
        "หัวหน้าคณะผู้แทนทางทูต เอกอัครราชทูต ทูต อุปทูต รายชื่อ ทั้งหมด ทะเบียน heads of mission ambassadors list all register",
    ),
    FixedPage(
        "key_recipients",
        _("Recipients of the Key to the City"),
        _("Who received the Key to the City of Bangkok, and when."),
        "กุญแจเมือง กุญแจ ผู้ได้รับ ผู้รับมอบ รับมอบ มอบ รายชื่อ key to the city recipients list who received",
    ),
    FixedPage(
        "relations:agency_list",
        _("City agencies"),
        _("Whom to ask in the departments and offices of the city."),
        "หน่วยงาน สำนัก ผู้ประสานงาน ทำเนียบ agencies departments focal points directory whom ask",
    ),
)
# A longer query asks for a record.
_MOST_WORDS = 6


def pages_for(typed: str) -> list[FixedPage]:
    """The pages whose words hold all telling words of `typed`, in their order here; asks nothing of the database."""
    asked = {word.stem for word in telling(words(readable(typed)))}
    if not 0 < len(asked) <= _MOST_WORDS:
        return []
    return [page for page in PAGES if asked <= _stems_of(page)]


def pages_beginning(forms: Iterable[str]) -> list[FixedPage]:
    """The pages with a word that begins as the last of `forms`, and with all the others: for who is still typing."""
    *whole, beginning = forms
    return [page for page in PAGES if _has(page, whole, beginning)]


def _has(page: FixedPage, whole: list[str], beginning: str) -> bool:
    forms = _forms_of(page)
    return set(whole) <= forms and any(form.startswith(beginning) for form in forms)


@cache
def _stems_of(page: FixedPage) -> frozenset[str]:
    return frozenset(word.stem for word in words(readable(page.sought)))


@cache
def _forms_of(page: FixedPage) -> frozenset[str]:
    return frozenset(word.form for word in words(readable(page.sought)))
