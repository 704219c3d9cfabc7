"""The component picture.html: the best format first, its place kept free, nothing without a picture."""

from django.template.loader import render_to_string

from tests.reading import as_read

PICTURE = {
    "sources": [{"type": "image/avif", "srcset": "/media/a-320.avif 320w"}, {"type": "image/webp", "srcset": "w"}],
    "src": "/media/a-1280.jpg",
    "srcset": "/media/a-320.jpg 320w",
    "sizes": "100vw",
    "width": 1280,
    "height": 640,
}


def rendered(**context):
    return as_read(render_to_string("components/picture.html", {"picture": PICTURE, **context}))


def test_it_offers_every_format_and_keeps_the_place_free():
    html = rendered(alt='แม่น้ำ "เจ้าพระยา"')
    assert '<source type="image/avif" srcset="/media/a-320.avif 320w" sizes="100vw">' in html
    assert html.index("image/avif") < html.index("image/webp") < html.index("<img")
    assert 'src="/media/a-1280.jpg" srcset="/media/a-320.jpg 320w" sizes="100vw" width="1280" height="640"' in html
    assert 'alt="แม่น้ำ &quot;เจ้าพระยา&quot;"' in html
    assert 'loading="lazy"' in html and "fetchpriority" not in html and "lang=" not in html and "style" not in html


def test_what_is_seen_at_once_is_loaded_at_once():
    html = rendered(alt="", eager=True, sizes="50vw", alt_lang="th", class_name="card__image")
    assert 'fetchpriority="high"' in html and "lazy" not in html
    assert html.count('sizes="50vw"') == 3 and 'lang="th"' in html and '<img class="card__image"' in html
    assert 'alt=""' in html  # said to be decoration, not left out


def test_nothing_is_shown_without_a_picture():
    assert rendered(picture={}, alt="").strip() == ""
