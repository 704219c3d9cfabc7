"""The first account, when there is none: its password is made here, shown once, and kept nowhere."""

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand
from django.db import transaction

from iad_portal.office.accounts.links import new_words
from iad_portal.office.models import FirstPassword

USERNAME = "officer"


class Command(BaseCommand):
    help = "Make the first officer's account (an administrator) when there is no account at all."

    def handle(self, *args, **options):
        users = get_user_model().objects
        with transaction.atomic():
            if users.exists():
                return
            password = new_words()
            officer = users.create_superuser(username=USERNAME, password=password)
            FirstPassword.objects.create(user=officer)
        line = "=" * 72
        self.stdout.write(
            f"\n{line}\n"
            "  The first officer's account, an administrator / บัญชีเจ้าหน้าที่คนแรก (ผู้ดูแลระบบ)\n\n"
            f"    user name / ชื่อผู้ใช้     {USERNAME}\n"
            f"    password / รหัสผ่าน     {password}\n\n"
            "  รหัสผ่านนี้แสดงเพียงครั้งเดียว โปรดจดไว้ เมื่อเข้าสู่ระบบครั้งแรก ระบบจะให้เพิ่มการยืนยันขั้นที่สอง แล้วเปลี่ยนรหัสผ่าน\n"
            "  It is shown only this once: note it down. At the first sign-in a second factor is added (an app on a\n"
            "  telephone, or a passkey), and the password is changed.\n"
            f"{line}\n"
        )
