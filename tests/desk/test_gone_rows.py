"""A colleague deletes a row, or what a row points at, while the form lies open: told, and nothing else is lost.

That no kind of row holds up its form then, test_every_inline.py proves of each form.
"""

import pytest
from django.contrib.messages import get_messages

from networks.models import Meeting, Participation
from news.models import Article
from relations.models import Agency, Alias, Photo
from tests import world

from .desk import as_sent, desk_url, errors_of, signed_in
from .test_every_inline import Form, media, new_files, save_again, told  # noqa: F401

pytestmark = pytest.mark.django_db


def delete_as_malee(record, kind, number=0) -> None:
    form = Form(signed_in("malee"), type(record), record)
    form.change(kind, number, DELETE="on")
    assert form.send().status_code == 302


def aliases(record, *names):
    return [Alias.objects.create(subject=record, name=name, language="th", kind="short") for name in names]


def without_marks(form):
    """The form as a script or an older page sends it: nobody knows how it was opened."""
    form.data["seen"] = ""
    return form


def messages_of(answer) -> str:
    assert answer.status_code == 302, errors_of(answer)
    return " ".join(str(message) for message in get_messages(answer.wsgi_request))


def test_who_deleted_the_row_is_told_and_what_was_typed_elsewhere_is_saved():
    agency = world.agency()
    aliases(agency, "ก", "ข", "ค")
    mine = Form(signed_in("somchai"), Agency, agency)
    delete_as_malee(agency, Alias, 1)
    mine.change(Alias, 2, name="คค")
    mine.put(Alias, {"name": "ง", "language": "th", "kind": "short"})
    told_then = messages_of(mine.send())
    assert "malee" in told_then and "“ข” ที่ลบแล้ว" in told_then
    assert sorted(agency.aliases.values_list("name", flat=True)) == ["ก", "คค", "ง"]


def test_where_nobody_knows_how_the_form_was_opened_it_comes_back_first():
    agency = world.agency()
    aliases(agency, "ก", "ข", "ค")
    mine = without_marks(Form(signed_in("somchai"), Agency, agency))
    delete_as_malee(agency, Alias, 1)
    mine.change(Alias, 2, name="คค")
    answer = mine.send()
    assert len(told(answer)) == 1 and "“ข” ถูกลบโดย malee" in told(answer)[0]
    save_again(mine, answer, agency)
    assert sorted(agency.aliases.values_list("name", flat=True)) == ["ก", "คค"]


def test_a_row_that_i_changed_comes_back_as_a_new_one():
    agency = world.agency()
    aliases(agency, "ก", "ข")
    mine = without_marks(Form(signed_in("somchai"), Agency, agency))
    delete_as_malee(agency, Alias)
    mine.change(Alias, 0, name="ก ที่แก้แล้ว")
    answer = mine.send()
    assert "แถวใหม่" in told(answer)[0]
    save_again(mine, answer, agency)
    assert sorted(agency.aliases.values_list("name", flat=True)) == ["ก ที่แก้แล้ว", "ข"]


def test_what_both_delete_needs_no_word():
    agency = world.agency()
    aliases(agency, "ก", "ข")
    mine = Form(signed_in("somchai"), Agency, agency)
    mine.change(Alias, 0, DELETE="on")
    delete_as_malee(agency, Alias)
    assert "malee" not in messages_of(mine.send())
    assert agency.aliases.get().name == "ข"


def test_a_row_that_vanished_without_a_trace_is_told_too():
    """With marks it is told when all is saved, without them before."""
    agency = world.agency()
    for marks in (True, False):
        aliases(agency, "ก")
        mine = Form(signed_in(f"officer-{marks}"), Agency, agency)
        mine = mine if marks else without_marks(mine)
        Alias.objects.all()._raw_delete("default")
        Alias.history.all().delete()
        answer = mine.send()
        if marks:
            assert "แถว" in messages_of(answer) and not agency.aliases.exists()
        else:
            assert len(told(answer)) == 1
            save_again(mine, answer, agency)
            assert agency.aliases.get().name == "ก"


@pytest.mark.parametrize("marks", [True, False])
def test_links_of_a_deleted_photo_do_not_count_as_typed(media, marks):  # noqa: F811
    """People are shown on it; nobody changed them."""
    article = world.article()
    form = Form(signed_in("manee"), Article, article)
    people = [world.person().pk, world.person().pk]
    form.put(Photo, {"alt_th": "ภาพ", "alt_en": "Photo", "credit_th": "สำนักงาน", "people": people} | new_files(Photo))
    assert form.send().status_code == 302
    mine = Form(signed_in("somchai"), Article, article)
    mine = mine if marks else without_marks(mine)
    delete_as_malee(article, Photo)
    answer = mine.send()
    if answer.status_code == 200:
        save_again(mine, answer, article)
    assert not article.photos.exists() and marks is (answer.status_code == 302)


def test_a_row_that_was_added_meanwhile_moves_no_heading():
    """The names over the rows stay those of the rows, wherever the new one would stand."""
    meeting, first, second = world.meeting(), world.city("b"), world.city("c")
    for number, city in enumerate((first, second), 1):
        Participation.objects.create(meeting=meeting, city=city, order=number)
    mine = Form(signed_in(), Meeting, meeting)
    added = world.city("a")
    Participation.objects.create(meeting=meeting, city=added, order=0)
    mine.data["starts_on"] = "31/2/2563"
    answer = mine.send()
    rows = next(inline for inline in answer.context["inline_admin_formsets"] if inline.formset.model is Participation)
    assert [str(row.original) for row in rows][:3] == [str(first), str(second), str(added)]
    assert as_sent(answer, Meeting)["participation-2-city"] == [str(added.pk)]


def test_a_choice_that_was_deleted_meanwhile_is_told_and_taken_out():
    """One of many: saved without it on the second try. The only one: another must be chosen."""
    article, kept, gone = world.article(), world.agency("kept"), world.agency("gone")
    article.agencies.set([kept, gone])
    mine = Form(signed_in(), Article, article)
    Agency.objects.filter(pk=gone.pk).delete()
    answer = mine.send()
    assert "ถูกลบ" in errors_of(answer)[0]
    save_again(mine, answer, article)
    assert list(article.agencies.all()) == [kept]


def test_nonsense_for_a_key_is_no_error_page():
    agency = world.agency()
    aliases(agency, "ก")
    for key in ("x", "9" * 30, "²"):
        form = Form(signed_in(key[:2]), Agency, agency)
        form.change(Alias, 0, id=key)
        assert form.send().status_code == 200
    form.data[f"{form.kinds[Alias]}-INITIAL_FORMS"] = "x"
    assert form.client.get(desk_url(Agency)).status_code == 200 and form.send().status_code == 200
