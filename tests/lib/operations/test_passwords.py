"""What guessers try first is refused as a password; what they would not is not."""

import pytest
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password
from django.core.exceptions import ValidationError

from iad_portal.office.accounts.links import new_words

MALEE = User(username="malee.s", first_name="มาลี", last_name="Suksawat", email="malee@bangkok.go.th")


@pytest.mark.parametrize(
    "password",
    [
        "bangkok12345", "Bangkok@2569", "b.a.n.g.k.o.k.1.2", "B4ngk0k-2026!", "กรุงเทพมหานคร", "กรุงเทพมหานคร2569",
        "กรุงเทพกรุงเทพ", "aaaaaaaaaaaa", "กกกกกกกกกกกก", "abababababab", "abcabcabcabcabc", "iad-iad-iad-1",
        "iao.bangkok.2026", "adminadmin123", "qwertyuiop12", "1qaz2wsx3edc", "ฟหกดเ้่าสวงฟหกด", "zyxwvutsrqponm",
        "password1234", "P@ssw0rd2026!", "iloveyou2024",
        "monkeydragon99", "malee.s12345", "maleesuksawat1", "มาลีมาลีมาลี", "สำนักงานการต่างประเทศ", "เมืองพี่เมืองน้อง1",
        "di6'gmr,sko8i", "officer-12345678", "รหัสผ่าน๑๒๓๔๕๖",
    ],
)  # fmt: skip
def test_what_is_easy_to_guess_is_refused(password):
    with pytest.raises(ValidationError) as refused:
        validate_password(password, MALEE)
    assert any("เดาง่าย" in sentence for sentence in refused.value.messages)


@pytest.mark.parametrize(
    "password",
    [
        "จดหมายจากบางกอก-42",
        "ฝนตกแดดออก-นกกระจอก",
        "correct horse battery staple",
        "g7#k!2$x%9@q",
        "wandering-otters-9",
    ],
)
def test_what_is_not_is_taken(password):
    validate_password(password, MALEE)


def test_what_the_portal_makes_is_taken():
    validate_password(new_words(), MALEE)


def test_a_new_password_is_another_one():
    user = User(username="a")
    user.set_password("wandering-otters-9")
    with pytest.raises(ValidationError, match="อยู่แล้ว"):
        validate_password("wandering-otters-9", user)
    assert len(password_validators_help_texts()) == 6
