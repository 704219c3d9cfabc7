"""Agreements between Bangkok and a city. Their state on any day is worked out, never typed."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.claims.age import AgeInSQL, Claim
from iad_portal.lib.claims.models import Confirmed, ConfirmedQuerySet
from iad_portal.lib.claims.shelf_life import ClaimKind
from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.calendar import PartialDate, Precision
from iad_portal.lib.dates.fields import DayField, PartialDateField, PrecisionField
from iad_portal.lib.dates.queries import begins_after, ends_not_before_starts, has_begun, is_not_over
from iad_portal.lib.records.constraints import must, once
from iad_portal.lib.records.page_keys import OnAPage
from iad_portal.lib.records.publishing import (
    Part,
    Publishable,
    PublishableQuerySet,
    known_codes,
    publishable_constraints,
    publishable_indexes,
)
from iad_portal.lib.text.bilingual import Text, name_for_staff, reader_language, text_of
from iad_portal.lib.text.fields import LineField, ProseField
from iad_portal.lib.text.languages import LanguageField, known_language

from .source import Sourced


class Instrument(models.TextChoices):
    """The form of the paper, in the office's own terms."""

    SISTER_CITY = "sister_city", _("Sister city agreement")
    FRIENDSHIP_CITY = "friendship_city", _("Friendship city agreement")
    FRIENDSHIP_AGREEMENT = "friendship_agreement", _("Friendship agreement")
    COOPERATION_AGREEMENT = "cooperation_agreement", _("Cooperation agreement")
    MOU = "mou", _("Memorandum of understanding")
    PROTOCOL = "protocol", _("Protocol")
    REAFFIRMATION = "reaffirmation", _("Reaffirmation of ties")
    COOPERATION_PROGRAMME = "cooperation_programme", _("Programme of cooperation")
    LETTER_OF_INTENT = "letter_of_intent", _("Letter of intent")
    JOINT_STATEMENT = "joint_statement", _("Joint statement")
    NOT_STATED = "not_stated", _("Form not stated")


# The instruments that bind, and so may be in force. The others say what both sides wish.
BINDING = frozenset(Instrument) - {Instrument.LETTER_OF_INTENT, Instrument.JOINT_STATEMENT}
# Those of them that make a city a partner. A programme carries out a tie that there is.
TIE_MAKING = BINDING - {Instrument.COOPERATION_PROGRAMME}

_DAY = timedelta(days=1)


class AgreementState(models.TextChoices):
    """What an agreement is on a day."""

    NOT_YET = "not_yet", _("Not yet in force")
    IN_FORCE = "in_force", _("In force")
    IN_FORCE_UNDATED = "in_force_undated", _("In force, date not recorded")
    STATEMENT = "statement", _("Statement of intent")
    ENDED = "ended", _("Ended")


class AgreementQuerySet(ConfirmedQuerySet, PublishableQuerySet):
    """Queries over agreements: `Agreement.state()`, `is_in_force()` and `makes_tie`, in the database's words."""

    def tie_making(self):
        """Agreements of an instrument that makes a city a partner."""
        return self.filter(instrument__in=[instrument.value for instrument in TIE_MAKING])

    def binding(self):
        """Agreements of an instrument that binds."""
        return self.filter(Agreement.claiming_in_sql())

    def dated(self):
        """Agreements whose signing or entry into force is recorded, if only by its year."""
        return self.exclude(signed_on__isnull=True, effective_on__isnull=True)

    def undated(self):
        """Agreements of whose signing or entry into force not even the year is recorded."""
        return self.filter(signed_on__isnull=True, effective_on__isnull=True)

    def signed_by(self, at: date):
        """Agreements whose recorded beginning, if only by its month or year, lies on the day `at` or before it."""
        coming = Agreement.age_in_sql(at).coming
        return self.dated().exclude(coming)

    def in_force(self, at: date | None = None):
        """Agreements in force on the day `at` (today). Undated ones count from today on, not on a past day."""
        at = at or calendar.today()
        begun = (Q(signed_on__isnull=True) | has_begun("signed_on", at)) & (
            Q(effective_on__isnull=True) | has_begun("effective_on", at)
        )
        rows = self.binding().filter(begun).exclude(self._ended(at))
        return rows if at >= calendar.today() else rows.dated()

    def ended(self, at: date | None = None):
        """Agreements that expired or were terminated before the day `at` (today)."""
        return self.filter(self._ended(at or calendar.today()))

    def ending(self, at: date | None = None):
        """Agreements in force on the day `at` (today) that end within a year from it, and do not renew themselves."""
        at = at or calendar.today()
        last = at + timedelta(days=365)
        return self.in_force(at).filter(renews_itself=False, expires_on__gte=at, expires_on__lte=last)

    def not_yet(self, at: date | None = None):
        """Agreements that are signed, or to be signed, but bind only after the day `at` (today)."""
        at = at or calendar.today()
        coming = Q(signed_on__gt=at) | Q(effective_on__gt=at)
        return self.binding().filter(coming).exclude(self._ended(at))

    def statements(self, at: date | None = None):
        """Papers that bind nothing, and have no recorded end before the day `at` (today)."""
        return self.exclude(Agreement.claiming_in_sql()).exclude(self._ended(at or calendar.today()))

    def in_state(self, state: str, at: date | None = None):
        """Agreements whose `Agreement.state()` on the day `at` (today) is `state`, a code of AgreementState."""
        at = at or calendar.today()
        if state == AgreementState.ENDED:
            return self.ended(at)
        if state == AgreementState.NOT_YET:
            return self.not_yet(at)
        if state == AgreementState.IN_FORCE:
            return self.in_force(at).dated()
        if state == AgreementState.STATEMENT:
            return self.statements(at)
        # On any day: that it has no date is no matter of the day. `in_force()` decides when it counts.
        return self.binding().undated().exclude(self._ended(at))

    @staticmethod
    def _ended(at: date) -> Q:
        return Agreement.age_in_sql(at).ended

    def newest_first(self):
        """The latest signed first; those without a date last."""
        return self.order_by(Coalesce("signed_on", "effective_on").desc(nulls_last=True), "-number")


class Agreement(OnAPage, Confirmed, Sourced, Publishable):
    """A paper between Bangkok and one city; one that binds claims to be in force."""

    url_name = "relations:agreement_detail"
    address_column = "number"
    claim_kind = ClaimKind.AGREEMENT
    claim_fields = ("expires_on", "terminated_on")
    closing_field = "terminated_on"  # type: ignore[assignment]

    number = models.PositiveIntegerField(
        _("permanent number"),
        unique=True,
        help_text=_("Never given again, never changed: it is the end of the address."),
    )
    city = models.ForeignKey(
        "relations.City", models.PROTECT, related_name="agreements", verbose_name=_("partner city")
    )
    instrument = models.CharField(_("instrument"), max_length=24, choices=Instrument)
    original_title = LineField(
        _("original title"), max_length=300, blank=True, help_text=_("As printed on the paper, in its own language.")
    )
    original_language = LanguageField(_("language of the original title"), max_length=10, blank=True)
    title = LineField(_("title"), max_length=300, blank=True, help_text=_("A plain rendering of the original title."))
    signed_on = PartialDateField(_("signed on"), ahead=1, null=True, blank=True, precision_field="signed_precision")
    signed_precision = PrecisionField()
    place = LineField(_("signed at"), max_length=200, blank=True)
    cooperation = ProseField(_("fields of cooperation"), blank=True, default="")
    effective_on = PartialDateField(
        _("in force from"),
        null=True,
        blank=True,
        precision_field="effective_precision",
        help_text=_("Leave empty when it binds from the day of signing."),
    )
    effective_precision = PrecisionField()
    expires_on = PartialDateField(
        _("in force until"), ahead=60, null=True, blank=True, precision_field="expires_precision"
    )
    expires_precision = PrecisionField()
    renews_itself = models.BooleanField(
        _("renews itself"), default=False, help_text=_("It goes on past its term until one side gives notice.")
    )
    notice_months = models.PositiveSmallIntegerField(_("notice (months)"), null=True, blank=True)
    terminated_on = DayField(_("terminated on"), ahead=5, null=True, blank=True)
    renews = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="renewed_by", verbose_name=_("renews")
    )
    announced_ordinal = models.PositiveSmallIntegerField(
        _("ordinal announced at the time"),
        null=True,
        blank=True,
        help_text=_("As quoted then (“the 24th sister city”). The portal computes no ordinal while dates are missing."),
    )
    note = ProseField(_("note"), blank=True, default="")
    documents = GenericRelation("relations.Document", "subject_id", "subject_type")
    aliases = GenericRelation("relations.Alias", "subject_id", "subject_type")
    photos = GenericRelation("relations.Photo", "subject_id", "subject_type")

    objects = AgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        ordering = ["number"]
        indexes = publishable_indexes("agreement")
        constraints = [
            known_language("original_language", "agreement_language_known"),
            *publishable_constraints("agreement"),
            known_codes("instrument", Instrument, "agreement_instrument_known"),
            known_codes("signed_precision", Precision, "agreement_signed_precision", blank=True),
            ends_not_before_starts(
                "signed_on", "expires_on", "expires_precision", "agreement_end_not_before_signing", is_span=False
            ),
            ends_not_before_starts("effective_on", "expires_on", "expires_precision", "agreement_end_not_before_start"),
            ends_not_before_starts(
                "signed_on",
                "terminated_on",
                None,
                "agreement_terminated_after_signing",
                _("It cannot have been terminated before it was signed."),
                is_span=False,
            ),
            ends_not_before_starts(
                "effective_on",
                "terminated_on",
                None,
                "agreement_terminated_after_start",
                _("It cannot have been terminated before it was in force."),
                is_span=False,
            ),
            must(Q(number__gte=1), "agreement_number_from_one", _("Permanent numbers begin with 1."), "number"),
            must(
                Q(renews__isnull=True) | ~Q(renews=models.F("pk")),
                "agreement_renews_another",
                _("An agreement cannot renew itself."),
                "renews",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} · {self.city} · {name_for_staff(self, 'title') or self.get_instrument_display()}"

    def shown_title(self) -> Text:
        """The plain title in the reader's language, else the name of its instrument there; never a fallback."""
        title = text_of(self, "title")
        if title and not title.is_fallback:
            return title
        language, is_stated = reader_language(), self.instrument != Instrument.NOT_STATED
        label = self.get_instrument_display() if is_stated else gettext("Agreement (form not stated)")
        return Text(label, language, language)

    def full_title(self) -> str:
        """The title with both cities, so that agreements of one instrument can be told apart; a draft is not named.

        A title that names both says it already.
        """
        title, city = str(self.shown_title()), str(text_of(self.city, "name") if self.city.is_readable() else "")
        if not city or (city in title and gettext("Bangkok") in title):
            return title
        return gettext("%(title)s: Bangkok and %(city)s") % {"title": title, "city": city}

    def clean(self):
        super().clean()
        if self.renews_id and self.renews.city_id != self.city_id:
            raise ValidationError({"renews": _("An agreement can only renew an agreement with the same city.")})
        if self.renews_id and begins_after(self.renews.signed_on, self.signed_on):
            raise ValidationError({"renews": _("An agreement cannot renew one that was signed later.")})

    @property
    def begins_on(self) -> PartialDate | None:
        """The recorded day, month or year from which it binds: entry into force, or signing; None when unknown."""
        known = [value for value in (self.signed_on, self.effective_on) if value]
        return max(known, key=lambda value: value.first_day) if known else None

    @property
    def last_day(self) -> date:
        """The last day on which it is in force; `date.max` when no end is recorded, or when it renews itself."""
        ends = [self.expires_on.last_day] if self.expires_on and not self.renews_itself else []
        if self.terminated_on:
            # The calendar's very first day has none before it.
            ends.append(max(self.terminated_on, date.min + _DAY) - _DAY)
        return min(ends, default=date.max)

    def ended_on(self, at: date) -> PartialDate | date | None:
        """The recorded end that had passed on the day `at`: of its termination, or of its term; None when none had."""
        if self.terminated_on and self.terminated_on <= at:
            return self.terminated_on
        return self.expires_on if self.last_day < at else None

    @property
    def days_in_force(self) -> tuple[date, date] | None:
        """The first and the last day on which it is in force; None without a beginning, or if it binds nothing."""
        begins_on = self.begins_on if self.claims_about_now else None
        return (begins_on.first_day, self.last_day) if begins_on else None

    def claim(self) -> Claim:
        """That it is in force; within its term by its own words, also when it then renews itself.

        Nobody can confirm that of a paper that binds nothing.
        """
        stated = self.expires_on.last_day if self.expires_on else None
        last_day = None if self.last_day == date.max else self.last_day
        if not self.claims_about_now:
            return Claim(self.claim_kind, self.begins_on, last_day)
        return Claim(self.claim_kind, self.begins_on, last_day, last_day or stated, self.witnesses_of_claim())

    def witnesses_of_claim(self) -> tuple[PartialDate, ...]:
        return tuple(day for day in (self.signed_on, self.effective_on, self.confirmed_on) if day)

    @property
    def claims_about_now(self) -> bool:
        return self.instrument in BINDING

    @classmethod
    def claiming_in_sql(cls) -> Q:
        return Q(instrument__in=[instrument.value for instrument in BINDING])

    @classmethod
    def kinds_in_sql(cls) -> Mapping[ClaimKind, Q]:
        return {cls.claim_kind: cls.claiming_in_sql()}

    @classmethod
    def age_in_sql(cls, at: date) -> AgeInSQL:
        not_over = is_not_over("expires_on", "expires_precision", at)
        expired = Q(renews_itself=False, expires_on__isnull=False) & ~not_over
        return AgeInSQL(
            at,
            cls.kinds_in_sql(),
            ["signed_on", "effective_on", "confirmed_on"],
            ended=expired | Q(terminated_on__isnull=False, terminated_on__lte=at),
            coming=Q(signed_on__gt=at) | Q(effective_on__gt=at),
            has_beginning=Q(signed_on__isnull=False) | Q(effective_on__isnull=False),
            stands=cls.claiming_in_sql() & ((Q(expires_on__isnull=False) & not_over) | Q(terminated_on__gt=at)),
        )

    @property
    def makes_tie(self) -> bool:
        """Whether its instrument makes the city a partner; `tie_making()` asks the database the same."""
        return self.instrument in TIE_MAKING

    def state(self, at: date | None = None) -> AgreementState:
        """What this agreement is on the day `at` (today)."""
        at = at or calendar.today()
        if self.last_day < at:
            return AgreementState.ENDED
        if not self.claims_about_now:
            return AgreementState.STATEMENT
        begins_on = self.begins_on
        if begins_on is None:
            return AgreementState.IN_FORCE_UNDATED
        return AgreementState.IN_FORCE if begins_on.first_day <= at else AgreementState.NOT_YET

    def is_in_force(self, at: date | None = None) -> bool:
        """Whether it counts as in force on the day `at` (today): an undated one does from today on, not before."""
        at = at or calendar.today()
        state = self.state(at)
        return state == AgreementState.IN_FORCE or (state == AgreementState.IN_FORCE_UNDATED and at >= calendar.today())


class Side(models.TextChoices):
    """For whom someone signed."""

    BANGKOK = "bangkok", _("For Bangkok")
    PARTNER = "partner", _("For the partner")


class Signatory(Part):
    """Someone who signed, in the post held at the time. Only people whom a source names as having signed."""

    owner_field = "agreement"

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="signatories", verbose_name=_("agreement"))
    side = models.CharField(_("side"), max_length=8, choices=Side)
    person = models.ForeignKey("relations.Person", models.PROTECT, related_name="signatures", verbose_name=_("person"))
    post_title = LineField(_("post at the time"), max_length=250, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=1)

    class Meta:
        verbose_name = _("signatory")
        verbose_name_plural = _("signatories")
        ordering = ["side", "order", "pk"]
        constraints = [
            known_codes("side", Side, "signatory_side_known"),
            once(
                "agreement",
                "person",
                name="signatory_once",
                sentence=_("This person is already among those who signed."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)
