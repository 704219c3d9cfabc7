"""What an officer does with photographs in a form: files dropped at once, tiles that are read and moved."""

import base64
from pathlib import Path

from playwright.sync_api import Page, expect

TILES = ".photos .inline-related"
_DROP = """([selector, files]) => {
    const data = new DataTransfer()
    for (const [name, letters] of files)
        data.items.add(new File([Uint8Array.from(atob(letters), one => one.charCodeAt(0))], name, {type: "image/jpeg"}))
    for (const kind of ["dragenter", "dragover", "drop"])
        document.querySelector(selector)
            .dispatchEvent(new DragEvent(kind, {dataTransfer: data, bubbles: true, cancelable: true}))
}"""


def drop_photos(desk: Page, *paths: Path) -> None:
    """Drop the files at `paths` at once, and wait until each stands as a tile or is refused."""
    files = [[path.name, base64.b64encode(path.read_bytes()).decode()] for path in paths]
    desk.evaluate(_DROP, [".photos__drop", files])
    expect(desk.locator(".photo--sending:not(.photo--refused)")).to_have_count(0, timeout=60_000)


def names_of_tiles(desk: Page) -> list[str]:
    """What the tiles are called, in their order."""
    return desk.locator(f"{TILES} .photo__name").all_inner_texts()


def tile(desk: Page, name: str):
    """The tile that is called `name`."""
    return desk.locator(TILES, has=desk.locator(".photo__name", has_text=name))


def write_words(desk: Page, name: str, **words: str) -> None:
    """Unfold the tile called `name` and write `words` into its boxes, from one to the next by the Tab key."""
    place = tile(desk, name).get_attribute("id")
    desk.click(f"#{place} .photo__words > summary")
    for box, text in words.items():
        desk.focus(f"#id_{place}-{box}")
        desk.keyboard.type(text)
