"""Any two versions of a record beside each other; a field, a row or the whole comes back as a working copy."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import Permission
from django.test import Client

from iad_portal.lib.desk import kept_forms
from iad_portal.lib.desk.compare_views import ComparedVersions
from iad_portal.lib.desk.history import told_fields
from iad_portal.lib.desk.languages import texts_of
from iad_portal.lib.desk.taking_back import _forms
from iad_portal.lib.records.unit_of_work import unit_of_work
from iad_portal.office.groups import TRANSLATORS
from iad_portal.office.models import KeptForm
from networks.models import Meeting, Participation, Point
from news.models import Article
from relations.models import City, Revision
from tests import world
from tests.boxes import BOXES_ALONE
from tests.making import made, records

from .desk import as_sent, desk_url, errors_of, officer, signed_in

pytestmark = pytest.mark.django_db
COMPARED = [model for model in records() if isinstance(admin.site._registry.get(model), ComparedVersions)]
NOT_TYPED = {"csrfmiddlewaretoken", "typed_by", "kept_as", "kept_name", "seen"}


def saved(change):
    """Run `change` as one save of an officer; gives its revision."""
    with unit_of_work():
        change()
    return Revision.objects.latest("pk").pk


def meeting_in_two_versions():
    """A meeting of which the second version has another title and theme, a row less, a row more and a changed row."""
    meeting = world.meeting(theme_th="น้ำท่วม")
    gone = Participation.objects.create(meeting=meeting, city=world.city("seoul", "HU"), order=1)
    point = Point.objects.create(meeting=meeting, kind="topic", text_th="ประเด็นเดิม", order=1)
    first = Revision.objects.latest("pk").pk

    def change():
        gone.delete()
        Participation.objects.create(meeting=meeting, city=world.city("tokyo"), order=2)
        point.text_th, meeting.title_th, meeting.theme_th = "ประเด็นใหม่", "การประชุมที่แก้ชื่อ", ""
        point.save()
        meeting.save()

    return meeting, first, saved(change)


def compare_url(record, old="", new=""):
    return f"{desk_url(type(record), 'compare', record.pk)}?old={old}&new={new}"


def compared(client, record, old="", new=""):
    """What the page says differs: label -> the texts set off in the earlier and in the later version."""
    found = client.get(compare_url(record, old, new)).context["compared"]
    return {
        one.differing.label: [
            ["".join(piece.text for piece in side if piece.differs) for side in (line.old, line.new)]
            for line in one.differing.lines
        ]
        for one in found
    }


def taken_back(client, record, old, new, **typed):
    """Take back what `typed` names, and save the form that opens; gives the record as it is stored then."""
    answer = client.post(compare_url(record, old, new), typed)
    page = client.get(answer.url, **BOXES_ALONE)
    assert page.status_code == 200 and "ยังไม่มีการบันทึก" in " ".join(errors_of(page))
    data = as_sent(page, type(record)) | {"confirmed": page.context["confirmed"]}
    answer = client.post(answer.url, data)
    assert answer.status_code == 302, errors_of(answer)
    return type(record).objects.get(pk=record.pk)


def rows_of(meeting):
    return (
        sorted(row.city.slug for row in Participation.objects.filter(meeting=meeting)),
        sorted(row.text_th for row in Point.objects.filter(meeting=meeting)),
    )


def test_what_differs_is_told_field_by_field_and_row_by_row():
    meeting, first, second = meeting_in_two_versions()
    found = compared(signed_in(), meeting, first, second)
    assert found["หัวข้อหลัก (ไทย)"] == [["น้ำท่วม", ""]] and found["ชื่อเรื่อง (ไทย)"][0][1] == "ที่แก้ชื่อ"
    page = signed_in("b").get(compare_url(meeting, first, second))
    rows = [(one.differing.kind, one.differing.row_model) for one in page.context["compared"] if one.differing.kind]
    assert sorted(rows) == [
        ("ลบ", "networks.participation"),
        ("เพิ่ม", "networks.participation"),
        ("แก้ไข", "networks.point"),
    ]


def test_the_whole_comes_back_as_a_new_version():
    """Title, theme and rows as they stood; the row that was deleted as a new one; the versions between stay."""
    meeting, first, second = meeting_in_two_versions()
    title = meeting.history.filter(revision_id__lte=first).latest("history_id").title_th
    stored = taken_back(signed_in(), meeting, first, second, _whole="1")
    assert (stored.title_th, stored.theme_th) == (title, "น้ำท่วม")
    assert rows_of(stored) == (["seoul"], ["ประเด็นเดิม"])
    assert meeting.history.filter(title_th="การประชุมที่แก้ชื่อ").exists()


def test_one_field_comes_back_alone():
    meeting, first, second = meeting_in_two_versions()
    stored = taken_back(signed_in(), meeting, first, second, take="field:theme_th")
    assert (stored.title_th, stored.theme_th) == ("การประชุมที่แก้ชื่อ", "น้ำท่วม")
    assert rows_of(stored) == (["tokyo"], ["ประเด็นใหม่"])


def test_one_row_comes_back_alone():
    meeting, first, second = meeting_in_two_versions()
    gone = Participation.history.filter(history_type="-").get()
    stored = taken_back(signed_in(), meeting, first, second, take=f"row:networks.participation:{gone.id}")
    assert rows_of(stored) == (["seoul", "tokyo"], ["ประเด็นใหม่"])


def test_what_was_saved_after_both_versions_stays():
    """The earlier value is put into the record as it stands today, and links, dates and choices come back, too."""
    article = world.article(kind="news", event_on="2019-05")
    city = world.city()
    article.cities.add(city)
    first = saved(article.save)

    def change():
        article.kind, article.event_on = "announcement", None
        article.save()
        article.cities.clear()

    second = saved(change)
    article.title_th = "ชื่อข่าวที่แก้ทีหลัง"
    saved(article.save)
    stored = taken_back(signed_in(), article, first, second, _whole="1")
    assert (stored.title_th, stored.kind, stored.event_on.iso) == ("ชื่อข่าวที่แก้ทีหลัง", "news", "2019-05")
    assert list(stored.cities.all()) == [city]


def test_a_colleague_who_saves_meanwhile_is_not_written_over():
    """The copy knows the state it was made from: what changed since, and is not taken back, stays."""
    meeting, first, second = meeting_in_two_versions()
    client = signed_in()
    answer = client.post(compare_url(meeting, first, second), {"take": "field:theme_th"})
    Meeting.objects.get(pk=meeting.pk)
    other = Meeting.objects.get(pk=meeting.pk)
    other.venue_th = "ศาลาว่าการ"
    saved(other.save)
    page = client.get(answer.url)
    client.post(answer.url, as_sent(page, Meeting) | {"confirmed": page.context["confirmed"]})
    other.refresh_from_db()
    assert (other.venue_th, other.theme_th) == ("ศาลาว่าการ", "น้ำท่วม")


def test_nothing_ticked_takes_nothing_back():
    meeting, first, second = meeting_in_two_versions()
    page = signed_in().post(compare_url(meeting, first, second), follow=True)
    assert "ยังไม่ได้เลือก" in page.content.decode() and not KeptForm.objects.exists()


def test_the_earlier_version_stands_first_whatever_is_asked():
    meeting, first, second = meeting_in_two_versions()
    client = signed_in()
    page = client.get(compare_url(meeting, second, first))
    assert (page.context["old"].revision, page.context["new"].revision) == (first, second)
    nonsense = client.get(compare_url(meeting, "x", "99999999"))
    assert nonsense.context["new"].number == len(nonsense.context["versions"])


def test_one_version_has_nothing_to_compare():
    page = signed_in().get(compare_url(made(City)))
    assert page.status_code == 200


def test_a_bold_word_is_a_difference_without_words():
    article = world.article(body_th="<p>คำ</p>")
    first = Revision.objects.latest("pk").pk
    article.body_th = "<p><strong>คำ</strong></p>"
    second = saved(article.save)
    page = signed_in().get(compare_url(article, first, second)).content.decode()
    assert "ต่างกันเฉพาะรูปแบบ" in page
    assert taken_back(signed_in("b"), article, first, second, _whole="1").body_th == "<p>คำ</p>"


def test_who_may_only_look_compares_and_takes_nothing_back():
    meeting, first, second = meeting_in_two_versions()
    reader = officer("reader")
    reader.is_superuser = False
    reader.save()
    client = Client()
    client.force_login(reader)
    assert client.get(compare_url(meeting, first, second)).status_code == 403
    reader.user_permissions.add(Permission.objects.get(codename="view_meeting"))
    page = client.get(compare_url(meeting, first, second))
    assert page.status_code == 200 and not page.context["may_take_back"]
    assert client.post(compare_url(meeting, first, second), {"_whole": "1"}).status_code == 403


def test_rows_that_an_officer_may_not_change_are_not_taken_back():
    meeting, first, second = meeting_in_two_versions()
    writer = officer("writer")
    writer.is_superuser = False
    writer.save()
    rights = ["change_meeting", "view_participation", "view_point", "publish"]
    writer.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client = Client()
    client.force_login(writer)
    found = client.get(compare_url(meeting, first, second)).context["compared"]
    assert {one.is_takeable for one in found if one.differing.kind} == {False}
    client.post(compare_url(meeting, first, second), {"_whole": "1"})
    assert "การประชุม" in KeptForm.objects.get().name and rows_of(meeting) == (["tokyo"], ["ประเด็นใหม่"])


def test_what_is_too_much_to_be_kept_is_not_taken_back(monkeypatch):
    monkeypatch.setattr(kept_forms, "MOST_LETTERS", 10)
    meeting, first, second = meeting_in_two_versions()
    page = signed_in().post(compare_url(meeting, first, second), {"_whole": "1"}, follow=True)
    assert "มากเกินกว่าจะคืนค่า" in page.content.decode() and not KeptForm.objects.exists()


def test_a_translator_takes_back_the_other_language_alone():
    article = world.article(status="draft", title_th="ชื่อเดิม", title_en="Old name")
    first = Revision.objects.latest("pk").pk
    article.title_th, article.title_en = "ชื่อใหม่", "New name"
    second = saved(article.save)
    page = signed_in(group=TRANSLATORS).get(compare_url(article, first, second))
    taken = {one.differing.name: one.is_takeable for one in page.context["compared"]}
    assert taken == {"field:title_th": False, "field:title_en": True}


def test_a_record_that_is_gone_is_not_found():
    assert signed_in().get(desk_url(Article, "compare", 99_999)).status_code == 404


@pytest.mark.one_database
@pytest.mark.parametrize("model", COMPARED, ids=lambda model: model.__name__)
def test_the_form_is_filled_as_the_page_would_send_it(model, starting_data, rf):
    """Else taking one thing back would change others."""
    record = model._default_manager.order_by("pk").first() or made(model)
    client = signed_in()
    page = client.get(desk_url(model, "change", record.pk), **BOXES_ALONE)
    model_admin, request = admin.site._registry[model], page.wsgi_request
    if not model_admin.has_change_permission(request, record):
        return
    form, _formsets = _forms(model_admin, request, record)
    filled = {name: form.data.getlist(name) for name in form.data}
    sent = {name: value if isinstance(value, list) else [value] for name, value in as_sent(page, model).items()}
    for name in {*filled, *sent} - NOT_TYPED:
        if not name.endswith("_FORMS") and sorted(filled.get(name) or [""]) != sorted(sent.get(name, [""])):
            assert "-" in name and name not in filled, (name, filled.get(name), sent.get(name))  # of an empty row


def test_the_page_asks_a_fixed_number_of_queries(django_assert_max_num_queries):
    meeting, first, _second = meeting_in_two_versions()
    for number in range(12):
        Point.objects.create(meeting=meeting, kind="topic", text_th=f"ประเด็น {number}", order=number + 2)
    third = saved(meeting.save)
    client = signed_in()
    client.get(compare_url(meeting, first, third))
    with django_assert_max_num_queries(55):
        client.get(compare_url(meeting, first, third))


# What people wrote to the office stands once, in no history, so that it can be removed for good.
KEPT_OUT = {"Message": {"text", "name", "email", "note"}}


@pytest.mark.parametrize("model", [model for model in records() if hasattr(model, "history")], ids=lambda m: m.__name__)
def test_all_that_an_officer_writes_is_compared(model):
    """Left out are only columns that the code works out: counts of saves, moments, sort keys, sizes of files."""
    fields = [*model._meta.concrete_fields, *model._meta.many_to_many]
    typed = {field.name for field in fields if field.editable and not field.primary_key} - texts_of(model)
    told = {field.name for field in told_fields(model)}
    owners = {
        name
        for part in model._meta.private_fields
        if hasattr(part, "fk_field")
        for name in (part.ct_field, part.fk_field)
    }
    assert typed - told - owners == KEPT_OUT.get(model.__name__, set())
