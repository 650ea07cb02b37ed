"""What a deployment uses. Refuses to start half configured."""

from django.core.exceptions import ImproperlyConfigured

from collabgov.database import database_config
from collabgov.settings.base import *  # noqa: F403
from collabgov.settings.base import ALLOWED_HOSTS, LOCAL_DIR, SECRET_KEY, env

if len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 10 or SECRET_KEY.startswith("change-me"):
    raise ImproperlyConfigured("SECRET_KEY must be a random string of at least 50 characters.")
if not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS must name the hosts this site answers to, not '*'.")
if not env.str("DATABASE_URL", ""):
    raise ImproperlyConfigured("DATABASE_URL must name a PostgreSQL server.")

DATABASES = {"default": database_config(env, LOCAL_DIR)}

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
