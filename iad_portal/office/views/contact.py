"""How to reach the office: its contact facts, and the form with which anybody writes to it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from iad_portal.lib.operations.throttle import sender_of, take_turn
from iad_portal.lib.registers.listing import kept_page
from iad_portal.office.forms import ContactForm
from iad_portal.office.mail import tell_office
from iad_portal.office.models import Message
from iad_portal.office.pages import contact as page

# What one address may send: a whole office behind one address must get through, a flood must not.
LIMIT, SECONDS = 20, 60 * 60
# Whose tables tell how to reach the office.
APPS = ("relations", "office")

# The form holds a secret for one reader: no cache may keep it.
never_kept = cache_control(private=True, no_store=True)


@require_http_methods(["GET", "HEAD", "POST"])
@never_kept
def contact(request):
    """The office's address, telephone, e-mail and social page as far as known, and the form."""
    if request.method == "POST":
        return _receive(request)
    asked = {"about": page.page_of_this_site(request.GET.get("about", "")), "topic": request.GET.get("topic", "")}
    return _page(request, ContactForm(initial=asked))


@require_safe
@never_kept
def contact_sent(request, reference: str):
    """Thanks, the number to quote, and what happens next."""
    message = get_object_or_404(Message, reference=reference)
    return render(request, "portal/contact_sent.html", page.sent_context(message))


def _receive(request: HttpRequest) -> HttpResponse:
    """Keep what was sent and lead on, so that a reload sends nothing; or show it again with what is missing."""
    form = ContactForm(request.POST)
    if not form.is_valid():
        return _page(request, form)
    message = form.sent_before()
    if message is None:
        if not take_turn("contact", sender_of(request), LIMIT, SECONDS):
            return _too_many(request, form)
        message = Message.objects.create(**form.words())
        tell_office(message)
    answer = redirect("contact_sent", reference=message.reference)
    answer.status_code = 303
    return answer


def _too_many(request: HttpRequest, form: ContactForm) -> HttpResponse:
    form.add_error(
        None,
        _(
            "Too many messages have come from your network within an hour. "
            "Nothing you typed is lost: send it again later, or write or call."
        ),
    )
    answer = _page(request, form, status=429)
    answer["Retry-After"] = str(SECONDS)
    return answer


def _page(request: HttpRequest, form: ContactForm, status: int = 200) -> HttpResponse:
    own = page.form_part(form, is_variant=bool(request.GET) or form.is_bound)
    # The parts of a form that was sent say what is wrong with it: they are nobody else's.
    context = {**page.context(), **own} if form.is_bound else kept_page(request, APPS, page.context, **own)
    return render(request, "portal/contact.html", context, status=status)
