"""The words of the sample: topics, places and offices from the starting data, set into sentences in both languages.

Nobody real is named: people, cities and networks have invented names, and the sentences say what an office says of any
visit. Numbers never stand in a text, so that no sentence can show a year of the wrong era.
"""

import csv
import json
import random
import re
from functools import cached_property

from iad_portal.office.importer.rows import FOLDER

from .marks import SUFFIX

Pair = tuple[str, str]

_CITY_FIRST = (
    "มณี Mani|สุวรรณ Suwan|ศรี Si|จันทร์ Chan|รัตน Rattana|บุษบา Butsaba|ธารา Thara|พนา Phana|วารี Wari|อรุณ Arun|"
    "กนก Kanok|ปทุม Pathum|ชล Chon|ดารา Dara|นภา Napha|ทิพย์ Thip|เพชร Phet|แก้ว Kaeo|บัว Bua|สาย Sai|ไพร Phrai|"
    "เมฆ Mek|ธรรม Tham|วิมาน Wiman|อัมพร Amphon"
)
_CITY_LAST = (
    "เวียง wiang|ธานี thani|บุรี buri|นคร nakhon|ปุระ pura|คีรี khiri|สมุทร samut|คาม kham|สถิต sathit|วดี wadi|"
    "มาศ mat|ชัย chai|เกษม kasem|ภูมิ phum|ละออ la-o|สินธุ์ sin|วัลย์ wan|พิมาน phiman|ดง dong|ไสว sawai|ทอง thong|"
    "งาม ngam|ลักษณ์ lak|ภักดี phakdi"
)
_PERSON_FIRST = (
    "อรุโณ Aruno|เบลา Bela|ชนา Chana|ดาริน Darin|เอนา Ena|ฟารา Fara|"
    "กานต์ Kan|ลีนา Lina|มารุต Marut|นารา Nara|โอเรน Oren|ปารีณ Parin"
)
_PERSON_LAST = (
    "ซาเวล Savel|ตาโกรา Takora|อูเรีย Urea|วาลัน Valan|เวนโด Wendo|ยาริม Yarim|โซเรน Zoren|โดมา Doma|เคลัน Kelan|โรวิน Rovin"
)
_NETWORK_OF = (
    "เมืองริมน้ำ Riverside Cities|เมืองสีเขียว Green Cities|เมืองท่า Port Cities|เมืองแห่งการอ่าน Reading Cities|"
    "เมืองเพื่อผู้สูงวัย Cities for Older People|เมืองปลอดภัย Safe Cities|เมืองสร้างสรรค์ Creative Cities|"
    "เมืองเดินได้ Walkable Cities|เมืองเก่า Historic Cities|เมืองอากาศสะอาด Clean Air Cities"
)
_NETWORK_AS = (
    "เครือข่าย Network of|สมาคม Association of|พันธมิตร Alliance of|เวทีผู้นำ Leaders’ Forum of|ศูนย์ความร่วมมือ Centre of"
)

_NOTHING_REAL = ("เนื้อหาตัวอย่าง มิใช่เหตุการณ์จริง", "Sample text: nothing of this happened.")
_NEWS_TITLES = (
    ("คณะจาก{city}เยือนกรุงเทพมหานคร หารือเรื่อง{topic}", "A delegation from {city} visits Bangkok: {topic}"),
    ("กรุงเทพมหานครกับ{city}เดินหน้าความร่วมมือ: {topic}", "Bangkok and {city} move ahead: {topic}"),
    ("เยาวชนจาก{city}เรียนรู้ชีวิตในกรุงเทพมหานคร", "Young people from {city} learn about life in Bangkok"),
    ("{agency}ถ่ายทอดประสบการณ์แก่{city}", "{agency} shares its experience with {city}"),
    ("สัมมนาร่วมกับ{city}: {topic}", "A joint seminar with {city}: {topic}"),
    ("เอกอัครราชทูตเข้าพบผู้บริหารกรุงเทพมหานคร หารือเรื่อง{topic}", "An ambassador calls at City Hall: {topic}"),
    ("เปิดรับข้อเสนอโครงการ: {topic}", "Call for proposals: {topic}"),
)
_SENTENCES = (
    ("คณะผู้แทนจาก{city}ได้เข้าพบผู้บริหารกรุงเทพมหานคร ณ {place} เพื่อหารือเรื่อง{topic}",
     "A delegation from {city} met the city’s executives at {place} to discuss this: {topic}."),
    ("ทั้งสองฝ่ายแลกเปลี่ยนประสบการณ์ด้าน{fields} และเห็นพ้องที่จะประสานงานต่อไป",
     "The two sides compared what they had learnt ({fields}) and agreed to stay in touch."),
    ("{agency}นำคณะชมการทำงานในพื้นที่ และตอบข้อซักถามเรื่องงบประมาณ บุคลากร และการมีส่วนร่วมของชุมชน",
     "{agency} showed its work on site, and answered questions on budgets, staff and the part of communities."),
    ("ที่ประชุมเห็นว่าเมืองที่มีขนาดใกล้เคียงกันย่อมพบปัญหาคล้ายกัน การเรียนรู้จากกันจึงประหยัดทั้งเวลาและงบประมาณ",
     "Cities of like size meet like problems, the meeting found: learning from one another saves time and money."),
    ("สำนักงานการต่างประเทศจะรวบรวมข้อสรุปเป็นสองภาษา และส่งให้หน่วยงานที่เกี่ยวข้องพิจารณา",
     "The International Affairs Office will pass the conclusions, in two languages, to the agencies concerned."),
    ("โครงการ “{project}” เป็นตัวอย่างหนึ่งที่ทั้งสองเมืองสนใจจะพัฒนาร่วมกัน",
     "One example that both cities would like to develop is the project “{project}”."),
    ("ในโอกาสนี้ {city}ได้เชิญกรุงเทพมหานครเข้าร่วมการประชุมครั้งต่อไป และเสนอให้จัดกิจกรรมสำหรับเยาวชนควบคู่กัน",
     "{city} also invited Bangkok to the next meeting, and proposed a programme for young people beside it."),
    ("ผู้เข้าร่วมจากภาคประชาสังคมเสนอให้เปิดเผยข้อมูลความคืบหน้าเป็นระยะ เพื่อให้ประชาชนติดตามได้",
     "Civil society asked that progress be published from time to time, so that residents can follow it."),
    ("หลังการหารือ คณะผู้แทนได้ลงเรือชมคลองและสวนสาธารณะที่ปรับปรุงใหม่ ก่อนเดินทางกลับ",
     "After the talks the delegation saw canals and newly restored parks by boat before it left."),
)  # fmt: skip
_EXCHANGES = {
    "official_visit": ("คณะผู้บริหาร{city}เยือนกรุงเทพมหานคร", "Leaders of {city} visit Bangkok"),
    "courtesy_call": ("เอกอัครราชทูตเยี่ยมคารวะในโอกาสเข้ารับหน้าที่", "A new ambassador pays a courtesy call"),
    "study_visit": ("คณะศึกษาดูงานจาก{city}: {topic}", "A study visit from {city}: {topic}"),
    "youth_exchange": ("โครงการแลกเปลี่ยนเยาวชนกับ{city}", "Youth exchange with {city}"),
    "online_exchange": ("หารือทางไกลกับ{city}: {topic}", "An online exchange with {city}: {topic}"),
    "festival": ("เทศกาลวัฒนธรรมร่วมกับ{city}", "A cultural festival with {city}"),
    "expert_visit": ("ผู้เชี่ยวชาญจาก{city}ให้คำแนะนำเรื่อง{topic}", "Experts from {city} advise: {topic}"),
    "project": ("โครงการร่วมกับ{city}: {topic}", "A joint project with {city}: {topic}"),
}


class Words:
    """Gives texts in both languages; the same seed gives the same texts."""

    def __init__(self, seed: int = 2505):
        self.random = random.Random(seed)

    def pick(self, options):
        """One of `options`."""
        return options[self.random.randrange(len(options))]

    @cached_property
    def topics(self) -> list[Pair]:
        """What meetings and projects of the starting data are about."""
        meetings, plans = _json("meetings"), _json("plans")
        found = [(topic["th"], topic["en"]) for meeting in meetings for topic in meeting["topics"]]
        found += [(meeting["theme_th"], meeting["theme_en"]) for meeting in meetings]
        return _plain(found + [(row["title_th"], row["title_en"]) for row in plans["projects"]])

    @cached_property
    def promises(self) -> list[tuple[Pair, Pair]]:
        """Titles and details of what was promised."""
        rows = [row for meeting in _json("meetings") for row in meeting["commitments"]]
        return [((row["title_th"], row["title_en"]), (row["detail_th"], row["detail_en"])) for row in rows]

    @cached_property
    def fields(self) -> list[Pair]:
        """Fields of cooperation."""
        return _plain((row["fields_th"], row["fields_en"]) for row in _csv("agreements"))

    @cached_property
    def projects(self) -> list[Pair]:
        """Titles of projects."""
        return _plain((row["title_th"], row["title_en"]) for row in _json("plans")["projects"])

    @cached_property
    def places(self) -> list[Pair]:
        """Where one meets in Bangkok."""
        rows = [(row["place_th"], row["place_en"]) for row in _csv("exchanges")]
        return [row for row in _plain(rows) if "ศาลาว่าการ" in row[0]]

    @cached_property
    def agencies(self) -> list[Pair]:
        """Departments of the city."""
        return _plain((row["name_th"], row["name_en"]) for row in _csv("agencies"))

    @cached_property
    def aims(self) -> list[Pair]:
        """What networks are for."""
        return _plain((row["aims_th"], row["aims_en"]) for row in _csv("networks"))

    @cached_property
    def spots(self) -> list[tuple[str, float, float]]:
        """Country and coordinates of the real cities, near which the invented ones lie."""
        rows = [row for row in _csv("cities") if row["lat"] and row["kind"] != "home"]
        return [(row["country"], float(row["lat"]), float(row["lon"])) for row in rows]

    @cached_property
    def paragraphs(self) -> list[Pair]:
        """A store of paragraphs from which bodies are put together."""
        return [self._paragraph() for _ in range(240)]

    @cached_property
    def sentences(self) -> list[Pair]:
        """A store of single sentences."""
        return [self._fill(self.pick(_SENTENCES), self.city(self.random.randrange(600))) for _ in range(120)]

    def city(self, number: int) -> Pair:
        """The invented name of city `number`, without its mark; the same number, the same name."""
        return _joined(_pairs(_CITY_FIRST), _pairs(_CITY_LAST), number, "", lambda a, b: a + b)

    def person(self, number: int) -> Pair:
        """The invented name of person `number`, without a mark."""
        return _joined(_pairs(_PERSON_FIRST), _pairs(_PERSON_LAST), number, " ", lambda a, b: f"{a} {b}")

    def network(self, number: int) -> Pair:
        """The invented name of network `number`, without a mark."""
        return _joined(_pairs(_NETWORK_AS), _pairs(_NETWORK_OF), number, "", lambda a, b: f"{a} {b}")

    def news_title(self, city: Pair) -> Pair:
        """What an article is called."""
        return self._fill(self.pick(_NEWS_TITLES), city)

    def exchange_title(self, kind: str, city: Pair) -> Pair:
        """What an exchange is called; `kind` is one of `exchange_kinds`."""
        return self._fill(_EXCHANGES[kind], city)

    exchange_kinds = tuple(_EXCHANGES)

    def paragraph(self) -> Pair:
        """Two or three sentences."""
        return self.pick(self.paragraphs)

    def sentence(self) -> Pair:
        """One sentence, for captions and columns."""
        return self.pick(self.sentences)

    def body(self, number: int) -> Pair:
        """Rich text of `number` paragraphs; the first line says what it is."""
        chosen = [
            _NOTHING_REAL,
            *(self.paragraph() for _ in range(number)),
        ]
        return tuple("".join(f"<p>{paragraph[side]}</p>" for paragraph in chosen) for side in (0, 1))

    def _paragraph(self) -> Pair:
        city = self.city(self.random.randrange(600))
        sentences = [
            self._fill(template, city) for template in self.random.sample(_SENTENCES, self.random.choice((2, 3)))
        ]
        return " ".join(sentence[0] for sentence in sentences), " ".join(sentence[1] for sentence in sentences)

    def _fill(self, sentence: Pair, city: Pair) -> Pair:
        chosen = {
            "city": city,
            "topic": self.pick(self.topics),
            "fields": self.pick(self.fields),
            "agency": self.pick(self.agencies),
            "place": self.pick(self.places),
            "project": self.pick(self.projects),
        }
        return tuple(sentence[side].format(**{name: pair[side] for name, pair in chosen.items()}) for side in (0, 1))


def _joined(firsts: list[Pair], lasts: list[Pair], number: int, space: str, join) -> Pair:
    """Combination `number` of the parts; numbered on when there are no more of them."""
    first = firsts[number % len(firsts)]
    last = lasts[(number // len(firsts) + number % len(firsts) * 7) % len(lasts)]
    again = number // (len(firsts) * len(lasts))
    tail = f" {again + 1}" if again else ""
    return f"{first[0]}{space}{last[0]}{tail}", f"{join(first[1], last[1])}{tail}"


def _pairs(text: str) -> list[Pair]:
    return [tuple(part.split(" ", 1)) for part in text.split("|")]


def _plain(rows) -> list[Pair]:
    """Rows that are complete, not repeated, and neither tell a number nor, in brackets, a name."""
    return [row for row in dict.fromkeys(rows) if all(row) and not re.search(r"[\d(]", row[0] + row[1])]


def _csv(name: str) -> list[dict]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _json(name: str):
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def marked(pair: Pair) -> Pair:
    """A name or title with the mark of the sample behind it."""
    return pair[0] + SUFFIX["th"], pair[1] + SUFFIX["en"]


def texts(**pairs: Pair) -> dict[str, str]:
    """Each pair as its two columns: title=("ก", "A") gives title_th and title_en."""
    return {f"{name}_{code}": pair[side] for name, pair in pairs.items() for side, code in enumerate(("th", "en"))}


def one_language(number: int, pair: Pair) -> Pair:
    """`pair`; of every thirty-first record only the Thai half, of another only the English."""
    return (pair[0], "") if number % 31 == 9 else ("", pair[1]) if number % 31 == 19 else pair
