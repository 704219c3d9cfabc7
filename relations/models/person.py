"""People, and the posts they hold or held: who governed on a day is a query over Post."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.claims.age import AgeInSQL, Claim, years_before
from iad_portal.lib.claims.models import Confirmed, ConfirmedQuerySet
from iad_portal.lib.claims.shelf_life import ClaimKind
from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.fields import PartialDateField, PrecisionField
from iad_portal.lib.dates.queries import ends_not_before_starts, has_begun, is_not_over
from iad_portal.lib.records.codes import CodeField
from iad_portal.lib.records.constraints import must
from iad_portal.lib.records.movable import Movable
from iad_portal.lib.records.publishing import known_codes
from iad_portal.lib.text.bilingual import Text, name_for_staff, text_of
from iad_portal.lib.text.fields import LineField, SortKeyField
from iad_portal.lib.text.ranks import with_name

from .source import Sourced


class Person(Sourced):
    """Someone whom a record names in a public post. Names in both languages; rank or title apart from the name."""

    named_by = ("name",)
    quotes = ("name",)

    slug = CodeField(_("code"), max_length=80, unique=True)
    rank = LineField(_("rank or title"), max_length=80, blank=True)
    name = LineField(_("name"), max_length=160)
    sort_th = SortKeyField(source="name", language="th")
    sort_en = SortKeyField(source="name", language="en")
    aliases = GenericRelation("relations.Alias", "subject_id", "subject_type")

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["sort_th", "pk"]

    def __str__(self) -> str:
        return f"{self.rank_th or ''} {name_for_staff(self)}".strip()

    def full_name(self, language: str | None = None) -> Text:
        """Rank and name as one text for a reader of `language`."""
        name = text_of(self, "name", language)
        rank = getattr(self, f"rank_{name.language}") or ""
        full = with_name(rank, name.value) if name.language == "th" else f"{rank} {name.value}".strip()
        return Text(full, name.language, name.wanted)


class PostKind(models.TextChoices):
    """The posts that the portal asks about."""

    GOVERNOR = "governor", _("Governor of Bangkok")
    LEADER = "leader", _("Leader of a city")
    HEAD_OF_MISSION = "head_of_mission", _("Head of a mission")
    OTHER = "other", _("Other post")


_CLAIM_KINDS = {
    PostKind.GOVERNOR: ClaimKind.ELECTED_POST,
    PostKind.LEADER: ClaimKind.ELECTED_POST,
    PostKind.HEAD_OF_MISSION: ClaimKind.HEAD_OF_MISSION,
    PostKind.OTHER: ClaimKind.OTHER_POST,
}
# By the law on the administration of Bangkok. Whoever is elected again begins a new term, in a post of its own.
GOVERNORS_TERM = 4


class PostQuerySet(ConfirmedQuerySet):
    """Who held what, and when."""

    def open_at(self, at: date | None = None):
        """Posts held on the day `at` (today): by their term, or, where only that is known, seen on that very date."""
        at = at or calendar.today()
        in_term = models.Q(starts_on__isnull=False) & has_begun("starts_on", at)
        seen = models.Q(starts_on__isnull=True, as_of__isnull=False) & has_begun("as_of", at)
        held = self.filter(
            (in_term & is_not_over("ends_on", "ends_precision", at))
            | (seen & is_not_over("as_of", "as_of_precision", at))
        )
        return held.exclude(Post.age_in_sql(at).ended)

    def held_by(self, person: Person, at: date | None = None):
        """The posts that `person` held on the day `at` (today)."""
        return self.open_at(at).filter(person=person)

    def governors(self, at: date | None = None):
        """The Governor of Bangkok on the day `at` (today); two rows on the day of a change, none when not recorded."""
        return self.open_at(at).filter(kind=PostKind.GOVERNOR)

    def latest_first(self):
        """The best known holder first: by the start of the term or the day a source saw them in post."""
        return self.order_by(Coalesce("starts_on", "as_of").desc(nulls_last=True), "pk")


class Post(Movable, Confirmed, Sourced):
    """A person in a post: from, to, or only the day a source shows them in it; it claims that the person holds it."""

    claim_begins = "starts_on"
    claim_ends = "ends_on"
    claim_witnesses = ("as_of", "confirmed_on")
    # A source of today may tell who held it once: the day on which it shows the person in post is `as_of`.
    is_confirmed_by_sources = False

    homes = ("embassy", "city")

    person = models.ForeignKey(Person, models.CASCADE, related_name="posts", verbose_name=_("person"))
    kind = models.CharField(_("kind"), max_length=16, choices=PostKind, default=PostKind.OTHER)
    title = LineField(_("post"), max_length=200)
    body = LineField(_("body"), max_length=200, blank=True)
    city = models.ForeignKey(
        "relations.City", models.PROTECT, null=True, blank=True, related_name="posts", verbose_name=_("city")
    )
    country = models.ForeignKey(
        "relations.Country", models.PROTECT, null=True, blank=True, related_name="posts", verbose_name=_("country")
    )
    embassy = models.ForeignKey(
        "relations.Embassy", models.PROTECT, null=True, blank=True, related_name="posts", verbose_name=_("embassy")
    )
    starts_on = PartialDateField(_("from"), ahead=1, null=True, blank=True, precision_field="starts_precision")
    starts_precision = PrecisionField()
    ends_on = PartialDateField(_("to"), null=True, blank=True, precision_field="ends_precision")
    ends_precision = PrecisionField()
    as_of = PartialDateField(
        _("seen in post on"),
        ahead=0,
        null=True,
        blank=True,
        precision_field="as_of_precision",
        help_text=_("When the term is not known: the day a source shows the person in this post."),
    )
    as_of_precision = PrecisionField()

    objects = PostQuerySet.as_manager()

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        ordering = [Coalesce("starts_on", "as_of").desc(nulls_last=True), "pk"]
        constraints = [
            known_codes("kind", PostKind, "post_kind_known"),
            ends_not_before_starts("starts_on", "ends_on", "ends_precision", "post_end_not_before_start"),
            ends_not_before_starts(
                "starts_on",
                "as_of",
                "as_of_precision",
                "post_seen_after_start",
                _("This day lies before the beginning of the term."),
                is_span=False,
            ),
            ends_not_before_starts(
                "as_of",
                "ends_on",
                "ends_precision",
                "post_seen_before_end",
                _("The end of the term lies before the day on which the person was seen in post."),
                is_span=False,
            ),
            must(
                ~models.Q(kind=PostKind.HEAD_OF_MISSION) | models.Q(embassy__isnull=False),
                "post_head_of_mission_has_embassy",
                _("Choose the embassy that this head of mission leads."),
                "embassy",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} · {name_for_staff(self, 'title')}"

    @property
    def claim_kind(self) -> ClaimKind:
        """Which shelf life it has."""
        return _CLAIM_KINDS[PostKind(self.kind)]

    def claim(self) -> Claim:
        """That the person holds it; a governor's term without a recorded end ends by law."""
        claim = super().claim()
        if self.kind != PostKind.GOVERNOR or claim.last_day or not self.starts_on:
            return claim
        return replace(claim, last_day=years_before(self.starts_on.last_day, -GOVERNORS_TERM))

    def is_open_at(self, at: date) -> bool:
        """Whether it was held on the day `at`, by what `open_at()` asks of the database."""
        begins, last_day = self.starts_on or self.as_of, self.claim().last_day
        if not begins or begins.first_day > at or (last_day and last_day < at):
            return False
        return bool(self.starts_on) or begins.last_day >= at

    @classmethod
    def age_in_sql(cls, at: date) -> AgeInSQL:
        begun_long_ago = ~is_not_over("starts_on", "starts_precision", years_before(at, GOVERNORS_TERM))
        by_law = models.Q(kind=PostKind.GOVERNOR, ends_on__isnull=True, starts_on__isnull=False) & begun_long_ago
        age = super().age_in_sql(at)
        return replace(age, ended=age.ended | by_law)

    @classmethod
    def kinds_in_sql(cls) -> Mapping[ClaimKind, models.Q]:
        rows: dict[ClaimKind, models.Q] = {}
        for post, claim in _CLAIM_KINDS.items():
            rows[claim] = rows.get(claim, models.Q(pk__in=[])) | models.Q(kind=post)
        return rows
