"""Alerts by e-mail: asking for them, and the pages behind the links in letters.

What is answered to a request never tells whether an address is known. Opening a link changes nothing: programs that
read mail open links, too; a button does. The links are their own secret: their pages need no cookie, and take a press
from the reader's mail program as well (RFC 8058).
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from iad_portal.lib.intake.sent_numbers import key_in
from iad_portal.lib.operations.old_addresses import is_tracking
from iad_portal.lib.operations.outgoing import Postman, later, mail_is_set_up
from iad_portal.lib.operations.readable_forms import body_fault
from iad_portal.lib.operations.throttle import sender_of, take_turn
from news.alerts import asking, tokens
from news.alerts.letters import confirmation_letter
from news.forms import AlertForm, WishesForm
from news.models import Subscriber, Subscription
from news.pages import alert_page

# How many requests come from one network in an hour, and how many letters go to one address in a day.
OF_SENDER, HOUR = 20, 60 * 60
TO_ADDRESS, DAY = 3, 24 * 60 * 60

# The form holds a secret for one reader, and the pages behind links are of one reader: no cache may keep them.
never_kept = cache_control(private=True, no_store=True)


@require_http_methods(["GET", "HEAD", "POST"])
@never_kept
def alerts(request: HttpRequest) -> HttpResponse:
    """The form, with what the address chooses already: `?city=`, `?network=`, `?kind=`."""
    if request.method == "POST":
        return _asked(request)
    asked = {name: values for name, values in request.GET.lists() if not is_tracking(name)}
    chosen = {name: values[0] for name, values in asked.items()}
    form = AlertForm(initial=chosen)
    if any(len(values) > 1 for values in asked.values()) or not form.knows(chosen):
        raise Http404
    return _form(request, form, is_variant=bool(request.GET))


def _form(request: HttpRequest, form: AlertForm, *, is_variant: bool, status: int = 200) -> HttpResponse:
    context = alert_page.form_context(form, is_offered=mail_is_set_up(), is_variant=is_variant)
    return render(request, "news/alerts.html", context, status=status)


def _asked(request: HttpRequest) -> HttpResponse:
    """Keep the request and mail the question, or do neither: the answer is the same."""
    form = AlertForm(request.POST)
    if not form.is_valid() or not mail_is_set_up():
        return _form(request, form, is_variant=True)
    if not take_turn("alerts", sender_of(request), OF_SENDER, HOUR):
        form.add_error(None, alert_page.too_many())
        answer = _form(request, form, is_variant=True, status=429)
        answer["Retry-After"] = str(HOUR)
        return answer
    facts = form.cleaned_data
    if take_turn("alerts-to", facts["email"], TO_ADDRESS, DAY):
        asked = asking.ask(facts["email"], facts["language"], facts["pace"], form.scope)
        if asked is not None:
            _mail(asked)
    answer = redirect("news:alerts_sent")
    answer.status_code = 303
    return answer


def _mail(asked: Subscription) -> None:
    letter = confirmation_letter(asked)

    def send() -> None:
        postman = Postman()
        postman.ready()
        postman.send(letter)
        postman.done()

    later(send)


@require_safe
def alerts_sent(request: HttpRequest) -> HttpResponse:
    """What comes next; the same for every address."""
    return render(request, "news/alerts_sent.html", alert_page.sent_context())


def _behind_a_link(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """For pages under a token: no cookie, no cache, no referrer; says why a link does not work."""

    @wraps(view)
    def guarded(request: HttpRequest, token: str) -> HttpResponse:
        try:
            answer = view(request, token)
        except tokens.NotOurs:
            answer = _gone(request, has_ended=False)
        except tokens.Ended:
            answer = _gone(request, has_ended=True)
        answer["Referrer-Policy"] = "no-referrer"
        return answer

    return csrf_exempt(require_http_methods(["GET", "HEAD", "POST"])(never_kept(guarded)))


def _gone(request: HttpRequest, *, has_ended: bool) -> HttpResponse:
    status = 410 if has_ended else 404
    return render(request, "news/alert_gone.html", alert_page.gone_context(has_ended=has_ended), status=status)


@_behind_a_link
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Asks, and takes the reader's press."""
    asked = tokens.to_confirm(token)
    if request.method != "POST":
        return _confirming(request, asked)
    found = asking.confirm(asked)
    if found is None:
        raise tokens.Ended
    return _confirming(request, found)


def _confirming(request: HttpRequest, subscription: Subscription) -> HttpResponse:
    is_done = subscription.confirmed_at is not None
    context = alert_page.confirm_context(subscription, is_done=is_done)
    return render(request, "news/alert_confirm.html", context)


@_behind_a_link
def leave(request: HttpRequest, token: str) -> HttpResponse:
    """Asks a person, and takes a press: of the button, or of the reader's mail program, as often as it comes."""
    if request.method != "POST":
        found = tokens.named_by(token).subscription
        if found is None:
            raise tokens.Ended
        return _leaving(request, found, is_done=False)
    try:
        named = tokens.named_by(token)
    except tokens.Ended:
        return _leaving(request, None, is_done=True)
    if named.subscription is not None:
        asking.leave(named.subscription)
    return _leaving(request, None, is_done=True)


def _leaving(request: HttpRequest, subscription: Subscription | None, *, is_done: bool) -> HttpResponse:
    return render(request, "news/alert_leave.html", alert_page.one_context(subscription, is_done=is_done))


@_behind_a_link
def manage(request: HttpRequest, token: str) -> HttpResponse:
    """All subscriptions of the address: changed or left one by one, or left all at once."""
    subscriber = tokens.named_by(token).subscriber
    is_saved = request.method == "POST" and not body_fault(request) and _changed(subscriber, request.POST)
    rows = subscriber.subscriptions.select_related("city", "network").order_by("pk")
    if not Subscriber.objects.filter(pk=subscriber.pk).exists():
        return _leaving(request, None, is_done=True)
    shown = [alert_page.shown(row, _wishes(row)) for row in rows]
    return render(
        request, "news/alert_manage.html", alert_page.manage_context(subscriber.address, shown, is_saved=is_saved)
    )


def _wishes(subscription: Subscription) -> WishesForm:
    facts = {"pace": subscription.pace, "language": subscription.language}
    return WishesForm(initial=facts, auto_id=f"id_{subscription.pk}_%s")


def _changed(subscriber: Subscriber, sent: Any) -> bool:
    """Do what the page's buttons ask; whether anything was done."""
    if "leave_all" in sent:
        asking.leave_all(subscriber)
        return True
    key = key_in(sent.get("key"))
    subscription = subscriber.subscriptions.filter(pk=key).first() if key else None
    form = WishesForm(sent)
    if subscription is None:
        return False
    if "leave" in sent:
        asking.leave(subscription)
    elif form.is_valid():
        asking.change(subscription, form.cleaned_data["language"], form.cleaned_data["pace"])
    else:
        return False
    return True
