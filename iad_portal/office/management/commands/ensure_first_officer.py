"""The first account, when there is none: its password is made here, shown once, and kept nowhere."""

import secrets

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand
from django.db import transaction

from iad_portal.office.models import FirstPassword

USERNAME = "officer"
# No letter that a reader may take for another: the password is copied from a screen, or from paper.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


def new_password() -> str:
    """Four groups of five, about 99 bits."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(5)) for _ in range(4))


class Command(BaseCommand):
    help = "Make the first officer's account (an administrator) when there is no account at all."

    def handle(self, *args, **options):
        users = get_user_model().objects
        with transaction.atomic():
            if users.exists():
                return
            password = new_password()
            officer = users.create_superuser(username=USERNAME, password=password)
            FirstPassword.objects.create(user=officer)
        line = "=" * 72
        self.stdout.write(
            f"\n{line}\n"
            "  The first officer's account, an administrator / บัญชีเจ้าหน้าที่คนแรก (ผู้ดูแลระบบ)\n\n"
            f"    user name / ชื่อผู้ใช้     {USERNAME}\n"
            f"    password / รหัสผ่าน     {password}\n\n"
            "  รหัสผ่านนี้แสดงเพียงครั้งเดียว โปรดจดไว้ ระบบจะให้เปลี่ยนเมื่อเข้าสู่ระบบครั้งแรก\n"
            "  It is shown only this once: note it down; at the first sign-in it must be changed.\n"
            f"{line}\n"
        )
