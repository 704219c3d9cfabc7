"""Who receives alerts: counts, what came back, and erasing. Addresses are personal data, and seen by few (groups).

Nobody is added here: an address comes in by its owner's own confirmation. Addresses are looked for by a form that is
posted, so that none stands in an address of the desk, and hence in no log.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Count, Max, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache

from iad_portal.lib.dates.admin import date_column
from iad_portal.lib.dates.format import format_date
from iad_portal.lib.desk.site import Task
from iad_portal.lib.operations.outgoing import mail_address
from iad_portal.lib.text.bilingual import reader_language
from news.alerts import asking
from news.alerts.words import scope_words
from news.models import Delivery, DeliveryState, Pace, Subscriber, Subscription
from news.models.alert import ON_ITS_WAY

BOUNCED = date_column("bounced_at", gettext_lazy("letters come back since"))
LATEST = date_column("latest_letter", gettext_lazy("last letter"))
# So many addresses are looked for at once.
MOST_AT_ONCE = 200


class StateFilter(admin.SimpleListFilter):
    """What an officer looks for."""

    title, parameter_name = gettext_lazy("state"), "state"

    def lookups(self, request, model_admin):
        named = {
            "bounced": _("Letters come back"),
            "waiting": _("Not confirmed yet"),
            "unknown": _("Nobody knows whether a letter left"),
            "given_up": _("A letter was given up"),
        }
        return list(named.items())

    def queryset(self, request, queryset):
        if self.value() == "bounced":
            return queryset.exclude(bounced_at=None)
        if self.value() == "waiting":
            return queryset.filter(subscriptions__confirmed_at=None).distinct()
        if self.value() == "unknown":
            rows = Delivery.objects.unknown(_long_ago())
            return queryset.filter(pk__in=rows.values("subscription__subscriber"))
        if self.value() == "given_up":
            rows = Delivery.objects.filter(state=DeliveryState.GIVEN_UP)
            return queryset.filter(pk__in=rows.values("subscription__subscriber"))
        return queryset


def _long_ago():
    return timezone.now() - timedelta(seconds=ON_ITS_WAY)


def counts() -> list[tuple[str, int]]:
    """How many receive alerts, how often, and how many letters did not go as they should: words and number."""
    confirmed = ~Q(confirmed_at=None)
    paces = {pace.value: Count("pk", filter=confirmed & Q(pace=pace)) for pace in Pace}
    every = {"all": Count("pk", filter=confirmed), "waiting": Count("pk", filter=~confirmed)}
    told = Subscription.objects.aggregate(**every, **paces)
    letters = {state: Delivery.objects.filter(state=state) for state in (DeliveryState.WAITS, DeliveryState.GIVEN_UP)}
    unknown = Delivery.objects.unknown(_long_ago())
    return [
        (_("Addresses"), Subscriber.objects.count()),
        (_("Confirmed subscriptions"), told["all"]),
        *((str(pace.label), told[pace.value]) for pace in Pace),
        (_("Not confirmed yet"), told["waiting"]),
        (_("Letters come back"), Subscriber.objects.exclude(bounced_at=None).count()),
        (_("Letters to be tried again"), _letters(letters[DeliveryState.WAITS])),
        (_("Letters given up"), _letters(letters[DeliveryState.GIVEN_UP])),
        (_("Letters of which nobody knows whether they left"), _letters(unknown)),
    ]


def _letters(rows: QuerySet[Delivery]) -> int:
    """What was claimed for a subscription at one moment is one letter."""
    return int(rows.order_by().values("subscription", "at").distinct().count())


class BouncedForm(forms.ModelForm):
    """Whether letters to the address come back: then none is sent."""

    bounces = forms.BooleanField(label=gettext_lazy("Letters come back: send nothing to this address"), required=False)

    class Meta:
        model = Subscriber
        fields = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["bounces"].initial = self.instance.bounced_at is not None


class AddressesForm(forms.Form):
    """Addresses as they stand in a returned letter, one a line."""

    addresses = forms.CharField(
        label=gettext_lazy("E-mail addresses, one a line"),
        widget=forms.Textarea(attrs={"rows": 5, "cols": 60, "autocomplete": "off", "spellcheck": "false"}),
        max_length=20_000,
    )

    def clean_addresses(self) -> list[str]:
        typed = [part.strip("<>,;") for part in self.cleaned_data["addresses"].split()]
        if len(typed) > MOST_AT_ONCE:
            raise ValidationError(_("Look for at most %(most)s addresses at once.") % {"most": MOST_AT_ONCE})
        return list(dict.fromkeys(_readable(typed)))


def _readable(typed: list[str]) -> Iterator[str]:
    for part in typed:
        try:
            yield mail_address(part)
        except ValidationError:
            continue


@admin.register(Subscriber)
class SubscriberAdmin(admin.ModelAdmin):
    """The addresses, each with what it receives."""

    task = Task.NEWS
    position = 9
    form = BouncedForm
    change_list_template = "admin/news/subscriber/change_list.html"
    fields: Any = ["address", "receives", BOUNCED, "bounces"]
    readonly_fields: Any = ["address", "receives", BOUNCED]
    list_display = ["address", "number", LATEST, BOUNCED]
    list_filter = [StateFilter]
    list_per_page = 50
    actions = ["mark_bounced"]

    def get_queryset(self, request):
        rows = super().get_queryset(request)
        return rows.annotate(
            number_there=Count("subscriptions", distinct=True), latest_letter=Max("subscriptions__letter_at")
        )

    def get_urls(self) -> list[Any]:
        wrap = self.admin_site.admin_view
        return [path("find/", wrap(never_cache(self.find_view)), name="news_subscriber_find"), *super().get_urls()]

    def has_add_permission(self, request):
        return False

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(request, (extra_context or {}) | {"counts": counts()})

    def save_model(self, request, obj, form, change):
        was = obj.bounced_at is not None
        if form.cleaned_data["bounces"] != was:
            obj.bounced_at = None if was else timezone.now()
            obj.save(update_fields=["bounced_at"])

    def delete_model(self, request, obj):
        asking.leave_all(obj)

    def delete_queryset(self, request, queryset):
        for subscriber in queryset:
            asking.leave_all(subscriber)

    @admin.display(description=gettext_lazy("subscriptions"), ordering="number_there")
    def number(self, subscriber):
        """How many subscriptions it has."""
        return subscriber.number_there

    @admin.display(description=gettext_lazy("receives"))
    def receives(self, subscriber):
        """Each subscription in words."""
        return format_html_join("", "{}<br>", ((_in_words(one),) for one in subscriber.subscriptions.all()))

    @admin.action(description=gettext_lazy("Letters come back: send nothing"), permissions=["change"])
    def mark_bounced(self, request, queryset):
        """Nothing more is sent to the chosen addresses."""
        said = _marked(queryset.filter(bounced_at=None))
        self.message_user(request, said, messages.SUCCESS)

    def find_view(self, request: HttpRequest) -> HttpResponse:
        """Look for addresses, mark them as returned, or erase them."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        form = AddressesForm(request.POST or None)
        said, rows = "", Subscriber.objects.none()
        if request.method == "POST" and form.is_valid():
            rows = Subscriber.objects.filter(address__in=form.cleaned_data["addresses"]).order_by("address")
            said = self._done(request, rows)
        context = self.admin_site.each_context(request) | {
            "title": _("Returned letters"), "opts": self.opts, "form": form, "said": said, "rows": list(rows.all()),
            "may_erase": self.has_delete_permission(request),
        }  # fmt: skip
        return TemplateResponse(request, "admin/news/subscriber/find.html", context)

    def _done(self, request: HttpRequest, rows: QuerySet[Subscriber]) -> str:
        if "mark" in request.POST:
            return _marked(rows.filter(bounced_at=None))
        if "erase" in request.POST and self.has_delete_permission(request):
            number = len(rows)
            self.delete_queryset(request, rows)
            return ngettext("%d address erased.", "%d addresses erased.", number) % number
        number = len(rows)
        return ngettext("%d address found.", "%d addresses found.", number) % number


def _marked(rows: QuerySet[Subscriber]) -> str:
    number = Subscriber.objects.filter(pk__in=list(rows.values_list("pk", flat=True))).update(bounced_at=timezone.now())
    return ngettext("Nothing more is sent to %d address.", "Nothing more is sent to %d addresses.", number) % number


def _in_words(subscription: Subscription) -> str:
    language = reader_language()
    day = format_date(subscription.confirmed_at, language, "short")
    since = _("confirmed %(day)s") % {"day": day} if day else _("not confirmed yet")
    words = [scope_words(subscription), subscription.get_pace_display(), subscription.get_language_display(), since]
    return " · ".join(words)
