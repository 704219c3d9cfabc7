"""Pages as of a day: `?at=2012-01-01`, which people may type in either era; the address itself is Gregorian.

A view that can answer for a past day says so with `of_a_day`; all others refuse an address that asks for one
(office.middleware.AskedDayMiddleware), since silence would pass today off as that day.
"""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from iad_portal.lib.components import AsOf
from iad_portal.lib.dates import calendar
from iad_portal.lib.dates.format import format_date
from iad_portal.lib.dates.parse import DateError, parse_date
from iad_portal.lib.text.bilingual import reader_language
from iad_portal.lib.text.structured_data import absolute

AT = "at"
View = Callable[..., HttpResponseBase]


def of_a_day(view: View) -> View:
    """A view that answers for the day that `?at=` asks for: `asked_day()` tells which.

    A day in any other writing is redirected to its one address, a month or year to its first day. What is no day, or
    has not come, is answered 400 with the reason. Such a page is for those who have its address: searchers are led to
    the page of today, and the store of pages keeps none of them, since there is no end of days.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        typed = request.GET.getlist(AT)
        if not "".join(typed).strip():
            return view(request, *args, **kwargs)
        try:
            day = _day(typed)
        except DateError as error:
            return refused(request, str(error))
        if typed != [day.isoformat()]:
            return HttpResponsePermanentRedirect(address(request, day))
        vars(request)["asked_day"] = day
        response = view(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex"
        vars(response)["is_of_a_day"] = True
        return response

    vars(answer)["answers_for_a_day"] = True
    return answer


def _day(typed: list[str]) -> date:
    if len(set(typed)) > 1:
        raise DateError(_("Two days were asked for. Ask for one."), "two_days")
    day = parse_date(typed[0]).first_day
    if day > calendar.today():
        told = format_date(day, reader_language())
        raise DateError(
            _("%(day)s has not come yet: the register tells of today and of days past."), "coming", day=told
        )
    return day


def refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The answer to a day that cannot be told, with the way to the page as it is today."""
    return render(request, "400_at.html", {"today": address(request), "reason": reason}, status=400)


def asked_day(request: HttpRequest) -> date | None:
    """The day that the address asks for; None when it asks for none, and the page is of today."""
    day: date | None = vars(request).get("asked_day")
    return day


def address(request: HttpRequest, day: date | None = None) -> str:
    """The address of the page for `day`, or without a day, with all else that is asked for."""
    pairs = [(name, value) for name, values in request.GET.lists() for value in values if name != AT]
    query = urlencode([*pairs, *([(AT, day.isoformat())] if day else [])])
    return f"{request.path}?{query}" if query else request.path


def is_past(day: date | None) -> bool:
    """Whether `day` is another than today: then what has no date is not counted."""
    return day is not None and day < calendar.today()


def as_of(request: HttpRequest, figure: str = "", left_out: str = "") -> AsOf:
    """What components/as_of.html shows: the day of the page, a box for another, and how to cite its `figure`.

    `figure` is a sentence on the total that says the day; `left_out`: what a past day does not count, and how many.
    """
    day, language = asked_day(request), reader_language()
    told = format_date(day, language) if day else ""
    permanent = absolute(address(request, day or calendar.today()))
    return AsOf(
        url=request.path,
        today_url=address(request) if day else "",
        day=day,
        value=format_date(day, language, "short") if day else "",
        said=_("As it stood on %(day)s, as far as dates are on record.") % {"day": told} if day else "",
        left_out=left_out,
        kept=[(name, value) for name, values in request.GET.lists() for value in values if name not in (AT, "page")],
        permanent=permanent,
        cited=cited(figure, permanent) if figure else "",
    )


def cited(figure: str, url: str) -> SafeString:
    """How another text quotes `figure`, a sentence that says its day: with the office and the lasting address."""
    words = _("{figure} (Source: International Affairs Office, Bangkok Metropolitan Administration; {url})")
    return format_html(words, figure=figure, url=format_html('<code class="quote__url">{}</code>', url))
