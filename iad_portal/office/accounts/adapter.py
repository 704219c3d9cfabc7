"""What allauth asks the portal: its name, whose key is meant, and how secrets are stored."""

import base64
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

# cryptography is loaded where a second factor is read or written: it takes 8 MB, and readers never need it.
if TYPE_CHECKING:
    from cryptography.fernet import Fernet, MultiFernet


def _box(secret: str) -> "Fernet":
    from cryptography.fernet import Fernet

    key = salted_hmac("iad_portal.accounts.factors", "secrets", secret=secret, algorithm="sha256").digest()
    return Fernet(base64.urlsafe_b64encode(key))


class UnreadableSecret(Exception):
    """A stored secret was written under another SECRET_KEY."""


class FactorsAdapter(DefaultMFAAdapter):
    """Secrets lie encrypted under SECRET_KEY: whoever finds a backup makes no codes from it."""

    def _boxes(self) -> "MultiFernet":
        from cryptography.fernet import MultiFernet

        return MultiFernet([_box(key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])

    def encrypt(self, text: str) -> str:
        return self._boxes().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        from cryptography.fernet import InvalidToken

        try:
            return self._boxes().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            raise UnreadableSecret from None

    def get_totp_label(self, user: AbstractBaseUser) -> str:
        return user.get_username()

    def get_totp_issuer(self) -> str:
        return _("International Affairs Office · officers’ desk")

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """A passkey is good for the host of SITE_URL, by whatever name the request came."""
        return {"id": str(urlsplit(settings.SITE_URL).hostname), "name": self.get_totp_issuer()}

    def get_public_key_credential_user_entity(self, user: AbstractBaseUser) -> dict[str, Any]:
        shown = user.get_full_name() or user.get_username()  # type: ignore[attr-defined]
        return super().get_public_key_credential_user_entity(user) | {
            "display_name": shown,
            "name": user.get_username(),
        }
