"""What `make dev` uses: DEBUG, autoreload and the debug toolbar."""

from collabgov.settings.demo import *  # noqa: F403
from collabgov.settings.demo import INSTALLED_APPS, MIDDLEWARE, STORAGES

DEBUG = True
INSTALLED_APPS = [*INSTALLED_APPS, "debug_toolbar"]
AFTER_GZIP = MIDDLEWARE.index("django.middleware.gzip.GZipMiddleware") + 1
MIDDLEWARE = [
    *MIDDLEWARE[:AFTER_GZIP],
    "debug_toolbar.middleware.DebugToolbarMiddleware",
    *MIDDLEWARE[AFTER_GZIP:],
]
ROOT_URLCONF = "collabgov.settings.dev_urls"
INTERNAL_IPS = ["127.0.0.1", "::1"]
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
