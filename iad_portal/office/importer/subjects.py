"""Other names and figures, which may belong to a record of any app."""

from django.contrib.contenttypes.models import ContentType

from networks.models import Meeting, Network
from relations.models import Agency, Alias, AliasKind, City, Country, Embassy, Figure, Measure, Person, Qualifier

from .register import Gone, Register
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


def load(files: Files, register: Register) -> None:
    """Read aliases.csv and figures.csv."""
    register.open(Alias, "subject_type_id", "subject_id", "name")
    for row in files.csv("aliases"):
        _alias(row, register)
    register.open(Figure, "code")
    for row in files.csv("figures"):
        _figure(row, register)


def _subject(row: Row, register: Register) -> dict:
    kind = row.text("subject_type")
    if kind not in SUBJECTS:
        raise row.fault(f"subject_type: {kind!r} is not known ({', '.join(SUBJECTS)})")
    model = SUBJECTS[kind]
    pk = register.find(model, row.text("subject"), row)
    return {"subject_type_id": ContentType.objects.get_for_model(model).pk, "subject_id": str(pk)}


def _alias(row: Row, register: Register) -> None:
    row.status()
    try:
        subject = _subject(row, register)
    except Gone:
        register.leave(Alias)
        return
    alias = Alias(**subject, name=row.text("alias"), language=row.text("language"), kind=row.choice("note", AliasKind))
    row.finish()
    register.add(alias, (subject["subject_type_id"], subject["subject_id"], alias.name), row)


def _figure(row: Row, register: Register) -> None:
    row.status()
    try:
        subject = _subject(row, register)
    except Gone:
        register.leave(Figure)
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
    register.add(figure, (figure.code,), row, sources)
