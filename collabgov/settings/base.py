"""What every way of running the site shares. The environment is read here, once."""

from pathlib import Path

import pghistory
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from collabgov.settings.environment import BASE_DIR, env
from collabgov.settings.signing_in import *  # noqa: F403

LOCAL_DIR = Path(env.str("LOCAL_DIR", "") or BASE_DIR / ".local")

SITE_NAME = env.str("SITE_NAME", "collabgov")
# Where the site is, for links in mails; empty: where the reader found it (this machine only).
SITE_URL = env.str("SITE_URL", "").rstrip("/")
DEMO = False
DEBUG = False
SECRET_KEY = env.str("SECRET_KEY", "")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "actors",
    "agreements",
    "dashboards",
    "collabgov",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "django_htmx",
    "pghistory",
    "pgtrigger",
    "rules",
]

MIDDLEWARE = [
    "collabgov.health.HealthMiddleware",
    "collabgov.kit.unlinked.UnlinkedMiddleware",
    "collabgov.kit.client.RequestNumberMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "collabgov.views.KnownMethodsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "collabgov.typed.TypedTextMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "actors.accounts.middleware.SessionLimitsMiddleware",
    "collabgov.kit.audit.AuditMiddleware",
    "actors.audit.refusals.RefusalMiddleware",
    "actors.accounts.middleware.SignInMiddleware",
    "actors.accounts.middleware.PreferencesMiddleware",
    "actors.accounts.middleware.SecondFactorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "collabgov.views.MethodPageMiddleware",
]

FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
ROOT_URLCONF = "collabgov.urls"
WSGI_APPLICATION = "collabgov.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "collabgov.context.site",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "collabgov.templatetags.look",
            ],
        },
    }
]

# --- audit trail ----------------------------------------------------------------------------
# The moment of the write, not of its transaction's start: a day is sealed when it is complete.
PGHISTORY_CREATED_AT_FUNCTION = "clock_timestamp()"
PGHISTORY_FOREIGN_KEY_FIELD = pghistory.ForeignKey(db_index=False)
# The database as the role that owns the tables, for migrations; None: as the site itself.
DATABASE_OWNER = None
# How many proxies of our own stand in front; each adds one address to X-Forwarded-For.
TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", 0)

# --- languages, dates -----------------------------------------------------------------------
LANGUAGE_CODE = "id"
LANGUAGES = [("id", _("Bahasa Indonesia")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["collabgov.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = env.str("TIME_ZONE", "Asia/Makassar")

# --- static files ---------------------------------------------------------------------------
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = BASE_DIR / "staticfiles" / "served"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

# --- what a browser may do ------------------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
FILE_UPLOAD_HANDLERS = [
    "collabgov.kit.uploads.LimitedUpload",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# --- uploaded files -------------------------------------------------------------------------
# Where they are: a private folder, never one that a web server hands out by itself.
DOCUMENTS_DIR = Path(env.str("DOCUMENTS_DIR", "") or LOCAL_DIR / "documents")
# What the files of one collaboration may take together.
DOCUMENTS_QUOTA = env.int("DOCUMENTS_QUOTA_MB", 2048) * 1024 * 1024
# Where a web server in front finds that folder (X-Accel-Redirect); empty: the site sends files.
DOCUMENTS_ACCEL_PREFIX = env.str("DOCUMENTS_ACCEL_PREFIX", "")
# The virus scanner: a path of clamd's socket, or host:port; empty: nothing is scanned.
CLAMD = env.str("CLAMD", "")
CLAMD_SECONDS = env.int("CLAMD_SECONDS", 20)

EMAIL_CONFIG = env.email_url_config(env.str("EMAIL_URL", "") or "consolemail://")
vars().update(EMAIL_CONFIG)
EMAIL_TIMEOUT = 10  # seconds; whoever waits for a page does not wait for a dead mail server
# Mails by which one admin may invite within an hour.
INVITATIONS_PER_HOUR = env.int("INVITATIONS_PER_HOUR", 50)
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "collabgov@localhost")

# --- what the terminal says ---------------------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "collabgov.kit.discreet.DiscreetFormatter",
            "format": "{asctime} {levelname} {name}: {message}",
            "style": "{",
        }
    },
    "handlers": {"terminal": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["terminal"], "level": "WARNING"},
    "loggers": {
        "django": {"level": env.str("LOG_LEVEL", "WARNING")},
        "django.request": {"level": "ERROR"},  # refused and missing pages are everyday
        # What `make dev` says of each request: it names the address as well.
        "django.server": {"handlers": ["terminal"], "level": "INFO", "propagate": False},
        "django.security.DisallowedHost": {"level": "CRITICAL"},  # strangers probing
    },
}
