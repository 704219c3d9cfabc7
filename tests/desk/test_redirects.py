"""Officers enter old addresses as they stood in the browser; what would send readers in a ring is refused."""

import pytest
from django.contrib.redirects.models import Redirect
from django.contrib.sites.models import Site

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
    sentences = [str(error) for errors in answer.context["adminform"].form.errors.values() for error in errors]
    assert answer.status_code == 200 and not rows() and sentences
    assert all(any("ก" <= letter <= "๛" for letter in sentence) for sentence in sentences), sentences
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


def edit(row: Redirect, **typed):
    """The answer to a form in which this row was changed."""
    url = desk_url(Redirect, "change", row.pk)
    return signed_in("editor").post(url, {"old_path": row.old_path, "new_path": row.new_path} | typed)


def test_a_row_may_be_saved_again_and_led_elsewhere():
    """It is no twin of itself, and no ring with what it led to before."""
    enter("/a", "/b")
    row = Redirect.objects.get()
    assert edit(row, new_path="/c").status_code == 302
    assert rows() == {"/a": "/c"}


def test_a_row_that_moves_to_where_it_led_may_come_from_there():
    """ "/a" led to "/b"; now "/b" leads to "/a": the old way of the same row does not count."""
    enter("/a", "/b")
    answer = edit(Redirect.objects.get(), old_path="/b", new_path="/a")
    assert answer.status_code == 302, errors_of(answer)
    assert rows() == {"/b": "/a"}


def test_a_twin_is_told_with_a_link_to_it():
    enter("/th/old", "/th/news/")
    first, answer = Redirect.objects.get(), enter("/th/old/", "/th/")
    link = f'<a href="{desk_url(Redirect, "change", first.pk)}">/th/old ---&gt; /th/news/</a>'
    assert f"<li>ที่อยู่เดิมนี้มีในรายการแล้ว: {link}</li>" in answer.content.decode()
    assert answer.context["adminform"].form.errors.as_data()["old_path"][0].code == "twice"


def test_an_address_with_a_query_is_another_than_that_without():
    enter("/th/node", "/th/news/"), enter("/th/node?page=2", "/th/")
    assert rows() == {"/th/node": "/th/news/", "/th/node?page=2": "/th/"}


def test_an_empty_target_is_gone_for_good_and_leads_nobody_on():
    enter("/a", "/b"), enter("/b", "")
    assert rows() == {"/a": "/b", "/b": ""}


def test_what_is_gone_behind_another_stays_the_way_to_it():
    """The end of the way is no address, so the next step is kept."""
    enter("/b", ""), enter("/a", "/b")
    assert rows()["/a"] == "/b"


def test_a_ring_is_told_beside_the_new_address():
    enter("/a", "/b")
    assert list(enter("/b", "/a").context["adminform"].form.errors) == ["new_path"]


def test_a_missing_old_address_is_the_only_fault_told():
    assert list(enter("", "/a").context["adminform"].form.errors) == ["old_path"]


def test_a_row_belongs_to_this_site():
    enter("/a", "/b")
    assert Redirect.objects.get().site == Site.objects.get_current()


def test_each_box_says_what_to_type():
    fields = signed_in().get(desk_url(Redirect, "add")).context["adminform"].form.fields
    assert [str(field.help_text).split()[0] for field in fields.values()] == [
        "ตามที่ปรากฏในเบราว์เซอร์",
        "ที่อยู่ปัจจุบันของหน้านั้น",
    ]
    assert list(fields) == ["old_path", "new_path"]


def test_the_list_is_searched_by_either_address():
    enter("/one", "/two"), enter("/three", "/four")
    for words, found in [("one", "/one"), ("four", "/three")]:
        shown = signed_in(words).get(desk_url(Redirect), {"q": words}).context["cl"].queryset
        assert [row.old_path for row in shown] == [found]
