"""Text fields that are clean however they are written, and sort keys that follow their names."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, models
from django.forms import modelform_factory
from django.test.utils import isolate_apps
from django.utils.translation import override
from django_prose_editor.widgets import ProseEditorWidget
from modeltranslation.fields import SUPPORTED_FIELDS
from modeltranslation.translator import TranslationOptions, translator

from iad_portal.lib.text.fields import LineField, ProseField, RichTextField, SortKeyField
from iad_portal.lib.text.sorting import sort_key

DIRTY, CLEAN = " น\u0e4d\u0e49\u0e32\xa0\r\nเเม่ ", "น้ำ แม่"

with isolate_apps("iad_portal"):

    class Note(models.Model):
        name = LineField(max_length=40)
        sort_th = SortKeyField(language="th")
        sort_en = SortKeyField(language="en")
        sort_code = SortKeyField(source="code")
        code = LineField(max_length=40)
        prose = ProseField(blank=True, default="")
        text = RichTextField(blank=True, default="")

        class Meta:
            app_label = "iad_portal"
            db_table = "floor_note"

        def __str__(self):
            return self.name

    class NoteTranslation(TranslationOptions):
        fields = ("name", "prose", "text")

    translator.register(Note, NoteTranslation)


@pytest.fixture
def table(db):
    columns = ", ".join(f"{field.column} text" for field in Note._meta.concrete_fields if not field.primary_key)
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE floor_note (id bigint PRIMARY KEY, {columns})")


@pytest.mark.usefixtures("table")
def test_saving_cleans_the_record_and_the_row():
    note = Note(pk=1, name_th=DIRTY, prose_th=DIRTY, text_en=f"<p onclick=x>{DIRTY}</p><script>x</script>")
    note.save(force_insert=True)
    for seen in (note, Note.objects.get()):
        assert seen.name_th == CLEAN
        assert seen.prose_th == "น้ำ\nแม่"
        assert seen.text_en == "<p>น้ำ\nแม่</p>"


@pytest.mark.usefixtures("table")
def test_what_was_hidden_in_a_text_is_stored_by_no_way_of_writing():
    hidden = '<p class=MsoCommentText>secret</p><p>open<del>secret</del><span style="display:none">secret</span></p>'
    Note(pk=1, text_th=hidden).save()
    Note.objects.bulk_create([Note(pk=2, text_th=hidden)])
    Note.objects.filter(pk=3).update_or_create(pk=3, defaults={"text_th": hidden})
    Note.objects.filter(pk=1).update(text_en=hidden)
    Note.objects.bulk_update([Note(pk=2, text_en=hidden)], ["text_en"])
    stored = Note.objects.values_list("text_th", "text_en").order_by("pk")
    assert list(stored) == [("<p>open</p>",) * 2] * 2 + [("<p>open</p>", stored[2][1])]
    assert not stored[2][1]


@pytest.mark.usefixtures("table")
def test_saving_under_english_leaves_the_english_columns_alone():
    note = Note(pk=1, name_th=DIRTY)
    with override("en"):
        note.save(force_insert=True)
    assert Note.objects.values_list("name_th", "name_en").get() == (CLEAN, None)


@pytest.mark.usefixtures("table")
def test_bulk_writes_and_lookups_are_clean_too():
    Note.objects.bulk_create([Note(pk=1, name_th=DIRTY)])
    assert Note.objects.filter(name_th=DIRTY, name_th__in=[DIRTY]).count() == 1
    Note.objects.update(name_th="x", text_th="<img src=x><p>a</p>", prose_th="a \x00\n\n\n\nb")
    assert Note.objects.values_list("name_th", "text_th", "prose_th").get() == ("x", "<p>a</p>", "a\n\nb")
    Note.objects.update(name_th=models.F("prose_th"), name_en=None)
    assert Note.objects.values_list("name_th", "name_en").get() == ("a\n\nb", None)


def test_invisible_text_is_no_text():
    with pytest.raises(ValidationError) as caught:
        Note(name_th="x", code=" \u200b").clean_fields()
    assert list(caught.value.message_dict) == ["code"]


@pytest.mark.parametrize(
    ("thai", "english", "key_of"),
    [
        ("กรุงเทพ", "Bangkok", ("กรุงเทพ", "Bangkok")),
        ("กรุงเทพ", "", ("กรุงเทพ",) * 2),
        (None, "Bangkok", ("Bangkok",) * 2),
    ],
)
def test_sort_keys_follow_the_names(thai, english, key_of):
    note = Note(name_th=thai, name_en=english, code="B 2")
    for field in Note._meta.fields:
        field.pre_save(note, add=True)
    assert (note.sort_th, note.sort_en) == (sort_key(key_of[0], "th"), sort_key(key_of[1], "en"))
    assert note.sort_code == sort_key("B 2", "th")


def test_sort_keys_fit_their_column():
    note = Note(name_th="東" * 200)
    key = Note._meta.get_field("sort_th").pre_save(note, add=True)
    assert len(key) == 400 == len(note.sort_th)
    assert Note._meta.get_field("sort_code").pre_save(Note(), add=True) == ""


@pytest.mark.parametrize(
    ("field", "settings"),
    [
        (LineField(max_length=40), {"max_length": 40}),
        (ProseField(blank=True), {"blank": True}),
        (RichTextField(blank=True, default=""), {"blank": True, "default": ""}),
        (SortKeyField(), {"source": "name", "language": "th"}),
        (
            SortKeyField(source="title", language="en", max_length=80),
            {"source": "title", "language": "en", "max_length": 80},
        ),
    ],
)
def test_migrations_write_what_was_asked_for(field, settings):
    _name, path, args, kwargs = field.deconstruct()
    assert (path, args, kwargs) == (f"iad_portal.lib.text.fields.{type(field).__name__}", [], settings)
    assert field.clone().deconstruct()[1:] == (path, args, kwargs)
    assert isinstance(field, SUPPORTED_FIELDS)


def test_rich_text_brings_its_editor_in_both_languages():
    form = modelform_factory(Note, fields=["text_th", "text_en"])({"text_th": "<b>a</b>", "text_en": "<p></p>"})
    for name in ("text_th", "text_en"):
        widget = form.fields[name].widget
        assert isinstance(widget, ProseEditorWidget)
        assert widget.config["extensions"]["Heading"] == {"levels": [2, 3, 4]}
        assert "Image" not in widget.config["extensions"]
    form.full_clean()
    assert form.cleaned_data["text_th"] == "<b>a</b>" and form.instance.text_th == "<strong>a</strong>"
