"""What a deployment uses. Refuses to start half configured."""

from django.core.exceptions import ImproperlyConfigured

from collabgov.database import database_config, owner_config
from collabgov.settings.base import *  # noqa: F403
from collabgov.settings.base import (
    ALLOWED_HOSTS,
    LOCAL_DIR,
    SECRET_KEY,
    SECRET_KEY_FALLBACKS,
    SITE_URL,
    env,
)

# Keys that anybody can read somewhere: examples, Django's own, the one of the tests.
PUBLISHED = ("change-me", "django-insecure-", "only-for-tests-")


def is_secret(key):
    """Whether nobody can have read or guessed this key."""
    return len(key) >= 50 and len(set(key)) >= 10 and not key.startswith(PUBLISHED)


if not is_secret(SECRET_KEY):
    raise ImproperlyConfigured("SECRET_KEY must be a random string of at least 50 characters.")
if not all(map(is_secret, SECRET_KEY_FALLBACKS)):
    raise ImproperlyConfigured("SECRET_KEY_FALLBACKS must be random strings, as SECRET_KEY is.")
if not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS must name the hosts this site answers to, not '*'.")
if not env.str("DATABASE_URL", ""):
    raise ImproperlyConfigured("DATABASE_URL must name a PostgreSQL server.")
if not env.str("EMAIL_URL", ""):
    raise ImproperlyConfigured("EMAIL_URL must name a mail server, or dummymail:// for no mail.")
# Links in mails never follow the address that somebody typed.
SITE_URL = SITE_URL or f"https://{ALLOWED_HOSTS[0].lstrip('.')}"

DATABASES = {"default": database_config(env, LOCAL_DIR)}
DATABASE_OWNER = owner_config(env, LOCAL_DIR)

# https only, for this host and those below it; the probes come without it.
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", True)
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", 31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-sessionid"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrftoken"
if env.bool("BEHIND_PROXY", False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
