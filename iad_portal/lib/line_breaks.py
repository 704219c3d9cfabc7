"""Thai compounds that a line must not cut apart.

Thai is written without spaces, and browsers break a line by a dictionary of short words: วัน|ที่, ความ|สัมพันธ์,
เมืองพี่|เมืองน้อง. In large type that reads badly. The words of this office's trade are held together when a text is shown;
nothing of it is stored.
"""

import re

from django.utils.html import escape
from django.utils.safestring import SafeData, SafeString

COMPOUNDS = (
    "กรุงเทพมหานคร",
    "เมืองพี่เมืองน้อง",
    "เมืองคู่มิตร",
    "เมืองคู่ความร่วมมือ",
    "เมืองหลวง",
    "ประเทศสมาชิก",
    "นายกเทศมนตรี",
    "สหรัฐอเมริกา",
    "ปีงบประมาณ",
    "เจ้าหน้าที่",
    "ครั้งที่",
    "เลขที่",
    "ฉันมิตร",
    "ผู้แทน",
    "บันทึกความเข้าใจ",
    "ลงนาม",
    "ความสัมพันธ์",
    "ความร่วมมือ",
    "ความตกลง",
    "ความเข้าใจ",
    "การต่างประเทศ",
    "การแลกเปลี่ยน",
    "การประชุม",
    "ต่างประเทศ",
    "แลกเปลี่ยน",
    "หน่วยงาน",
    "ผู้ว่าราชการ",
    "ผู้ประสานงาน",
    "เอกอัครราชทูต",
    "ศาลาว่าการ",
    "แหล่งข้อมูล",
    "วันที่",
    "วันครบรอบ",
    "สมาชิก",
    "ยืนยัน",
    "ท่องเที่ยว",
    "คณะทำงาน",
    "คณะกรรมการ",
    "ทั่วโลก",
    "ดี.ซี.",
)
# The longest first, so that การต่างประเทศ is one word and not การ and ต่างประเทศ.
_PATTERN = re.compile("|".join(re.escape(word) for word in sorted(COMPOUNDS, key=len, reverse=True)))


def keep_together(text: str) -> SafeString:
    """`text` as HTML, escaped unless it is safe already, with each compound in <span class="nobr">.

    Safe HTML that holds tags is given back as it is: a compound may stand in an attribute there.
    """
    if isinstance(text, SafeData) and "<" in text:
        return SafeString(text)
    escaped = text if isinstance(text, SafeData) else escape(text)
    return SafeString(_PATTERN.sub(r'<span class="nobr">\g<0></span>', escaped))
