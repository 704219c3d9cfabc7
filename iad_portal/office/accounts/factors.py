"""Second factors: codes of an app, passkeys, recovery codes. Only here is it known how allauth proves them."""

import logging
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.utils import decrypt
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

from iad_portal.office.accounts.adapter import UnreadableSecret
from iad_portal.office.accounts.standing import has_factor

logger = logging.getLogger(__name__)
Type = Authenticator.Type
# In the session, while an app is being added: its secret.
SECRET = "new_app_secret"  # noqa: S105  # a key, not a secret
# The last period whose code was used stands in the factor's own row: a code works once, whichever worker is asked.
LAST = "last_period"


class Refused(Exception):
    """What a browser sent proves no passkey."""


# ---- Codes


def plain(code: str) -> str:
    """A code as it is compared: Thai digits are digits, and what people write between them is nothing."""
    return "".join(str(unicodedata.decimal(letter, letter)) for letter in code if letter.isalnum())


@transaction.atomic
def prove_code(user: AbstractBaseUser, code: str) -> Authenticator | None:
    """The factor of `user` that `code` proves, and uses up: the app, or the recovery codes. None for a wrong code."""
    proofs = {Type.TOTP: _is_of_app, Type.RECOVERY_CODES: _is_recovery}
    for factor in Authenticator.objects.select_for_update().filter(user_id=user.pk, type__in=proofs):
        try:
            if proofs[factor.type](factor, plain(code)):
                factor.record_usage()
                return factor
        except UnreadableSecret:
            logger.error("A second factor of %s was stored under another SECRET_KEY and cannot be read", user)
    return None


def _period_of(secret: str, code: str) -> int | None:
    """The period of half a minute, of those that count as now, in which an app with `secret` shows `code`."""
    for period in totp.yield_hotp_counters_from_time():
        if totp.compare_user_code(actual=code, expected=totp.format_hotp_value(totp.hotp_value(secret, period))):
            return int(period)
    return None


def _is_of_app(factor: Authenticator, code: str) -> bool:
    period = _period_of(decrypt(factor.data["secret"]), code)
    if period is None or period <= factor.data.get(LAST, 0):
        return False
    factor.data[LAST] = period
    factor.save(update_fields=["data"])
    return True


def _is_recovery(factor: Authenticator, code: str) -> bool:
    return bool(factor.wrap().validate_code(code))


# ---- The app


def new_secret(request: HttpRequest) -> str:
    """The secret of the app that is being added: the same one while its page is read anew."""
    return str(request.session.setdefault(SECRET, totp.generate_totp_secret()))


def picture_of(user: AbstractBaseUser, secret: str) -> SafeString:
    """What the app reads from the screen, as SVG."""
    return picture_of_address(get_adapter().build_totp_url(user, secret))


def picture_of_address(address: str) -> SafeString:
    """The picture (QR code) from which a telephone reads `address`, as SVG."""
    svg = get_adapter().build_totp_svg(address)
    return mark_safe(svg[svg.index("<svg") :])  # noqa: S308  # drawn by the library: squares and nothing else


@transaction.atomic
def add_app(request: HttpRequest, user: AbstractBaseUser, code: str) -> bool:
    """The app shows `code`: it is added, in place of an earlier one. False when the code is not its."""
    secret = new_secret(request)
    period = _period_of(secret, plain(code))
    if period is None:
        return False
    Authenticator.objects.filter(user_id=user.pk, type=Type.TOTP).delete()
    factor = totp.TOTP.activate(user, secret).instance
    factor.data[LAST] = period
    factor.save(update_fields=["data"])
    del request.session[SECRET]
    return True


# ---- Passkeys


@contextmanager
def _refusing() -> Iterator[None]:
    """Whatever the library raises at what is no answer of a browser to its question is one refusal."""
    try:
        yield
    except (ValidationError, ValueError, TypeError, KeyError, AttributeError) as error:
        logger.warning("A passkey was refused: %r", error)
        raise Refused from error


def _webauthn() -> Any:
    """allauth's passkeys. Loaded when one is asked about: what they stand on takes 10 MB and a tenth of the start."""
    from allauth.mfa.webauthn.internal import auth

    return auth


def options_to_add(user: AbstractBaseUser) -> dict[str, Any]:
    """What a browser needs in order to make a passkey that asks its owner for finger, face or PIN."""
    return _webauthn().begin_registration(user, passwordless=True)


def add_passkey(user: AbstractBaseUser, name: str, credential: dict[str, Any]) -> None:
    """Add the passkey that a browser has made; raises Refused."""
    webauthn = _webauthn()
    with _refusing():
        webauthn.parse_registration_response(credential)
        webauthn.complete_registration(credential)
    webauthn.WebAuthn.add(user, name, credential)


def options_to_prove(user: AbstractBaseUser | None) -> dict[str, Any]:
    """What a browser needs in order to prove a passkey of `user`; of None, any that its owner picks."""
    return _webauthn().begin_authentication(user)


def prove_passkey(user: AbstractBaseUser | None, credential: dict[str, Any]) -> Authenticator:
    """The passkey that a browser has proved, of `user` or of whoever it says; raises Refused.

    Of whoever it says only when it has asked for finger, face or PIN: then it stands for the password, too.
    """
    webauthn = _webauthn()
    with _refusing():
        answer = webauthn.parse_authentication_response(credential)
        if user is None and not answer.response.authenticator_data.is_user_verified():
            raise ValueError("nobody was verified")
        factor = webauthn.complete_authentication(user or webauthn.extract_user_from_response(credential), credential)
    factor.record_usage()
    return factor


# ---- Recovery codes, and taking away


def recovery_of(user: AbstractBaseUser) -> Authenticator | None:
    """Where the recovery codes of `user` are kept; None when there are none."""
    return Authenticator.objects.filter(user_id=user.pk, type=Type.RECOVERY_CODES).first()


def unused_codes(user: AbstractBaseUser) -> list[str]:
    """The recovery codes of `user` that were not used, as they are shown: in two groups of four."""
    kept = recovery_of(user)
    try:
        codes = kept.wrap().get_unused_codes() if kept else []
    except UnreadableSecret:
        codes = []
    return [f"{code[:4]} {code[4:]}" for code in codes]


@transaction.atomic
def new_recovery_codes(user: AbstractBaseUser) -> None:
    """Ten new codes in place of all earlier ones."""
    Authenticator.objects.filter(user_id=user.pk, type=Type.RECOVERY_CODES).delete()
    RecoveryCodes.activate(user)


@transaction.atomic
def remove(factor: Authenticator) -> None:
    """Take `factor` away, and with the last one the recovery codes."""
    factor.delete()
    if not has_factor(factor.user):
        Authenticator.objects.filter(user_id=factor.user_id).delete()


def remove_all(user: AbstractBaseUser) -> int:
    """Take every factor of `user` away. How many there were, without the recovery codes."""
    count = Authenticator.objects.filter(user_id=user.pk).exclude(type=Type.RECOVERY_CODES).count()
    Authenticator.objects.filter(user_id=user.pk).delete()
    return count
