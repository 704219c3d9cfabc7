"""Reading the starting data's files: every value is converted, and every fault names its file, line and value."""

import csv
import datetime
import json
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from django.db import models
from django.utils import translation

from iad_portal.lib.dates.calendar import PartialDate
from iad_portal.lib.records.publishing import Status

FOLDER = Path(__file__).resolve().parent.parent / "starting_data"


class Fault(Exception):
    """Something in the starting data is wrong; the sentence names file, line and value."""


class Row:
    """One record of a file. Its values are taken by name; what nobody took is a fault, so that no fact is lost."""

    def __init__(self, place: str, values: dict):
        self.place = place
        self._values = values
        self._taken: set[str] = set()

    def fault(self, sentence: str) -> Fault:
        """The fault `sentence`, with this row's place before it."""
        return Fault(f"{self.place}: {sentence}")

    def raw(self, name: str):
        """The value as the file has it."""
        if name not in self._values:
            raise self.fault(f"the column “{name}” is missing")
        self._taken.add(name)
        return self._values[name]

    def text(self, name: str) -> str:
        """A text; "" when there is none."""
        value = self.raw(name)
        if value is None or value == "":
            return ""
        if not isinstance(value, str):
            raise self.fault(f"{name}: a text is expected, not {value!r}")
        return value

    def pair(self, name: str, field: str = "") -> dict[str, str]:
        """A text in both languages, or in neither, as `{field}_th` and `{field}_en`."""
        thai, english = self.text(f"{name}_th"), self.text(f"{name}_en")
        if bool(thai) != bool(english):
            raise self.fault(f"{name} is in one language only: {thai or english!r}")
        field = field or name
        return {f"{field}_th": thai, f"{field}_en": english}

    def date(self, name: str, precision: str = "") -> PartialDate | None:
        """A date known to day, month or year; `precision` names the column that repeats how much is known."""
        value = self.text(name)
        said = self.text(precision) if precision else None
        if not value:
            if said:
                raise self.fault(f"{precision}: {said!r} without a date in {name}")
            return None
        try:
            found = PartialDate.from_iso(value)
        except ValueError:
            raise self.fault(f"{name}: {value!r} is not a date such as 2011-07-11, 2006-06 or 1993") from None
        if not 1900 <= found.year <= 2100:
            raise self.fault(f"{name}: the year of {value!r} cannot be right (years are C.E.)")
        if said is not None and said != found.precision:
            raise self.fault(f"{precision}: {said!r}, but {name} is {value!r}")
        return found

    def day(self, name: str) -> datetime.date | None:
        """A date known to the day; of one known to the month, its first day."""
        value = self.date(name)
        return value.first_day if value else None

    def span(self, start: str, end: str, precision: str = "") -> tuple[PartialDate | None, PartialDate | None]:
        """First and last date; `precision` repeats that of the first."""
        first, last = self.date(start, precision), self.date(end)
        if first and last and last.last_day < first.first_day:
            raise self.fault(f"{end}: {last.iso!r} lies before {start} {first.iso!r}")
        return first, last

    def when(self, start: str, end: str, precision: str) -> tuple[PartialDate | None, PartialDate | None]:
        """As span(), for something that took place: one single day (or month) has no second date."""
        first, last = self.span(start, end, precision)
        return first, None if last == first else last

    def choice(self, name: str, choices: type[models.TextChoices]) -> str:
        """One of the codes of `choices`."""
        value = self.text(name)
        if value not in choices.values:
            raise self.fault(f"{name}: {value!r} is not a known code ({', '.join(choices.values)})")
        return value

    def label(self, name: str, choices: type[models.TextChoices]) -> str:
        """The code among `choices` of the English label that stands here."""
        with translation.override("en"):
            codes = {str(choice.label): choice.value for choice in choices}
        value = self.text(name)
        if value not in codes:
            raise self.fault(f"{name}: {value!r} is not known ({', '.join(codes)})")
        return codes[value]

    def status(self) -> str:
        """How the record is to be loaded: published, or as a draft."""
        value = self.choice("load_as", Status)
        if value == Status.WITHDRAWN:
            raise self.fault("load_as: a record is loaded as published or draft")
        return value

    def number(self, name: str) -> int | None:
        """A whole number from 0 up; None when there is none."""
        value = self.raw(name)
        if value is None or value == "":
            return None
        if isinstance(value, bool) or not re.fullmatch(r"\d+", str(value), re.ASCII):
            raise self.fault(f"{name}: {value!r} is not a whole number")
        return int(value)

    def decimal(self, name: str) -> Decimal | None:
        """A number; None when there is none."""
        value = self.raw(name)
        if value is None or value == "":
            return None
        try:
            found = Decimal(str(value))
        except InvalidOperation:
            found = Decimal("NaN")
        if not found.is_finite():
            raise self.fault(f"{name}: {value!r} is not a number")
        return found

    def degrees(self, name: str) -> Decimal | None:
        """A latitude or longitude, to about a metre."""
        value = self.decimal(name)
        return None if value is None else round(value, 5)

    def ids(self, name: str) -> list[str]:
        """Several codes: a list, or joined by “;” in one cell."""
        value = self.raw(name)
        return list(value) if isinstance(value, list) else [part for part in (value or "").split(";") if part]

    def rows(self, name: str) -> list["Row"]:
        """The records inside this one."""
        value = self.raw(name)
        if not isinstance(value, list):
            raise self.fault(f"{name}: a list is expected, not {value!r}")
        return [Row(f"{self.place}, {name} {number}", item) for number, item in enumerate(value, 1)]

    def expect(self, **columns: str) -> None:
        """These columns repeat what is known elsewhere: they must hold just that."""
        for name, value in columns.items():
            if self.text(name) != value:
                raise self.fault(f"{name}: {self.text(name)!r}, but {value!r} is expected")

    def finish(self) -> None:
        """Complain about a value that nobody took."""
        left = sorted(set(self._values) - self._taken)
        if left:
            raise self.fault(f"nothing takes the column “{left[0]}”")


class Files:
    """The files of one folder."""

    def __init__(self, folder: Path = FOLDER):
        self.folder = folder

    def csv(self, name: str) -> Iterator[Row]:
        """The rows of `name`.csv."""
        path = self.folder / f"{name}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            line = 2
            for values in reader:
                place, line = f"{path.name}, line {line}", reader.line_num + 1
                if None in values or None in values.values():
                    raise Fault(f"{place}: the number of columns differs from that of the header")
                yield Row(place, values)

    def json(self, name: str, part: str = "") -> Iterator[Row]:
        """The records of `name`.json, or of its list `part`; each has a slug."""
        path, text, data = self._parsed(name)
        for values in data[part] if part else data:
            slug = re.escape(values.get("slug", ""))
            found = re.search(rf'"slug"\s*:\s*"{slug}"', text)
            line = text.count("\n", 0, found.start()) + 1 if found else 1
            yield Row(f"{path.name}, line {line} ({values.get('slug', '')})", values)

    def record(self, name: str) -> Row:
        """The whole of `name`.json as one record."""
        path, _text, data = self._parsed(name)
        return Row(path.name, data)

    def _parsed(self, name: str) -> tuple[Path, str, Any]:
        path = self.folder / f"{name}.json"
        text = path.read_text(encoding="utf-8")
        try:
            return path, text, json.loads(text)
        except json.JSONDecodeError as error:
            raise Fault(f"{path.name}, line {error.lineno}: {error.msg}") from None
