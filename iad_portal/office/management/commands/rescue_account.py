"""For the operator, when nobody who could help is able to sign in: one account is opened again by a one-time link."""

from datetime import timedelta

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import translation

from iad_portal.lib.dates.format import format_moment
from iad_portal.office.accounts import factors, links, sessions


class Command(BaseCommand):
    help = (
        "Open an account again whose password and second factors are lost: takes the factors away, ends its sessions, "
        "and prints a one-time link, good for one hour, by which its officer chooses a new password."
    )

    def add_arguments(self, parser):
        parser.add_argument("username", help="the user name of the account")
        parser.add_argument("--reopen", action="store_true", help="also when the account was closed")

    @transaction.atomic
    def handle(self, *args, username, reopen, **options):
        officer = get_user_model().objects.filter(username=username).first()
        if officer is None:
            names = get_user_model().objects.filter(is_superuser=True).order_by("username")
            known = ", ".join(names.values_list("username", flat=True)) or "none"
            raise CommandError(f"There is no account {username}. Accounts that may do everything: {known}")
        if not officer.is_active and not reopen:
            raise CommandError(f"The account {username} was closed. With --reopen it is opened again.")
        if not (officer.is_active and officer.is_staff):
            officer.is_active = officer.is_staff = True
            officer.save(update_fields=["is_active", "is_staff"])
        taken, ended = factors.remove_all(officer), sessions.end(officer)
        link, address = links.make_link(officer, holds=timedelta(hours=1))
        with translation.override("th"):
            until = format_moment(link.expires_at, "th")
        self.stdout.write(
            f"Second factors taken away / นำการยืนยันขั้นที่สองออก: {taken}\n"
            f"Sessions ended / สิ้นสุดการเข้าใช้งาน: {ended}\n\n"
            f"Open this link, once, until {format_moment(link.expires_at, 'en')}:\n"
            f"เปิดลิงก์นี้ได้ครั้งเดียว ภายใน {until}:\n\n    {address}\n"
        )
