"""Officers enter old addresses as they stood in the browser; what would send readers in a ring is refused."""

import pytest
from django.contrib.redirects.models import Redirect

from tests.desk.desk import desk_url, errors_of, signed_in

pytestmark = pytest.mark.django_db


def enter(old: str, new: str):
    """The answer to a filled form."""
    return signed_in(f"officer{Redirect.objects.count()}").post(
        desk_url(Redirect, "add"), {"old_path": old, "new_path": new}
    )


def rows() -> dict:
    """The whole table."""
    return dict(Redirect.objects.values_list("old_path", "new_path"))


def test_whole_addresses_are_shortened_to_their_paths():
    enter("https://iad.bangkok.go.th/th/node/9?fbclid=x", "http://localhost:8000/th/news/")
    assert rows() == {"/th/node/9": "/th/news/"}


@pytest.mark.parametrize(
    ("old", "new"),
    [("/a", "/a/"), ("/a", "javascript:alert(1)"), ("/a", "//elsewhere.example/"), ("https://example.org/a", "/th/"),
     ("/%61", "http://localhost:8000/a")],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_thai_and_stays_in_the_box(old, new):
    answer = enter(old, new)
    sentences = [str(one) for errors in answer.context["adminform"].form.errors.values() for one in errors]
    assert answer.status_code == 200 and not rows() and sentences
    assert all(any("ก" <= letter <= "๛" for letter in one) for one in sentences), sentences
    assert old in answer.content.decode()


def test_a_ring_over_two_rows_is_refused_naming_where_it_closes():
    enter("/a", "/b"), enter("/b", "/c")
    answer = enter("/c", "/a/")
    assert answer.status_code == 200 and "/a" in errors_of(answer)[0]
    assert rows() == {"/a": "/c", "/b": "/c"}, "and the first leads on in one step"


def test_a_new_address_behind_another_old_one_is_reached_at_once():
    enter("/b", "/c/"), enter("/a", "/b/")
    assert rows()["/a"] == "/c/"


def test_one_address_is_entered_once():
    enter("/th/ข่าว", "/th/news/")
    answer = enter("/th/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7/", "/th/")
    assert answer.status_code == 200 and "/change/" in errors_of(answer)[0]
