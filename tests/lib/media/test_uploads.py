"""Pictures are taken by their content, refused with a sentence, and encoded anew without what rode along."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from PIL import Image

from iad_portal.lib.media import uploads
from iad_portal.lib.media.uploads import inspect_image, prepare_image, reencode
from tests.lib.media.pictures import camera_jpeg, drawn, encoded, huge_png, profile


def refusal(data, name="a.jpg"):
    """The code with which ``data`` is refused, by the look before and by the work itself alike."""
    codes = set()
    for look in (inspect_image, prepare_image):
        with pytest.raises(ValidationError) as caught:
            look(SimpleUploadedFile(name, data))
        assert "โปรด" in caught.value.messages[0]  # each sentence says what to do
        codes.add(caught.value.code)
    assert len(codes) == 1
    return codes.pop()


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_four_formats_are_taken_whatever_the_name(format_):
    data = encoded(format_=format_)
    upload = SimpleUploadedFile("ภาพ.exe", data)
    assert inspect_image(upload) == uploads.ImageFacts(format_, 64, 48, len(data))
    assert upload.read() == data  # whoever reads next finds all of it


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (encoded(format_="TIFF"), "unshown_format"),
        (encoded(format_="GIF"), "unshown_format"),
        (encoded(format_="BMP"), "unshown_format"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(40), "unshown_format"),
        (b"%PDF-1.7", "unshown_format"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not_a_picture"),
        (b"<html><script>alert(1)</script>", "not_a_picture"),
        (b"MZ\x90\0" + bytes(100), "not_a_picture"),
        (encoded(drawn(400, 300))[:1000], "damaged"),
        (encoded()[:20], "damaged"),
        (encoded(format_="PNG")[:60], "damaged"),
        (encoded(format_="WEBP")[:40], "damaged"),
        (encoded(drawn(400, 300), "AVIF")[:-200], "damaged"),
        (huge_png(), "too_many_pixels"),
        (huge_png(10_000, 7_000), "too_many_pixels"),
        (encoded(format_="WEBP", save_all=True, append_images=[drawn(mode="L").convert("RGB")]), "animated"),
        (encoded(format_="PNG", save_all=True, append_images=[Image.new("RGB", (64, 48))]), "animated"),
    ],
    ids=range(18),
)
@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_what_cannot_be_shown_is_refused(data, code):
    assert refusal(data) == code


def test_bombs_are_refused_when_pillow_s_warning_is_an_error_too():
    assert refusal(huge_png(10_000, 7_000)) == "too_many_pixels"


def test_a_file_over_the_limit_is_refused_unread(monkeypatch):
    monkeypatch.setattr(uploads, "IMAGE_LIMIT", 1000)
    assert refusal(b"\xff" * 1001) == "too_large"


def test_a_decoder_that_raises_anything_means_a_damaged_picture(monkeypatch):
    def broken(*args, **kwargs):
        raise MemoryError

    monkeypatch.setattr(uploads.Image, "open", broken)
    assert refusal(encoded()) == "damaged"


def test_a_bomb_noticed_only_in_decoding_is_told_as_one(monkeypatch):
    def bursts(*args, **kwargs):
        raise Image.DecompressionBombError

    data = encoded()
    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", bursts)
    assert refusal(data) == "too_many_pixels"


def test_the_sentence_is_in_the_reader_s_language():
    with translation.override("th"), pytest.raises(ValidationError) as caught:
        inspect_image(BytesIO(encoded(format_="TIFF")))
    assert caught.value.messages == ["เว็บไซต์แสดงไฟล์ TIFF เป็นภาพไม่ได้ โปรดบันทึกเป็นไฟล์ JPEG แล้วอัปโหลดใหม่"]


def test_a_camera_s_picture_is_turned_upright_and_forgets_where_it_was():
    kept = reencode(BytesIO(camera_jpeg()), "ภาพถ่าย.HEIC")
    image = Image.open(kept)
    assert (kept.name, image.format, image.size) == ("photo.jpg", "JPEG", (48, 64))
    assert image.getpixel((24, 5))[0] > 200  # red, the left half, has come on top
    assert not image.getexif() and "comment" not in image.info
    assert not any(mark in kept.read() for mark in (b"Exif", b"Camera", b"secret", b"ICC_PROFILE"))


@pytest.mark.parametrize("format_", ["PNG", "WEBP", "AVIF", "JPEG"])
def test_nothing_but_pixels_is_kept_of_any_format(format_):
    exif = Image.Exif()
    exif[0x010F] = "Camera maker"
    data = encoded(drawn(mode="RGBA" if format_ != "JPEG" else "RGB"), format_, exif=exif, icc_profile=profile())
    picture = prepare_image(BytesIO(data))
    assert (picture.mode, picture.info, dict(picture.getexif())) == ("RGB", {}, {})


def test_a_second_picture_inside_a_telephone_s_jpeg_is_left_behind():
    data = encoded(drawn(), "MPO", save_all=True, append_images=[drawn(32, 24)])
    assert inspect_image(BytesIO(data)).format == "JPEG"
    assert Image.open(reencode(BytesIO(data))).format == "JPEG"


def test_a_transparent_picture_stays_png_an_opaque_one_becomes_jpeg():
    seen_through = drawn(mode="RGBA")
    seen_through.putpixel((0, 0), (0, 0, 0, 0))
    assert reencode(BytesIO(encoded(seen_through, "PNG")), "Logo of Bangkok.png").name == "logo-of-bangkok.png"
    assert reencode(BytesIO(encoded(drawn(mode="RGBA"), "PNG"))).name == "photo.jpg"
    palette = encoded(drawn(mode="P"), "PNG", transparency=0)
    assert prepare_image(BytesIO(palette)).mode in {"RGB", "RGBA"}


@pytest.mark.parametrize("mode", ["L", "P", "1", "LA", "CMYK"])
def test_every_kind_of_pixel_becomes_srgb(mode):
    image = drawn(mode="L").convert(mode) if mode in {"LA", "1"} else drawn(mode=mode)
    assert prepare_image(BytesIO(encoded(image, "JPEG" if mode == "CMYK" else "PNG"))).mode == "RGB"


def test_sixteen_bit_grey_keeps_its_tones():
    data = encoded(Image.new("I;16", (8, 8), 0x8000), "PNG")
    assert prepare_image(BytesIO(data)).getpixel((4, 4)) == (128, 128, 128)


def test_colours_are_brought_to_srgb_when_the_profile_says_otherwise(monkeypatch):
    asked = []

    def convert(image, source, target, outputMode):
        asked.append(outputMode)
        return image.convert(outputMode)

    monkeypatch.setattr(uploads.ImageCms, "profileToProfile", convert)
    prepare_image(BytesIO(encoded(icc_profile=profile("sRGB"))))
    assert asked == []
    monkeypatch.setattr(uploads.ImageCms, "getProfileDescription", lambda source: "Display P3")
    prepare_image(BytesIO(encoded(icc_profile=profile("sRGB"))))
    prepare_image(BytesIO(encoded(drawn(mode="RGBA"), "PNG", icc_profile=profile("sRGB"))))
    assert asked == ["RGB", "RGBA"]


def test_colour_conversion_really_runs(monkeypatch):
    monkeypatch.setattr(uploads.ImageCms, "getProfileDescription", lambda source: "Another")
    seen_through = drawn(mode="RGBA")
    seen_through.putpixel((0, 0), (0, 0, 0, 0))
    picture = prepare_image(BytesIO(encoded(seen_through, "PNG", icc_profile=profile())))
    assert (picture.mode, picture.getpixel((0, 0))[3], picture.getpixel((60, 20))[3]) == ("RGBA", 0, 255)


@pytest.mark.parametrize("bad", [b"no profile", profile("LAB")])
def test_an_unusable_profile_is_ignored(bad):
    assert prepare_image(BytesIO(encoded(icc_profile=bad))).getpixel((5, 5))[0] > 200


def test_unreadable_camera_notes_do_not_refuse_the_picture(monkeypatch):
    def broken(image):
        raise SyntaxError("not a TIFF file")

    monkeypatch.setattr(uploads.ImageOps, "exif_transpose", broken)
    assert prepare_image(BytesIO(encoded())).size == (64, 48)


def test_a_large_picture_is_brought_to_3840_pixels():
    assert prepare_image(BytesIO(encoded(drawn(4000, 1000)))).size == (3840, 960)
    assert prepare_image(BytesIO(encoded(drawn(7_680, 400)))).size == (3840, 200)  # halved while it is decoded


def test_pillow_s_own_limit_holds_for_everybody():
    assert Image.MAX_IMAGE_PIXELS == 60_000_000
