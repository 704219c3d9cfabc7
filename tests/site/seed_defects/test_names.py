"""Names that the old pages misspelt: each is met in every text of the desk, and leads search to the one record."""

import pytest

from iad_portal.office.importer.inventory import Inventory
from iad_portal.office.management.commands.load_starting_data import Command
from iad_portal.office.search.golden import Golden, first_results
from networks.models import Meeting
from news.models import Article
from relations.models import City, Country, Spelling
from tests import world
from tests.desk.desk import desk_url, signed_in

from .rows import DEFECTS, Form, article, thai

# What of the row's `defect` stood on the page, where the cell says more, and what the register writes.
TYPED = {
    "D01": "กรุงบูดาเปสต์", "D02": "นครเซนต์ปีเตอร์สเบิร์ก", "D03": "นครฉงชิ่ง", "D04": "นครอู่ฮั่น", "D05": "เมืองปอร์โต",
    "D06": "สาธารณรัฐคาซัคสถาน", "D07": "นครหลวงเวียงจันทน์", "D08": "กรุงบันดาร์เสรีเบกาวัน", "D09": "กรุงบันดาร์เสรีเบกาวัน",
    "D10": "กรุงบันดาร์เสรีเบกาวัน", "D11": "กรุงเบอร์ลิน", "D12": "รวมทั้ง", "D14": "องค์การระหว่างประเทศ",
    "D15": "Management of Human Settlements", "D16": "World Association of the Major Metropolises",
    "D17": "Council of Local Authorities for International Relations", "D18": "Asian-Pacific City Summit",
    "D19": "พหุภาคี", "D21": "นครเซินเจิ้น", "D22": "แชงกรี-ลา", "D23": "ด้านการต่างประเทศ", "D24": "การจัดตั้งผู้ประสานงานกลาง",
    "D27": "สำนักวัฒนธรรม กีฬา และการท่องเที่ยว", "D38": "Asian-Pacific City Summit", "D47": "กรุงอัสตานา",
}  # fmt: skip
STOOD = {
    "D10": ["กรุงบันดาร์ เสรี เบกาวัน"],
    "D17": ["Japan Council of Local Authorities for International Relations"],
    "D22": ["แชงกรี–ลา", "แชงกรี-ล่า"],
    "D27": ["สำนักวัฒนธรรมกีฬาและการท่องเที่ยว", "สำนักวัฒนธรรม กีฬาและการท่องเที่ยว"],
    "D38": ["Asia Pacific City Summit"],
    "D47": ["นครอัสตานา"],
}
# Where search leads by the old spelling.
FOUND = {
    "D01": "budapest", "D02": "saint-petersburg", "D03": "chongqing", "D04": "wuhan", "D05": "porto",
    "D07": "vientiane",
    "D08": "bandar-seri-begawan", "D09": "bandar-seri-begawan", "D10": "bandar-seri-begawan", "D11": "berlin",
    "D16": "metropolis", "D17": "clair", "D21": "shenzhen", "D47": "astana",
}  # fmt: skip


def sentence(words: str) -> str:
    """`words` as a report would name them."""
    return f"คณะผู้แทนกล่าวถึง{words}ในการหารือครั้งนี้" if thai(words) else f"The delegation spoke of {words} at length."


def some_at_a_time(names: dict) -> list[list[str]]:
    """`names` in fours: of one text the desk asks half a dozen questions at most."""
    return [list(names)[start : start + 4] for start in range(0, len(names), 4)]


def report(*words: str) -> dict:
    """What an officer types for an article that names all `words`, each in the text of its language."""
    typed = article("")
    for language in ("th", "en"):
        said = [sentence(one) for one in words if thai(one) == (language == "th")]
        typed[f"body_{language}"] = "".join(f"<p>{one}</p>" for one in said)
    return typed


def questions(*words: str, client=None) -> list[str]:
    """What the desk asks about an article that names `words`."""
    told = Form(client=client).asked(**report(*words))
    return [one for one in told.split("</span>") if "เขียนไม่ตรงกับทะเบียน" in one]


@pytest.mark.parametrize("rows", some_at_a_time(TYPED), ids="-".join)
def test_a_misspelt_name_is_asked_about_and_the_right_one_is_taken(starting_data, rows):
    """The question names what the register writes; the officer confirms, or writes that."""
    client = signed_in()
    stood = [(row, words) for row in rows for words in STOOD.get(row, [DEFECTS[row]["defect"]])]
    told = questions(*(words for _row, words in stood), client=client)
    assert len(told) >= len({words for _row, words in stood}), told
    for row, words in stood:
        assert any(TYPED[row].removeprefix("ด้าน") in one for one in told), (words, told)
    Form(client=client).takes(**report(*dict.fromkeys(TYPED[row] for row in rows)))


@pytest.mark.parametrize("row", FOUND)
def test_search_finds_the_record_by_the_old_spelling(starting_data, row):
    old = STOOD.get(row, [DEFECTS[row]["defect"]])[0]
    found = first_results(Golden(old, "th" if thai(old) else "en", (), ""))
    assert FOUND[row] in [code.partition(":")[2] for code in found], found


# Other slips of the same kinds, none of them on record: a letter, a tone mark, a space, a hyphen, a style.
OTHERS = {
    "a letter": ("กรุงจาการ์ดา", "กรุงจาการ์ตา"), "a letter too many": ("กรุงเฮลซิงกกิ", "กรุงเฮลซิงกิ"),
    "two changed about": ("กรุงเตหะารน", "กรุงเตหะราน"), "a tone mark": ("นครเฉิงตู่", "นครเฉิงตู"),
    "a space": ("กรุงกัวลา ลัมเปอร์", "กรุงกัวลาลัมเปอร์"), "another style": ("นครโตเกียว", "กรุงโตเกียว"),
    "an old style": ("นครเวียงจันทน์", "นครหลวงเวียงจันทน์"),
    "without its style": ("ฮิโรชีมา", "นครฮิโรชิมา"), "a country": ("สาธารณรัฐสิงคโปล์", "สาธารณรัฐสิงคโปร์"),
    "an agency": ("สำนักสิ่งแวดลอม", "สำนักสิ่งแวดล้อม"), "an agency's spacing": ("สำนัก การระบายน้ำ", "สำนักการระบายน้ำ"),
    "English": ("Budapset", "Budapest"), "a network": ("Mayors fro Peace", "Mayors for Peace"),
    "within a long name": ("Local Authorities fur the Management", "CITYNET"),
    "a phrase of the office": ("เมืองพี่เมืองนอง", "เมืองพี่เมืองน้อง"),
}  # fmt: skip


@pytest.mark.parametrize("names", some_at_a_time(OTHERS), ids=", ".join)
def test_other_samples_of_each_kind_are_asked_about(starting_data, names):
    told = questions(*(OTHERS[name][0] for name in names))
    assert len(told) >= len(names), told
    for name in names:
        assert any(OTHERS[name][1] in one for one in told), (name, told)


ORDINARY = [
    "มีงานอย่างต่อเนื่องตลอดปีในเมืองต่าง ๆ ของอิตาลี และอาหารอิตาเลียน",
    "เข้าร่วมทั้งสิ้นสามคณะ",
    "กรุงเทพฯ กับโซล โตเกียว เว้ และปารีสมีความร่วมมือกัน",
    "มหานครโตเกียวเป็นเจ้าภาพ ร่วมกับกรุงโตเกียว",
]


def test_ordinary_words_are_not_taken_for_names(starting_data):
    Form().takes(**article("</p><p>".join(ORDINARY)))


def test_a_title_a_row_and_an_english_text_are_read_too(starting_data):
    """Lines, prose and rich text; the form of a record and its rows; both languages."""
    wrong = "กรุงจาการ์ดา"
    assert "จาการ์ตา" in Form().asked(title_th=f"ข่าวจาก{wrong}")
    row = {
        "participation-TOTAL_FORMS": "1",
        "participation-0-order": "0",
        "participation-0-city": City.objects.get(slug="seoul").pk,
    }
    typed = {"title_th": "การประชุมใหม่", "kind": "board", **row, "participation-0-presented_th": f"เรื่องของ{wrong}"}
    assert "จาการ์ตา" in Form(Meeting).asked(**typed)
    assert "Jakarta" in Form().asked(title_th="ข่าวใหม่", lead_en="A report from Jakatra")


def test_a_text_that_stood_there_is_not_asked_about_again(starting_data):
    """Other work on a record is not held up by what was confirmed once."""
    news = world.article(body_th="<p>ข่าวจากกรุงจาการ์ดา</p>")
    Form(record=news).takes(title_en="Another title")
    Form(record=news).takes(body_th="<p>ข่าวจากกรุงจาการ์ดา เพิ่มเติม</p>")
    assert "โตเกียว" in Form(record=news).asked(body_th="<p>ข่าวจากกรุงจาการ์ดา และนครโตเกียว</p>")


def test_what_came_past_the_forms_is_asked_about_when_it_is_published(starting_data):
    """Drafts of an import: the list action shows what it found, and publishes what is confirmed; so does the form."""
    client = signed_in()
    drafts = [world.article(status="draft", title_th=f"ข่าวจากกรุงจาการ์ดา {number}") for number in range(2)]
    chosen = {"action": "publish", "_selected_action": [draft.pk for draft in drafts]}
    shown = client.post(desk_url(Article), chosen)
    assert (
        "กรุงจาการ์ตา" in shown.content.decode()
        and not Article.objects.filter(pk__in=chosen["_selected_action"]).published()
    )
    assert "กรุงจาการ์ตา" in Form(record=drafts[0], client=client).asked(status="published")
    assert client.post(desk_url(Article), chosen | {"confirmed": "0" * 16}).status_code == 200
    shown = client.post(desk_url(Article), chosen)
    assert client.post(desk_url(Article), chosen | {"confirmed": shown.context["confirmed"]}).status_code == 302
    assert Article.objects.filter(pk__in=chosen["_selected_action"]).published().count() == 2


def test_the_office_extends_the_list_of_spellings(starting_data):
    """From the next save on; the right word and its near misses, too."""
    client = signed_in()
    Form(client=client).takes(**article("มีการบูรณาการณ์ทุกฝ่าย"))
    Form(Spelling, client=client).takes(right="บูรณาการ", wrong="บูรณาการณ์")
    assert "บูรณาการ”" in Form(client=client).asked(**article("มีการบูรณาการณ์ทุกฝ่าย"))


def test_D46_countries_have_one_name_and_old_forms_lead_to_it(starting_data):
    client = signed_in()
    told = Form(client=client).asked(**article("หารือกับสาธารณรัฐตุรกี และสาธารณรัฐฮังการี"))
    assert "ทูร์เคีย" in told and "ฮังการี" in told
    for country in ("สาธารณรัฐตุรกี", "สาธารณรัฐฮังการี"):
        assert first_results(Golden(country, "th", (), ""))
    assert Country.objects.get(pk="HU").name_th == "ฮังการี" and Country.objects.get(pk="TR").name_th == "ทูร์เคีย"


def test_D48_a_city_without_a_word_before_its_name_is_asked_about(db):
    world.country()
    typed = {"name_th": "โกเบ", "name_en": "Kobe", "kind": "city", "country": "JP"}
    assert "คำนำหน้า" in Form(City).asked(**typed)
    Form(City).takes(**typed | {"name_th": "นครนาโกยา", "name_en": "Nagoya"})


def test_D48_every_city_of_the_starting_data_has_its_word(starting_data):
    """But for the city that is a state."""
    bare = [
        city.slug
        for city in City.objects.exclude(kind="home")
        if not city.name_th.startswith(("กรุง", "นคร", "เมือง", "จังหวัด", "มณฑล"))
    ]
    assert bare == ["singapore"]


@pytest.mark.django_db
def test_an_import_tells_what_the_desk_would_ask_about():
    """The loader reads what it stored; whoever runs it sees the record, the words and the register's name."""
    world.city(name_th="กรุงจาการ์ตา")
    inventory = Inventory()
    inventory._store(Article(slug="imported", title_th="ข่าวจากกรุงจาการ์ดา", title_en="News"), None)
    inventory.look()
    (heading, line) = Command._doubted(inventory)
    assert heading.startswith("1 ") and "กรุงจาการ์ดา" in line and "กรุงจาการ์ตา" in line
