"""The Thai catalogues (locale/<language>/LC_MESSAGES/*.po), read from the code and compiled without gettext's tools.

A bare machine has no xgettext and no msgfmt, so extraction and compilation are Babel's, here, in Python; templates are
turned into Python-like source by Django's own `templatize`, as `makemessages` does, so that both find the same strings.
A string that only a library shows, and has no Thai for, may stand in our catalogue too: the library's own catalogues
prove that it is in use.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

# What a call's name says about its arguments, as `makemessages` tells xgettext.
KEYWORDS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop")),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
TEMPLATE_SUFFIXES = {".html", ".txt", ".xml"}
# Nothing under these is shown to a reader.
NOT_SHOWN = {"tests", "migrations", "locale", "deploy", "var", "mutants", "node_modules"}
DOMAINS = {"django": {".py", *TEMPLATE_SUFFIXES}, "djangojs": {".js"}}


@dataclass
class Report:
    """What is wrong with one catalogue: each list holds msgids, in order."""

    missing: list[str] = field(default_factory=list)
    empty: list[str] = field(default_factory=list)
    fuzzy: list[str] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.missing or self.empty or self.fuzzy or self.stale)


def _source_files(root: Path, suffixes: set[str]) -> Iterator[Path]:
    for path in sorted(root.iterdir()):
        if path.name.startswith(".") or path.name in NOT_SHOWN:
            continue
        if path.is_dir():
            yield from _source_files(path, suffixes)
        elif path.suffix in suffixes:
            yield path


def _messages_in(path: Path) -> Iterator[tuple[Any, ...]]:
    """Babel's (line, msgid or plural pair, comments, context) for each translatable string of one file."""
    text = path.read_text(encoding="utf-8")
    method = "javascript" if path.suffix == ".js" else "python"
    if path.suffix in TEMPLATE_SUFFIXES:
        # What is no string becomes X's, in the template's indentation: Python's tokenizer wants none.
        text = "\n".join(line.strip() for line in templatize(text, origin=str(path)).splitlines())
    yield from extract(method, BytesIO(text.encode()), keywords=KEYWORDS)


def strings_in_code(root: Path, domain: str = "django") -> Catalog:
    """Every translatable string under `root`, as a catalogue without translations."""
    found = Catalog(charset="utf-8")
    for path in _source_files(root, DOMAINS[domain]):
        for _line, msgid, _comments, context in _messages_in(path):
            # Like gettext: a plural wins over the same words alone.
            known = found.get(msgid, context)
            if known is None or not known.pluralizable:
                if known is not None:
                    found.delete(msgid, context)
                found.add(msgid, context=context)
    return found


def add_borrowed(code: Catalog, catalogue: Catalog, library_folders: Iterable[Path], domain: str = "django") -> None:
    """Count what `catalogue` translates for a library as in use: the library's own catalogues list it.

    `library_folders` are locale folders. One well-kept language of each is enough, all list the same strings.
    """
    theirs = set()
    for folder in library_folders:
        for language in ("en", "de"):
            path = folder / language / "LC_MESSAGES" / f"{domain}.po"
            if path.is_file():
                theirs |= {_key(message) for message in read_catalogue(path) if message.id}
    for message in list(catalogue):
        if message.id and _key(message) in theirs and code.get(_key(message)[1], message.context) is None:
            code.add(message.id, context=message.context)


def read_catalogue(path: Path) -> Catalog:
    """The catalogue in a .po file; its language is the folder's name (locale/th/LC_MESSAGES/django.po)."""
    with path.open("rb") as source:
        return read_po(source, locale=path.parent.parent.name, charset="utf-8")


def write_catalogue(path: Path, catalogue: Catalog) -> None:
    """Write in the one shape that keeps differences small: sorted, no line numbers, nothing obsolete."""
    for message in catalogue:
        message.locations = []
    out = BytesIO()
    write_po(out, catalogue, width=120, sort_output=True, ignore_obsolete=True)
    path.write_bytes(out.getvalue())


def compile_catalogue(path: Path) -> int:
    """Write the .mo beside a .po, and give the number of translated strings in it."""
    catalogue = read_catalogue(path)
    out = BytesIO()
    write_mo(out, _AlsoAlone(catalogue))
    ready = path.with_suffix(".mo.new")
    ready.write_bytes(out.getvalue())
    ready.replace(path.with_suffix(".mo"))  # a server that starts meanwhile never reads half a file
    return sum(1 for message in catalogue if message.id and _is_translated(message))


class _AlsoAlone(Catalog):
    """What is compiled of `messages`: the words of a plural stand alone, too.

    Python 3.11.2, which Debian 12 has, does not find gettext("country") under ("country", "countries"); later ones do.
    """

    def __init__(self, messages: Iterable[Message]):
        super().__init__(charset="utf-8")
        self._read = list(messages)

    def __iter__(self) -> Iterator[Message]:
        yield from self._read
        for message in self._read:
            if isinstance(message.string, list | tuple):
                yield Message(_key(message)[1], message.string[0], flags=message.flags, context=message.context)


def _is_translated(message: Message) -> bool:
    strings = message.string if isinstance(message.string, list | tuple) else (message.string or "",)
    return all(text and text.strip() for text in strings)


def _key(message: Message) -> tuple[str | None, str]:
    return message.context, message.id if isinstance(message.id, str) else message.id[0]


def _label(message: Message) -> str:
    context, msgid = _key(message)
    return f"{context}: {msgid}" if context else msgid


def compare(code: Catalog, catalogue: Catalog) -> Report:
    """What a catalogue lacks, leaves empty, guesses at, or keeps although the code no longer says it."""
    wanted = {_key(message): message for message in code if message.id}
    kept = {_key(message): message for message in catalogue if message.id}
    report = Report()
    for key, message in sorted(wanted.items(), key=lambda pair: (pair[0][0] or "", pair[0][1])):
        found = kept.get(key)
        # A plural that is kept as a plain string (or the other way round) is not found at run time.
        if found is None or found.pluralizable < message.pluralizable:
            report.missing.append(_label(message))
        elif not _is_translated(found):
            report.empty.append(_label(message))
        elif found.fuzzy:
            report.fuzzy.append(_label(message))
    report.stale = sorted(_label(message) for key, message in kept.items() if key not in wanted)
    return report


def in_step(code: Catalog, catalogue: Catalog) -> Catalog:
    """A copy of `catalogue` with exactly the strings of `code`: kept translations stay, new strings are empty.

    No translation is guessed from a similar string: a wrong word that looks right is worse than a missing one.
    """
    result = Catalog(locale=catalogue.locale, charset="utf-8")
    result.mime_headers = catalogue.mime_headers
    result.header_comment = catalogue.header_comment
    kept = {_key(message): message for message in catalogue if message.id}
    for message in code:
        if not message.id:
            continue
        old = kept.get(_key(message))
        same = old if old is not None and old.pluralizable == message.pluralizable else None
        result.add(
            message.id,
            same.string if same else None,
            context=message.context,
            flags=(same.flags if same else set()) | message.flags,
            user_comments=same.user_comments if same else (),
        )
    return result
