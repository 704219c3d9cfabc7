"""The two days on which the site on its starting data is read: when it was gathered, and ten years on.

Nothing is edited in between: the clock alone moves. What is confirmed is framed green (`tag--on`), and said in the
words below; what is not stands as last known.
"""

import re
from contextlib import contextmanager
from datetime import UTC, date, datetime
from unittest.mock import patch

NOW, LATER = date(2026, 11, 26), date(2036, 11, 26)
PRESENT = re.compile(
    r"tag--on|Confirmed in force|confirmed in force|<dt>(?:Since|ตั้งแต่)</dt>|[Ii]n post from|Who speaks for|"
    r"Open today|open today|Held today|In force since|, confirmed<|confirmed; no beginning|"
    r"Networks confirmed to be active|>Confirmed<|>Active<|>since |: since |Under way since|\(now\)|,confirmed,|"
    r"(?<!สำนักงาน)ยืนยันว่ามีผลอยู่|เครือข่ายที่ยืนยันว่ายังดำเนินงาน|>ยืนยันแล้ว<|ยืนยันแล้ว ไม่มีบันทึกวันเริ่ม|"
    r"ดำเนินงานตั้งแต่|ขั้นปัจจุบัน|panel__lead\">[^<]*(?:is a member|เป็นสมาชิก)"
)
# How many are confirmed, and the filters by it, are counts: at most they count none.
COUNTS = re.compile(r'<form\b.*?</form>|<(section|ul)\b[^>]*class="(?:totals|chips)\b.*?</\1>', re.S)


@contextmanager
def on(day: date):
    """The clock stands at noon of `day`."""
    noon = datetime(day.year, day.month, day.day, 5, tzinfo=UTC)
    with patch("django.utils.timezone.now", lambda: noon):  # no mock, which would note each of its thousands of calls
        yield


def said_of_today(text: str) -> list[str]:
    """The words in the present tense that a page, a feed or a file says; counts aside."""
    return PRESENT.findall(COUNTS.sub("", text))
