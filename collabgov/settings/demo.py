"""What `make run` uses: the real server, hashed files and strict CSP, on this machine only.

Not DEBUG and not production: plain http on loopback, a secret of its own in `.local/`,
the embedded PostgreSQL unless DATABASE_URL names another, demo accounts allowed.
"""

from collabgov.database import database_config, local_secret, owner_config
from collabgov.settings.base import *  # noqa: F403
from collabgov.settings.base import ALLOWED_HOSTS, LOCAL_DIR, env

DEMO = True
MFA_REQUIRED = False  # one click signs in
SECRET_KEY = env.str("SECRET_KEY", "") or local_secret(LOCAL_DIR)
ALLOWED_HOSTS = ALLOWED_HOSTS or ["127.0.0.1", "localhost", "[::1]"]
DATABASES = {"default": database_config(env, LOCAL_DIR)}
DATABASE_OWNER = owner_config(env, LOCAL_DIR)
