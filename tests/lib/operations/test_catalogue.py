"""Catalogues: what is found in code and templates, what a catalogue lacks, and that compiled strings are read."""

import gettext

import pytest

from iad_portal.lib.operations import catalogue

CODE = {
    "app/views.py": """
from django.utils.translation import gettext as _, ngettext, pgettext_lazy, npgettext
def view(n):
    return _("Plain"), _("Joined " "from two"), ngettext("%(n)s city", "%(n)s cities", n), pgettext_lazy("verb", "May")
def other(n):
    return npgettext("embassies", "%d call", "%d calls", n), _("100 % sure")
""",
    "templates/page.html": """
<main>
    <h1 title="{% translate "It's here" %}">{{ _("In a variable")|upper }}</h1>
  {% blocktranslate trimmed count n=n with name=city.name %}
      One agreement
      with {{ name }}
  {% plural %}
      {{ n }} agreements with {{ name }}
  {% endblocktranslate %}
      {# Translators: a note (with a stray bracket #}
  <p>{% translate "May" context "month" %}{% comment %}{% translate "Never" %}{% endcomment %}</p>
</main>
""",
    "tests/test_views.py": """_("In a test")""",
    "mutants/app/views.py": """_("In a copy with a fault")""",
    "static/app.js": """console.log(gettext("In a script"))""",
}
WANTED = {
    "Plain",
    "Joined from two",
    ("%(n)s city", "%(n)s cities"),
    "May",
    ("%d call", "%d calls"),
    "100 % sure",
    "It's here",
    "In a variable",
    ("One agreement with %(name)s", "%(n)s agreements with %(name)s"),
}


@pytest.fixture
def project(tmp_path):
    for name, text in CODE.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


def a_catalogue(path, *entries):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=1; plural=0;\\n"\n\n' + "\n\n".join(entries) + "\n")
    return path


def test_strings_of_code_and_templates_are_found_and_those_of_tests_are_not(project):
    found = catalogue.strings_in_code(project)
    assert {m.id for m in found if m.id} == WANTED
    assert {m.context for m in found if m.id == "May"} == {"verb", "month"}


def test_scripts_have_a_catalogue_of_their_own(project):
    assert [m.id for m in catalogue.strings_in_code(project, "djangojs") if m.id] == ["In a script"]


def test_a_plural_wins_over_the_same_words_alone(tmp_path):
    (tmp_path / "a.py").write_text('_("city")\nngettext("city", "cities", n)\n_("city")\n')
    assert [m.id for m in catalogue.strings_in_code(tmp_path) if m.id] == [("city", "cities")]


def test_the_report_names_what_is_missing_empty_fuzzy_and_stale(tmp_path):
    (tmp_path / "a.py").write_text(
        '_("Good"); _("Missing"); _("Empty"); _("Guessed"); ngettext("one", "many", 2); pgettext("month", "May")\n'
    )
    path = a_catalogue(
        tmp_path / "locale/th/LC_MESSAGES/django.po",
        'msgid "Good"\nmsgstr "ดี"',
        'msgid "Empty"\nmsgstr " "',
        '#, fuzzy\nmsgid "Guessed"\nmsgstr "เดา"',
        'msgid "one"\nmsgstr "หนึ่ง"',
        'msgctxt "verb"\nmsgid "May"\nmsgstr "อาจ"',
    )
    report = catalogue.compare(catalogue.strings_in_code(tmp_path), catalogue.read_catalogue(path))
    assert report.missing == ["Missing", "one", "month: May"]
    assert (report.empty, report.fuzzy, report.stale) == (["Empty"], ["Guessed"], ["verb: May"])
    assert report


def test_bringing_in_step_keeps_translations_adds_empty_and_drops_stale(tmp_path):
    (tmp_path / "a.py").write_text('_("Good"); _("New"); ngettext("city", "cities", 2)\n')
    path = a_catalogue(
        tmp_path / "locale/th/LC_MESSAGES/django.po",
        '# For the home page\nmsgid "Good"\nmsgstr "ดี"',
        'msgid "Old"\nmsgstr "เก่า"',
        'msgid "city"\nmsgid_plural "cities"\nmsgstr[0] "เมือง"',
    )
    code = catalogue.strings_in_code(tmp_path)
    catalogue.write_catalogue(path, catalogue.in_step(code, catalogue.read_catalogue(path)))
    text = path.read_text()
    assert 'msgid "Good"\nmsgstr "ดี"' in text and "# For the home page" in text
    assert 'msgid "New"\nmsgstr ""' in text and "Old" not in text and 'msgstr[0] "เมือง"' in text
    report = catalogue.compare(code, catalogue.read_catalogue(path))
    assert (report.empty, report.missing, report.stale) == (["New"], [], [])
    catalogue.write_catalogue(path, catalogue.in_step(code, catalogue.read_catalogue(path)))
    assert path.read_text() == text, "a second time changes nothing"


def test_compiled_strings_are_what_gettext_reads(tmp_path):
    path = a_catalogue(
        tmp_path / "locale/th/LC_MESSAGES/django.po",
        'msgid "City"\nmsgstr "เมือง"',
        'msgid "one"\nmsgid_plural "many"\nmsgstr[0] "จำนวน"',
        'msgid "Empty"\nmsgstr ""',
    )
    assert catalogue.compile_catalogue(path) == 2
    with path.with_suffix(".mo").open("rb") as source:
        compiled = gettext.GNUTranslations(source)
    assert compiled.gettext("City") == "เมือง"
    assert compiled.ngettext("one", "many", 3) == "จำนวน"
    assert compiled.gettext("Empty") == "Empty"


def test_the_words_of_a_plural_are_found_alone_by_every_python(tmp_path):
    path = a_catalogue(
        tmp_path / "locale/th/LC_MESSAGES/django.po",
        'msgid "country"\nmsgid_plural "countries"\nmsgstr[0] "ประเทศ"',
        'msgctxt "kind"\nmsgid "code"\nmsgid_plural "codes"\nmsgstr[0] "รหัส"',
        '#, fuzzy\nmsgid "city"\nmsgid_plural "cities"\nmsgstr[0] "เมือง?"',
        'msgid "post"\nmsgid_plural "posts"\nmsgstr[0] ""',
    )
    catalogue.compile_catalogue(path)
    with path.with_suffix(".mo").open("rb") as source:
        stored = gettext.GNUTranslations(source)._catalog
    # What Python 3.11.2 looks up; later ones also find what stands under the plural.
    assert (stored.get("country"), stored.get("kind\x04code")) == ("ประเทศ", "รหัส")
    assert stored.get("city", "") == stored.get("post", "") == ""


def test_what_is_translated_for_a_library_is_not_stale_while_the_library_says_it(tmp_path):
    a_catalogue(tmp_path / "library/locale/de/LC_MESSAGES/django.po", 'msgid "Save"\nmsgstr "Sichern"')
    path = a_catalogue(
        tmp_path / "locale/th/LC_MESSAGES/django.po",
        'msgid "Save"\nmsgstr "บันทึก"',
        'msgid "Print"\nmsgstr "พิมพ์"',
    )
    code, ours = catalogue.strings_in_code(tmp_path), catalogue.read_catalogue(path)
    catalogue.add_borrowed(code, ours, [tmp_path / "absent", tmp_path / "library/locale"])
    assert catalogue.compare(code, ours).stale == ["Print"]
