"""The components of plots: each is named for those who do not see it, and tells in words what it draws."""

import re

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from iad_portal.workshop.styleguide_plots import plot_samples
from tests.reading import as_read

SMALLEST = 14  # pixels of type, at 16 to the rem


def render(name, language="en", **context):
    with translation.override(language):
        samples = plot_samples()
        values = {key: value(samples) for key, value in context.items()}
        return as_read(render_to_string(f"components/{name}.html", values))


def test_plot_growth_names_both_drawings_and_has_a_table():
    html = render("plot_growth", plot=lambda samples: samples["growth"])
    assert re.findall(r'role="img" aria-label="(\w+):', html) == ["Line", "Columns"]
    assert "Read as a table" in html and html.count('<th role="rowheader"') == 8
    assert "21 cities with a date on record" in html and "Ankara and Hue" in html and "the 9th in 1997" in html


def test_plot_years_writes_the_peak_on_every_screen_and_no_single_unit():
    html = render(
        "plot_years",
        columns=lambda samples: samples["growth"].columns,
        ticks=lambda samples: samples["growth"].ticks,
        label=lambda samples: "what they count",
    )
    assert re.findall(r'plot__number--peak"[^>]*>(\d+)<', html) == ["5"]
    assert 'aria-label="what they count"' in html
    assert ">1</text>" not in html


def test_plot_terms_draws_what_is_known_and_what_is_not_by_shape():
    html = render("plot_terms", plot=lambda samples: samples["terms"])
    # A membership without a beginning, and a role that nobody confirmed since.
    assert html.count("plot__unsure") == 2 and html.count("plot__arrow") == 1
    assert html.count('d="M0-8 8 0 0 8-8 0z"') == 2  # held in Bangkok
    assert "no end recorded" in html and "no beginning recorded" in html


def test_plot_progress_leaves_the_unknown_empty():
    html = render("plot_progress", plot=lambda samples: samples["progress"])
    cells, groups = html.split('<ul class="plot__groups">')
    assert (cells.count("plot__cell--unknown"), cells.count("plot__done")) == (2, 6)
    assert "Not begun <b>1</b>" in groups


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_year_is_in_the_reader_s_era(language):
    wrong = re.compile(r">(?:19|20)\d\d\b" if language == "th" else r">25\d\d\b")
    for name, key in (("growth", "growth"), ("terms", "terms")):
        html = render(f"plot_{name}", language, plot=lambda samples, key=key: samples[key])
        assert not wrong.search(re.sub(r"<time[^>]*>", "<time>", html)), name


def test_no_type_is_small(settings):
    """No words under fourteen pixels, however narrow the screen."""
    for sheet in (settings.BASE_DIR / "static/css/components").glob("plot*.css"):
        sizes = re.findall(r"font-size: ([\d.]+)rem", sheet.read_text())
        assert all(float(size) * 16 >= SMALLEST for size in sizes), sheet.name
