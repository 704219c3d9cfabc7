"""A small part of the starting data: some records with all that they name, in files like the whole ones."""

import csv
import json
import shutil
from collections.abc import Collection
from pathlib import Path

from iad_portal.office.importer.rows import FOLDER

# Of these files, the rows whose column has one of these values; of sources and countries those that are named.
KEPT = {
    "agencies": ("id", {"iao"}),
    "agreements": ("city", {"washington-dc"}),
    "aliases": ("subject", {"washington-dc", "qingdao"}),
    "cities": ("slug", {"bangkok", "washington-dc", "qingdao", "seoul"}),
    "last_confirmed": ("record", {"citynet", "washington-dc-1962", "citynet: Executive Committee member"}),
    "memberships": ("network", {"citynet"}),
    "networks": ("id", {"citynet"}),
    "people": ("id", {"bhichit-rattakul", "muriel-bowser", "walter-tobriner", "john-duncan"}),
    "posts": ("person", {"bhichit-rattakul", "muriel-bowser"}),
    "roles": ("network", {"citynet"}),
    "signatories": ("agreement", {"washington-dc-1962"}),
}


def few_files(folder: Path) -> Path:
    """Write the part into `folder`, a new one; gives it."""
    shutil.copytree(FOLDER, folder)
    named = set(json.loads((folder / "office.json").read_text(encoding="utf-8"))["source"].split(";"))
    others = {path.stem for path in folder.glob("*.csv")} - {"countries", "sources"}
    kept = {name: KEPT.get(name, ("", ())) for name in sorted(others)}
    for name, (column, values) in {**kept, "countries": ("iso", named), "sources": ("id", named)}.items():
        for row in _keep(folder / f"{name}.csv", column, values):
            named |= {row.get("country"), row.get("secretariat_country"), *row.get("source", "").split(";")}
    for name, part in {"office": {"pages": []}, "plans": {"plans": [], "projects": []}}.items():
        path = folder / f"{name}.json"
        path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | part), encoding="utf-8")
    for name in ("meetings", "news", "pages"):
        (folder / f"{name}.json").write_text("[]", encoding="utf-8")
    return folder


def _keep(path: Path, column: str, values: Collection[str]) -> list[dict]:
    """Leave in the file `path` only the rows with one of `values` in `column`; gives these."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows = [row for row in reader if row.get(column) in values]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, reader.fieldnames, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return rows
