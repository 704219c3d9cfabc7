"""The manual of the desk: what it names is on the desk under that name, and every part of it is reached."""

import re
from html import unescape

import pytest
from babel.messages.pofile import read_po
from django.conf import settings

from iad_portal.office.groups import CONTACTS, ROLES

from .desk import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def manual():
    """What an officer reads."""
    return signed_in(group=CONTACTS).get("/admin/help/").content.decode()


def test_what_it_names_is_called_so_on_the_desk(manual):
    with (settings.BASE_DIR / "locale/th/LC_MESSAGES/django.po").open("rb") as file:
        words = {str(message.string).rstrip("…") for message in read_po(file)} | set(ROLES)
    named = {unescape(name) for name in re.findall("<b>(.*?)</b>", manual)}
    assert len(named) > 25 and not named - words


def test_every_part_is_in_its_contents(manual):
    assert re.findall('<li><a href="#(.*?)">', manual) == re.findall(
        '<h2 id="(.*?)">', manual.partition('class="manual"')[2]
    )


def test_every_page_of_the_desk_leads_there():
    assert 'href="/admin/help/"' in signed_in().get("/admin/relations/city/").content.decode()
