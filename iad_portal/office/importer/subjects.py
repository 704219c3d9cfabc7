"""Other names and figures, which may belong to a record of any app."""

from django.contrib.contenttypes.models import ContentType

from networks.models import Meeting, Network
from relations.models import Agency, Alias, AliasKind, City, Country, Embassy, Figure, Measure, Person, Qualifier

from .inventory import Gone, Inventory
from .rows import Files, Row

SUBJECTS = {
    "city": City,
    "network": Network,
    "meeting": Meeting,
    "office": Agency,
    "agency": Agency,
    "embassy": Embassy,
    "country": Country,
    "person": Person,
}


def load(files: Files, inventory: Inventory) -> None:
    """Read aliases.csv and figures.csv."""
    inventory.open(Alias, "subject_type_id", "subject_id", "name")
    for row in files.csv("aliases"):
        _alias(row, inventory)
    inventory.open(Figure, "code")
    for row in files.csv("figures"):
        _figure(row, inventory)


def _subject(row: Row, inventory: Inventory) -> dict:
    kind = row.text("subject_type")
    if kind not in SUBJECTS:
        raise row.fault(f"subject_type: {kind!r} is not known ({', '.join(SUBJECTS)})")
    model = SUBJECTS[kind]
    pk = inventory.find(model, row.text("subject"), row)
    return {"subject_type_id": ContentType.objects.get_for_model(model).pk, "subject_id": str(pk)}


def _alias(row: Row, inventory: Inventory) -> None:
    row.status()
    try:
        subject = _subject(row, inventory)
    except Gone:
        inventory.leave(Alias)
        return
    alias = Alias(**subject, name=row.text("alias"), language=row.text("language"), kind=row.choice("note", AliasKind))
    row.finish()
    inventory.add(alias, (subject["subject_type_id"], subject["subject_id"], alias.name), row)


def _figure(row: Row, inventory: Inventory) -> None:
    row.status()
    try:
        subject = _subject(row, inventory)
    except Gone:
        inventory.leave(Figure)
        return
    value = row.decimal("value")
    if value is None or value < 0:
        raise row.fault(f"value: {value} is not a number from 0 up")
    figure = Figure(
        **subject,
        code=row.text("id"),
        measure=row.choice("measure", Measure),
        value=value,
        qualifier=row.choice("qualifier", Qualifier),
        as_of=row.date("as_of"),
        **row.pair("note"),
        **row.pair("doubt"),
    )
    sources = row.ids("source")
    row.finish()
    inventory.add(figure, (figure.code,), row, sources)
