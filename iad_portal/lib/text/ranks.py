"""Thai ranks before names: a rank stands apart by a small space (พลตำรวจเอก อัศวิน), a civil title does not (นายชัชชาติ).

The rule is the Royal Society's on spacing: the space before a name belongs to ranks of the forces and the police, also
abbreviated, and to academic ones written out.
"""

import re

_FORCES = (
    "(?:พล(?:ตำรวจ|เรือ|อากาศ)?|พัน(?:ตำรวจ|จ่า)?|ร้อยตำรวจ|ร้อย|นาวา(?:อากาศ)?|เรือ(?:อากาศ)?|จ่าสิบ(?:ตำรวจ)?|สิบ(?:ตำรวจ)?)"
    "(?:เอก|โท|ตรี)(?:หญิง)?"
)
_SHORT = "(?:พล|พ|ร|น|จ|ส|จ\\.ส|ส\\.ต)\\.(?:[รตอ]\\.)?[อทต]\\."
# A rank that is followed by a word of the sentence is none of a name.
_NOT_A_NAME = "หญิง|และ|หรือ|ของ|ที่|ใน|เป็น|ได้|ให้|แห่ง|คือ|ซึ่ง|ผู้|จาก|กับ|เพื่อ|โดย|พิเศษ|นาย|คน|ราย|นอก|ท่าน"
_RANK_AND_NAME = re.compile(f"({_FORCES})(?=[\u0e01-\u0e2e\u0e40-\u0e44])(?!{_NOT_A_NAME})")
_STANDS_APART = re.compile(f"(?:{_FORCES}|{_SHORT}|ศาสตราจารย์)\\Z")


def spaced(text: str) -> str:
    """`text` with a space between a rank of the forces written out and the name behind it."""
    return _RANK_AND_NAME.sub(r"\1 ", text) if "เอก" in text or "โท" in text or "ตรี" in text else text


def with_name(rank: str, name: str) -> str:
    """The Thai `name` behind its `rank` or title, which may be empty."""
    return f"{rank} {name}" if _STANDS_APART.search(rank) else f"{rank}{name}"
