"""What pages are compared with: answers that cost about nothing, and a list as somebody would write it by hand."""

from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.test.utils import override_settings
from django.urls import path

from news.models import Article

# What `django-admin startproject` sets up.
DEFAULT_MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
BARE, SMALL, LIST = "/bare/", "/small/", "/list/"
ROWS = 20
_SMALL = "<!doctype html><title>{{ title }}</title><h1>{{ title }}</h1><p>{{ text }}</p>"
_LIST = (
    "<!doctype html><ul>{% for slug, title in rows %}<li><a href='/{{ slug }}/'>{{ title }}</a></li>{% endfor %}</ul>"
)


class OwnAddresses:
    """Answers the addresses below instead of the portal's."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.urlconf = __name__
        return self.get_response(request)


def application(*middleware: str) -> WSGIHandler:
    """Whatever answers BARE, SMALL and LIST behind this middleware."""
    with override_settings(MIDDLEWARE=[f"{__name__}.OwnAddresses", *middleware]):
        return WSGIHandler()


def bare(_request: HttpRequest) -> HttpResponse:
    """A view and nothing else."""
    return HttpResponse("Bare")


def small(_request: HttpRequest) -> HttpResponse:
    """A template with three variables."""
    return HttpResponse(_compiled(_SMALL).render({"title": "Title", "text": "Text"}))


def by_hand(_request: HttpRequest) -> HttpResponse:
    """The newest articles: one query, two columns, one loop."""
    rows = Article.objects.published().order_by("-dated_at", "-pk").values_list("slug", "title_th")[:ROWS]
    return HttpResponse(_compiled(_LIST).render({"rows": list(rows)}))


_templates: dict = {}


def _compiled(source: str):
    if source not in _templates:
        _templates[source] = engines["django"].from_string(source)
    return _templates[source]


urlpatterns = [path("bare/", bare), path("small/", small), path("list/", by_hand)]
