"""What `make dev` uses: DEBUG, autoreload and the debug toolbar."""

from collabgov.settings.demo import *  # noqa: F403
from collabgov.settings.demo import INSTALLED_APPS, MIDDLEWARE, STORAGES

DEBUG = True
INSTALLED_APPS = [*INSTALLED_APPS, "debug_toolbar"]
MIDDLEWARE = [*MIDDLEWARE[:2], "debug_toolbar.middleware.DebugToolbarMiddleware", *MIDDLEWARE[2:]]
INTERNAL_IPS = ["127.0.0.1", "::1"]
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
