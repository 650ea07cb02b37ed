"""What `make test` uses: a real PostgreSQL, mail in memory, cheap password hashes."""

import atexit
import shutil
import tempfile
from pathlib import Path

from collabgov.database import database_config
from collabgov.settings.base import *  # noqa: F403
from collabgov.settings.base import LOCAL_DIR, STORAGES, env

SECRET_KEY = "only-for-tests-never-for-a-site-that-anyone-reaches"
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
DATABASES = {"default": database_config(env, LOCAL_DIR, durable=False)}
# Tests roll back, flush and clone databases: a pool would hold connections open across that.
DATABASES["default"]["OPTIONS"].pop("pool", None)
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MFA_REQUIRED = False  # its own tests switch it on
MAIL_APART = False  # so that a test finds the mail at once
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True  # no collected files are needed to test a page
DOCUMENTS_DIR = Path(tempfile.mkdtemp(prefix="documents-of-tests-"))
atexit.register(shutil.rmtree, DOCUMENTS_DIR, ignore_errors=True)
