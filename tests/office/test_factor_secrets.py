"""What the portal tells allauth: secrets are stored encrypted, and none of its own pages is reached."""

import pytest
from allauth.mfa.utils import decrypt, encrypt
from django.urls import NoReverseMatch, reverse

from iad_portal.office.accounts.adapter import FactorsAdapter, UnreadableSecret
from tests.desk.desk import officer


def test_a_secret_is_stored_encrypted_and_needs_the_key(settings):
    stored = encrypt("JBSWY3DPEHPK3PXP")
    assert "JBSWY3DPEHPK3PXP" not in stored and decrypt(stored) == "JBSWY3DPEHPK3PXP"
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another", [settings.SECRET_KEY]
    assert decrypt(stored) == "JBSWY3DPEHPK3PXP"
    settings.SECRET_KEY_FALLBACKS = []
    with pytest.raises(UnreadableSecret):
        decrypt(stored)


@pytest.mark.django_db
def test_a_passkey_is_of_the_portals_host_and_names_its_officer(settings):
    settings.SITE_URL = "https://iao.example.go.th"
    adapter = FactorsAdapter()
    assert adapter.get_public_key_credential_rp_entity()["id"] == "iao.example.go.th"
    malee = officer("malee", first_name="มาลี", email="malee@example.go.th")
    told = adapter.get_public_key_credential_user_entity(malee)
    assert (told["name"], told["display_name"]) == ("malee", "มาลี") and adapter.get_totp_label(malee) == "malee"


@pytest.mark.parametrize("name", ["account_signup", "account_login", "account_reset_password", "mfa_index"])
def test_no_page_of_allauth_is_mounted(name):
    with pytest.raises(NoReverseMatch):
        reverse(name)
