"""Addresses that last."""

import pytest
from django.contrib.redirects.models import Redirect
from django.core.exceptions import ValidationError

from iad_portal.lib.records.addresses import addresses, redirect_permanently
from tests import world

pytestmark = pytest.mark.django_db


def moves() -> dict:
    """Every redirect: old path -> new path."""
    return dict(Redirect.objects.values_list("old_path", "new_path"))


def test_a_changed_slug_leaves_a_redirect_in_both_languages():
    """Old links keep working."""
    city = world.city("edo")
    city.slug = "tokyo"
    city.save()
    assert moves() == {"/th/cities/edo/": "/th/cities/tokyo/", "/en/cities/edo/": "/en/cities/tokyo/"}
    assert addresses(city) == {"th": "/th/cities/tokyo/", "en": "/en/cities/tokyo/"}


def test_a_second_change_keeps_one_step_and_a_change_back_makes_no_circle():
    """Every old address leads there at once."""
    city = world.city("edo")
    for slug in ("tokyo", "tokio", "edo"):
        city.slug = slug
        city.save()
    assert moves()["/en/cities/tokyo/"] == moves()["/en/cities/tokio/"] == "/en/cities/edo/"
    assert "/en/cities/edo/" not in moves()


def test_a_redirect_may_be_pointed_elsewhere():
    """The newest word counts."""
    redirect_permanently("/a/", "/b/")
    redirect_permanently("/a/", "/c/")
    assert moves() == {"/a/": "/c/"}


@pytest.mark.parametrize("slug", ["Edo", "edo_1", "-edo", "edo-", "ed--o", "เอโดะ", "edo\n"])
def test_a_slug_is_plain_latin(slug):
    """Nothing that a reader could mistype or a cache could fold."""
    city = world.city("edo")
    city.slug = slug
    with pytest.raises(ValidationError):
        city.full_clean()
