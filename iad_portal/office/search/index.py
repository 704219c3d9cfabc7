"""The index is kept in step with the records; building it anew (rebuilding.py) goes the same way, so both end alike."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from django.db import DEFAULT_DB_ALIAS, transaction

from iad_portal.lib.records.faults import PASSES_ON, shown
from iad_portal.lib.search.lexemes import Has, ensure_index
from iad_portal.lib.search.searched import LINK, REPEATED_BY, SELF, TEXT, Content
from iad_portal.lib.search.words import EDITION
from iad_portal.office.models import SearchEntry

from . import lexicon
from .kinds import KINDS, PLACES

BATCH = 200
_COLUMNS = [field.name for field in SearchEntry._meta.concrete_fields if field.name not in ("id", "kind", "key")]
# What entries of other records repeat of an entry.
_FACE = (
    ("title", "title_th"),
    ("title", "title_en"),
    ("page", "page"),
    ("publish_at", "publish_at"),
    ("year", "year"),
    ("year", "day"),
)


def ensure_structure(using: str = DEFAULT_DB_ALIAS, **_kwargs) -> None:
    """Make the engine's own index where it is missing; asked after every migration."""
    ensure_index(SearchEntry, "words", using, beside=("kind", "countries", "place"))


def refresh(kind: str, keys: Iterable, new: Collection = ()) -> None:
    """Bring the entries of these records in step with what the tables hold now: new, changed, or no longer there.

    With them those of other records that repeat what has changed. One transaction for each BATCH of them. Keys that are
    also in `new` are of records that this unit of work made: they have no entries yet.
    """
    for some in slices(list(keys)):
        with transaction.atomic(savepoint=False):
            before, after = bring(kind, some, new)
            made = set(map(str, new))
            # Who leans on a new record began to do so after it was made, and is told of by itself.
            _refresh_leaning(kind, [key for key in map(str, some) if key not in made], before, after)
            _refresh_linked(kind, before, after)


def slices(keys: Sequence) -> Iterator[Sequence]:
    """`keys` in batches that are well worked on together."""
    for start in range(0, len(keys), BATCH):
        yield keys[start : start + BATCH]


Entries = dict[str, SearchEntry]


def bring(kind: str, keys: Iterable, new: Collection = ()) -> tuple[Entries, Entries]:
    """As `refresh()`, for these records alone; gives their entries as they stood, and as they stand now, by key."""
    keys = list(keys)
    known = [str(key) for key in keys if key not in new]
    before = {entry.key: entry for entry in SearchEntry.objects.filter(kind=kind, key__in=known)} if known else {}
    after = _entries(kind, keys)
    changed = [entry for key, entry in after.items() if not _alike(before.get(key), entry)]
    SearchEntry.objects.bulk_create(
        changed, update_conflicts=True, unique_fields=["kind", "key"], update_fields=_COLUMNS
    )
    gone = [entry for key, entry in before.items() if key not in after]
    if gone:
        SearchEntry.objects.filter(pk__in=[entry.pk for entry in gone]).delete()
    stood = [before[entry.key] for entry in changed if entry.key in before]
    lexicon.follow([*stood, *gone], changed)
    return before, after


def _entries(kind: str, keys: list) -> Entries:
    """What search now says of these records; one that cannot be read is left out, and the others stand."""
    read = KINDS[kind].read
    try:
        return {content.key: _entry(kind, content) for content in read(keys)}
    except PASSES_ON:
        raise
    except Exception:  # one of them is at fault: lib.records.faults says which
        records = KINDS[kind].model._base_manager.filter(pk__in=keys)
        alone = shown(
            records, lambda record: [_entry(kind, content) for content in read([record.pk])], "index of search"
        )
        return {entry.key: entry for entries in alone for entry in entries}


def _entry(kind: str, content: Content) -> SearchEntry:
    return SearchEntry(
        kind=kind,
        key=content.key,
        publish_at=content.publish_at,
        is_result=content.page is not None,
        is_doubtful=content.is_doubtful,
        day=content.day,
        year=content.year or (content.day.year if content.day else None),
        countries=" ".join(sorted(set(content.countries))),
        place=f"{PLACES[kind]:02}{content.place.encode().hex()}",
        edition=EDITION,
        page=str(content.page or ""),
        title_th=content.title.get("th", ""),
        title_en=content.title.get("en", ""),
        names="\n".join(content.all_names),
        said_th=content.said("th"),
        said_en=content.said("en"),
        words=frozenset(content.lexemes | {f"{SELF}{kind}:{content.key}".lower()}),
    )


def _alike(one: SearchEntry | None, other: SearchEntry) -> bool:
    return one is not None and all(getattr(one, name) == getattr(other, name) for name in _COLUMNS)


def _refresh_leaning(kind: str, keys: list[str], before: Entries, after: Entries) -> None:
    """Entries of other records that repeat what has changed of those with `keys`."""
    leant_on, changed = [], set()
    for key in keys:
        if differs := _differs(before.get(key), after.get(key)):
            leant_on.append(key)
            changed |= differs
    for rows in KINDS[kind].leaning(leant_on, changed) if leant_on else ():
        refresh(rows.model._meta.model_name, rows.values_list("pk", flat=True).distinct())


def _differs(old: SearchEntry | None, new: SearchEntry | None) -> set[str]:
    """What has changed of that which others repeat; of a record that has no entry, all of it may have."""
    if old is None and new is None:
        return {what for what, _name in _FACE}
    return {what for what, name in _FACE if getattr(old, name, None) != getattr(new, name, None)}


def _refresh_linked(kind: str, before: Entries, after: Entries) -> None:
    """Entries of what these records are linked with: both ways, as far as one says something because of the other."""
    others: dict[str, set[str]] = defaultdict(set)
    for key in before.keys() | after.keys():
        old, new = before.get(key), after.get(key)
        for link in _repeated_by(old) ^ _repeated_by(new):
            other, other_key = link.split(":", 1)
            others[other].add(other_key)
        # Their links, and the countries that come from it, may be gone with it.
        if old and (new is None or old.countries != new.countries):
            for other, linked in _linked_to(f"{kind}:{key}").items():
                others[other].update(linked)
    for other, keys in others.items():
        bring(other, sorted(keys))


def _repeated_by(entry: SearchEntry | None) -> set[str]:
    words = entry.words if entry else ()
    return {lexeme[len(REPEATED_BY) :] for lexeme in words if lexeme.startswith(REPEATED_BY)}


def _linked_to(link: str) -> dict[str, list[str]]:
    found = defaultdict(list)
    linked = SearchEntry.objects.filter(words__matching=Has(f"{TEXT}{LINK}{link}"))
    for kind, key in linked.values_list("kind", "key"):
        if link != f"{kind}:{key}":
            found[kind].append(key)
    return found


def drop(kind: str, keys: Iterable) -> None:
    """Take the entries of records that are gone out of the index; their words stay until lexicon.forget()."""
    SearchEntry.objects.filter(kind=kind, key__in=[str(key) for key in keys]).delete()
