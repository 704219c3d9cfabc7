"""The defects of the office's old pages, as the file beside the starting data lists them, and how a form meets one."""

import csv
import re
from itertools import count

from iad_portal.office.importer.rows import FOLDER
from news.models import Article
from tests.desk.desk import as_sent, desk_url, errors_of, signed_in, untouched


def _rows() -> dict[str, dict]:
    with (FOLDER / "seed_issues.csv").open(encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


_officers, _titles = count(), count(1)
_NEW: dict[type, dict] = {}
# id -> kind, page, defect, use_instead, good_system
DEFECTS = _rows()


class Form:
    """The form in which an officer of the desk adds a record of `model`, or changes `record`."""

    def __init__(self, model=Article, record=None, client=None):
        self.model = type(record) if record else model
        self.client = client or signed_in(f"officer-{next(_officers)}")
        self.url = desk_url(self.model, "change", record.pk) if record else desk_url(self.model, "add")
        self.shown = self._untouched(is_new=record is None)

    def _untouched(self, is_new: bool) -> dict:
        """The fields as the form shows them; that of a new record is the same for all tests, and shown once."""
        if is_new and self.model in _NEW:
            return _NEW[self.model]
        shown = untouched(self.client, self.url, self.model)
        return _NEW.setdefault(self.model, shown) if is_new else shown

    def send(self, **typed):
        """Send the form as it is shown, with what is `typed`: the answer. What was asked is shown from then on."""
        answer = self.client.post(self.url, self.shown | typed)
        if answer.status_code == 200:
            self.shown = as_sent(answer, self.model)
        return answer

    def asked(self, **typed) -> str:
        """What the form asks when `typed` is saved; the officer confirms, and it is taken."""
        before = self.model._base_manager.count()
        answer = self.send(**typed)
        assert answer.status_code == 200, "taken without a word"
        sentences = errors_of(answer)
        assert all('class="question"' in sentence for sentence in sentences), sentences
        is_new = self.url.endswith("/add/")
        assert self.model._base_manager.count() == before, "stored before it was confirmed"
        confirmed = self.send()
        assert confirmed.status_code == 302, errors_of(confirmed)
        assert self.model._base_manager.count() == before + is_new
        return " ".join(sentences)

    def takes(self, **typed) -> None:
        """`typed` is stored without a question."""
        answer = self.send(**typed)
        assert answer.status_code == 302, errors_of(answer)


def article(text: str, language: str = "th") -> dict:
    """What an officer types for an article with `text` in the body."""
    return {"title_th": f"ข่าวของสำนักงานฉบับที่ {next(_titles)}"} | {f"body_{language}": f"<p>{text}</p>"}


def thai(text: str) -> bool:
    return bool(re.search("[ก-๙]", text))
