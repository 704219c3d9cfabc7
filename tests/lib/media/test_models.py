"""A photo is taken in once: inspected, rewritten, kept in every size, and validated beside its field."""

import re
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.forms import modelform_factory
from PIL import Image

from iad_portal.lib.media import models as media
from tests.lib.media.media_models import Picture
from tests.lib.media.pictures import camera_jpeg, drawn, encoded

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media_tables", "store")]


def upload(data=None, name="ภาพ.jpg"):
    return SimpleUploadedFile(name, data or camera_jpeg(700, 400))


def test_a_new_photo_is_rewritten_with_its_renditions(stored):
    picture = Picture.objects.create(image=upload())
    assert (picture.width, picture.height, len(picture.sha256)) == (400, 700, 64)
    assert re.fullmatch(rf"photos/{picture.upload_key.hex}/photo-{picture.sha256[:12]}\.jpg", picture.image.name)
    assert [(r["width"], r["format"]) for r in picture.renditions][:3] == [(400, "avif"), (400, "webp"), (400, "jpeg")]
    assert stored() == picture.file_names() and len(stored()) == 7
    with picture.image.open() as file:
        kept = file.read()
    assert (b"Exif" not in kept, Image.open(BytesIO(kept)).size, len(kept)) == (True, (400, 700), picture.size)


def test_it_is_taken_in_exactly_once(monkeypatch):
    picture = Picture.objects.create(image=upload())
    monkeypatch.setattr(media, "prepare_image", None)
    before = picture.file_names()
    picture.title = "later"
    picture.save()
    Picture.objects.get().save()
    assert Picture.objects.get().file_names() == before


def test_a_text_names_it_by_its_first_upload_whatever_file_it_gets_later():
    picture = Picture.objects.create(image=upload())
    first = picture.upload_key
    picture.image = upload(encoded(drawn(300, 200)))
    picture.save()
    picture.refresh_from_db()
    assert picture.text_key == first != picture.upload_key and Picture().text_key is None


def test_update_fields_carry_the_facts_along_or_leave_the_upload_alone():
    picture = Picture.objects.create(image=upload())
    picture.image = upload(encoded(drawn(200, 100)))
    picture.save(update_fields=["title"])
    assert Picture.objects.get().width == 400
    picture.save(update_fields=["image"])
    assert Picture.objects.get().width == 200


@pytest.mark.parametrize("look", [Picture.full_clean, Picture.save])
def test_a_bad_upload_is_refused_beside_its_field(look, stored):
    with pytest.raises(ValidationError) as caught:
        look(Picture(image=upload(encoded(format_="TIFF"))))
    assert set(caught.value.message_dict) == {"image"}
    assert stored() == set()


def test_a_form_shows_the_sentence_and_offers_fitting_files_only():
    form_class = modelform_factory(Picture, fields=["image"])
    form = form_class({}, {"image": upload(b"not a picture", "ชื่อยาว" * 40 + ".heic")})
    assert "โปรดอัปโหลดไฟล์ JPEG" in form.errors["image"][0]
    assert 'accept="image/jpeg,image/png,image/webp,image/avif"' in str(form_class()["image"])


def test_a_form_saves_what_it_validated_and_leaves_it_alone_when_nothing_is_chosen():
    form_class = modelform_factory(Picture, fields=["image", "title"])
    form = form_class({}, {"image": upload()})
    picture = form.save()
    assert (form.errors, picture.width) == ({}, 400)
    again = form_class({"title": "same"}, {}, instance=picture)
    assert again.save().sha256 == picture.sha256


def test_bulk_writes_take_no_new_upload_but_may_share_a_stored_one():
    with pytest.raises(ValueError, match="bulk"), transaction.atomic():
        Picture.objects.bulk_create([Picture(image=upload())])
    first = Picture.objects.create(image=upload())
    facts = {name: getattr(first, name) for name in ("image", *Picture.FACT_FIELDS)}
    Picture.objects.bulk_create([Picture(**facts), Picture(**facts)])
    assert Picture.with_file(first.image.name).count() == 3


def test_rows_are_found_by_any_of_their_file_names():
    picture = Picture.objects.create(image=upload())
    assert {Picture.with_file(name).get() for name in picture.file_names()} == {picture}
    strange = ["", "photos/", "../etc/passwd", "photos/\0/a.jpg", f"photos/{'0' * 32}/a.jpg", "photos/" + "x" * 10_000]
    assert [Picture.with_file(name).count() for name in strange] == [0] * 6


def test_addresses_are_the_portal_s_own_whatever_the_storage():
    picture = Picture.objects.create(image=upload())
    assert picture.url == picture.image.url == f"/media/{picture.image.name}"
    assert (media.media_url(""), Picture().url, Picture().share_url, Picture().thumbnail_url) == ("", "", "", "")
    assert Picture().image.url == "" and Picture().file_names() == set()


def test_sources_give_a_picture_element_all_it_needs():
    picture = Picture.objects.create(image=upload(encoded(drawn(1400, 700))))
    sources = picture.sources("50vw")
    base = f"/media/{picture.image.name.removesuffix('.jpg')}"
    assert [source.type for source in sources.sources] == ["image/avif", "image/webp"]
    assert sources.sources[0].srcset == ", ".join(f"{base}-{w}.avif {w}w" for w in (320, 640, 1280, 1400))
    assert sources.srcset.startswith(f"{base}-320.jpg 320w, ")
    assert (sources.src, sources.width, sources.height) == (f"{base}-1280.jpg", 1280, 640)
    assert (sources.sizes, picture.share_url, picture.thumbnail_url) == (
        "50vw",
        f"{base}-1280.jpg",
        f"{base}-320.jpg",
    )
    assert Picture().sources() is None


def test_a_transparent_picture_falls_back_to_png():
    image = Image.new("RGBA", (300, 200), (0, 0, 0, 0))
    picture = Picture.objects.create(image=upload(encoded(image, "PNG")))
    assert picture.image.name.endswith(".png") and picture.sources().src.endswith("-300.png")
    assert picture.thumbnail_url == picture.sources().src
