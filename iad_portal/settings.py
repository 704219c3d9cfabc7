"""The one settings file: everything that differs between places comes from the environment.

Strict by default: without SECRET_KEY nothing starts, DEBUG is off, and SITE_URL alone decides allowed hosts, secure
cookies and absolute links. Plain http is accepted only for localhost. README lists every variable; a test holds the
two lists together.
"""

from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _
from js_asset import static_lazy

from iad_portal.lib.operations.kept_pages import cache_of_pages

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.FileAwareEnv()  # NAME_FILE may point at a file that holds the value of NAME

# Where this copy of the portal keeps what it writes: database, uploads, collected static files, backups.
PORTAL_HOME = Path(env("PORTAL_HOME", default=str(BASE_DIR / "var"))).resolve()

SECRET_KEY = env("SECRET_KEY")
DEBUG = env.bool("DEBUG", default=False)
FAULTS_ARE_LOUD = DEBUG  # else what a page cannot show is left out, logged and told on the desk (lib.records.faults)

# ---- One address drives hosts, cookies and absolute links.
SITE_URL = env("SITE_URL", default="http://localhost:8000").rstrip("/")
_site = urlsplit(SITE_URL)
IS_LOCAL = _site.hostname in {"localhost", "127.0.0.1"}
if _site.scheme not in {"http", "https"} or not _site.hostname:
    raise ImproperlyConfigured("SITE_URL must be an absolute address such as https://iao.example.go.th")
if _site.scheme == "http" and not IS_LOCAL:
    raise ImproperlyConfigured("SITE_URL must use https, except on localhost")
ALLOWED_HOSTS = [_site.hostname, *(["127.0.0.1", "localhost", "[::1]"] if IS_LOCAL else [])]
CSRF_TRUSTED_ORIGINS = [SITE_URL]
IS_SECURE_SITE = _site.scheme == "https"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_SECURE_SITE
SECURE_SSL_REDIRECT = IS_SECURE_SITE
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_SECURE_SITE else None
SECURE_HSTS_SECONDS = 31_536_000 if IS_SECURE_SITE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = False  # the office's neighbours under bangkok.go.th are not ours to bind
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "portal_session", "portal_csrf"
SESSION_COOKIE_AGE = 12 * 60 * 60
CSRF_FAILURE_VIEW = "iad_portal.office.views.errors.csrf_failure"
CSRF_COOKIE_AGE = None  # gone with the browser's window: the contact form gives it to readers
X_FRAME_OPTIONS = "DENY"

INSTALLED_APPS = [
    "modeltranslation",  # before the admin, as its documentation asks
    "iad_portal.lib.desk.config.PortalAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sites",
    "django.contrib.redirects",
    "django.contrib.sitemaps",
    "django.contrib.syndication",
    "csp",
    "simple_history",
    "allauth.account",  # allauth.mfa stands on it; no address of either is mounted (office.accounts)
    "allauth.mfa",
    "django_prose_editor",
    "django.forms",
    "relations",
    "networks",
    "plans",
    "news",
    "iad_portal.office",
]
# The image leaves the workshop out.
INSTALLED_APPS += [name for name in ["iad_portal.workshop"] if find_spec(name)]
SITE_ID = 1

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",  # its files are our own: a policy on each weighs more than it helps
    "iad_portal.office.middleware.CompressionMiddleware",  # outside of those that read the page: they see it plain
    "iad_portal.office.middleware.PublicCachingMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "iad_portal.office.page_store.PageStoreMiddleware",  # a kept page needs nothing of what follows
    "csp.middleware.CSPMiddleware",
    "iad_portal.office.middleware.PlainInputMiddleware",
    "iad_portal.office.middleware.ReadableFormsMiddleware",
    "iad_portal.office.thai_lines.ThaiLinesMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "iad_portal.office.middleware.LanguageMiddleware",
    "iad_portal.office.middleware.AskedDayMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "iad_portal.office.accounts.middleware.OfficersMiddleware",  # Django's, and the second factor
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "iad_portal.office.accounts.middleware.SessionsMiddleware",
    "iad_portal.office.middleware.OwnPasswordFirstMiddleware",
    "iad_portal.office.kept_typing.KeptTypingMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "iad_portal.office.middleware.UnitOfWorkMiddleware",
    "iad_portal.office.middleware.OldAddressesMiddleware",
]
ROOT_URLCONF = "iad_portal.urls"
WSGI_APPLICATION = "iad_portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "iad_portal.lib.templatetags.quick_words.Loader",
                    ["django.template.loaders.filesystem.Loader", "django.template.loaders.app_directories.Loader"],
                ),
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "iad_portal.office.context.portal",
            ],
            "libraries": {
                name: f"iad_portal.lib.templatetags.{name}" for name in ("drawings", "face", "parts", "portal", "rows")
            },
            "builtins": ["iad_portal.lib.templatetags.portal", "iad_portal.lib.templatetags.standing"],
        },
    }
]
FORM_RENDERER = "iad_portal.lib.intake.plain_widgets.PlainRenderer"

# ---- Database: SQLite is the embedded default of `make run`; production is PostgreSQL.
DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{PORTAL_HOME / 'db.sqlite3'}")}
_database = DATABASES["default"]
if _database["ENGINE"].endswith("sqlite3"):
    # Writers queue instead of failing, readers never wait.
    _database["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 10,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }
else:
    _database["CONN_HEALTH_CHECKS"] = True
    # Our queries have many branches and find few rows: to compile one (PostgreSQL does so by its guess of their cost)
    # takes up to a hundred times as long as to run it. What DATABASE_URL says stands after it, and wins.
    _options = _database.setdefault("OPTIONS", {})
    _options["options"] = f"-c jit=off {_options.get('options', '')}".strip()
# SQLite, too: a new connection reads the whole schema, which costs more than a kept page.
_database["CONN_MAX_AGE"] = env.int("DB_CONN_MAX_AGE", default=60)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {"default": env.cache("CACHE_URL", default="locmemcache://")}
# Made pages are kept (lib.operations.kept_pages): in the shared cache, or in the memory of each worker.
CACHES["pages"] = cache_of_pages(CACHES["default"])
KEEP_PAGES = KEEP_PARTS = True  # (office.page_store, lib.records.content_versions)

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "iad_portal.lib.operations.passwords.GuessablePasswordValidator"},
    {"NAME": "iad_portal.lib.operations.passwords.NewPasswordValidator"},
]

# ---- Second factor of officers (office.accounts): codes of an app, passkeys, recovery codes
MFA_ADAPTER = "iad_portal.office.accounts.adapter.FactorsAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_TOLERANCE = 1  # the clocks of telephones go half a minute wrong
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = IS_LOCAL

# ---- Languages: Thai first, English beside it.
LANGUAGE_CODE = "th"
LANGUAGES = [("th", _("Thai")), ("en", _("English"))]
MODELTRANSLATION_DEFAULT_LANGUAGE = "th"
MODELTRANSLATION_LANGUAGES = ("th", "en")
MODELTRANSLATION_PREPOPULATE_LANGUAGE = "en"  # slugs are ASCII: the admin proposes them from the English name
# A fallback is decided, and marked, by lib.text.bilingual alone: plain attribute access never falls back in silence.
MODELTRANSLATION_FALLBACK_LANGUAGES = ()
# Where lines of Thai must not break is marked in every public page (lib.text.line_breaks).
HOLD_THAI_LINES = True
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = USE_TZ = True
TIME_ZONE = "Asia/Bangkok"

# ---- Files
STATIC_URL = "/static/"
STATIC_ROOT = PORTAL_HOME / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = PORTAL_HOME / "media"
# Set in production: nginx sends the file after the view has said yes (X-Accel-Redirect to this internal location).
MEDIA_ACCEL_PREFIX = env("MEDIA_ACCEL_PREFIX", default="")
# What is pasted into an editor passes our script first; records to link and photographs are picked (lib.desk.editor).
DJANGO_PROSE_EDITOR_EXTENSIONS = [
    {"js": [static_lazy("js/paste.js")], "extensions": {"PasteCleaner": "django_prose_editor.config.html_tags"}},
    {"js": [static_lazy("js/record_link.js")], "extensions": {"RecordLink": "django_prose_editor.config.html_tags"}},
    {"js": [static_lazy("js/photo_in_text.js")], "extensions": {"Photo": "django_prose_editor.config.html_tags"}},
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "iad_portal.lib.operations.bundle.BundledStaticFilesStorage"},
}
FILE_UPLOAD_PERMISSIONS = 0o640  # of uploads: static files are everybody's (lib.operations.bundle)
# For officers: a meeting of two thousand participants is one form. Readers may send far less (form_limits.py).
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
DATA_UPLOAD_MAX_NUMBER_FILES = 200

# ---- Content-Security-Policy: no inline script or style. Pages with the admin's editor add a nonce (lib.desk.editor).
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

EMAIL_TIMEOUT = 10  # seconds: whoever sends the contact form waits for the mail server
EMAIL_CONFIG = env.email_url("EMAIL_URL", default="dummymail://")
vars().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env("DEFAULT_FROM_EMAIL", default=f"portal@{_site.hostname}")

# Who is told of messages from the contact form; they are kept on the desk whether or not anybody is.
CONTACT_EMAIL = env.list("CONTACT_EMAIL", default=[])

SIMPLE_HISTORY_HISTORY_CHANGE_REASON_USE_TEXT_FIELD = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "filters": {"senders_faults": {"()": "iad_portal.lib.operations.readable_forms.SendersFaultsInOneLine"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["senders_faults"]},
        "nowhere": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL", default="INFO")},
    # Without a handler of its own Python would print it, with a traceback, for each passing robot.
    "loggers": {"django.security.DisallowedHost": {"handlers": ["nowhere"], "propagate": False}},
}
