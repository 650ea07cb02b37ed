"""Everything about signing in: passwords, the second factor, sessions, limits, single sign-on."""

from collabgov.settings.environment import env

AUTH_USER_MODEL = "actors.User"
AUTHENTICATION_BACKENDS = ["actors.accounts.backends.EmailBackend"]
LOGIN_URL = "accounts:login"
LOGIN_REDIRECT_URL = "dashboards:home"
LOGOUT_REDIRECT_URL = "accounts:login"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# --- sessions ---------------------------------------------------------------------------------
SESSION_COOKIE_AGE = env.int("SESSION_HOURS", 8) * 3600  # from the sign-in, however busy
SESSION_IDLE_SECONDS = env.int("SESSION_IDLE_MINUTES", 30) * 60  # from the last page
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "collabgov.views.csrf_failure"

# --- one cache for all workers: it counts attempts, so nothing may be thrown out early ----------
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "site_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

# --- allauth: accounts --------------------------------------------------------------------------
ACCOUNT_ADAPTER = "actors.accounts.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]  # closed: accounts come by invitation
ACCOUNT_EMAIL_VERIFICATION = "none"  # who invites knows the address; the link in the mail proves it
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_RATE_LIMITS = {
    "login": "120/m/ip",  # every try, the right ones too: what one address may cost us
    "login_failed": "10/5m/key",  # of one account; devices it knows are counted apart
    "login_spray": "30/5m/ip",  # of all accounts, from an address that knows none of them
    "reset_password": "20/h/ip,5/15m/key",
    "reset_password_from_key": "20/m/ip",
    "change_password": "5/m/user",
    "reauthenticate": "10/5m/user",
    "calendar_feed": "60/h/key",  # one address of a calendar, read by its programs
    "calendar_feed_missed": "20/5m/ip",  # addresses of calendars that open nothing
    "service_slip": "60/h/key",  # the page of one slip
    "service_slip_missed": "20/5m/ip",  # keys of slips that open nothing
}

# Whether an account exists must not show in how long its mail takes.
MAIL_APART = True

# --- the second factor --------------------------------------------------------------------------
MFA_ADAPTER = "actors.accounts.factor_adapter.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = True  # see ACCOUNT_EMAIL_VERIFICATION
MFA_PASSKEY_LOGIN_ENABLED = False  # a passkey is the second factor, never the only one
MFA_PASSKEY_SIGNUP_ENABLED = False
MFA_TOTP_TOLERANCE = 1  # a clock that is half a minute off
MFA_WEBAUTHN_USER_VERIFICATION = "preferred"
# Coordinators, admins and auditors set up a second factor before anything else.
MFA_REQUIRED = env.bool("MFA_REQUIRED", True)

# --- sessions of one's own devices: seen at most once a minute (actors.accounts.sessions) ---------
USERSESSIONS_TRACK_ACTIVITY = False

# --- single sign-on -------------------------------------------------------------------------------
OIDC_ISSUER = env.str("OIDC_ISSUER", "").rstrip("/")
OIDC_PROVIDER_ID = "sso"
OIDC_NAME = env.str("OIDC_NAME", "") or "SSO"
OIDC_CREATE_ACCOUNTS = env.bool("OIDC_CREATE_ACCOUNTS", False)
OIDC_ROLE_CLAIM = env.str("OIDC_ROLE_CLAIM", "")
OIDC_ROLE_MAP = env.dict("OIDC_ROLE_MAP", default={})  # their word=our role, comma separated
SOCIALACCOUNT_ADAPTER = "actors.accounts.sso.SingleSignOnAdapter"
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_LOGIN_ON_GET = False
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False  # matched in actors.accounts.sso, verified only
SOCIALACCOUNT_OPENID_CONNECT_URL_PREFIX = "oidc"
SOCIALACCOUNT_REQUESTS_TIMEOUT = 10
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": OIDC_PROVIDER_ID,
                "name": OIDC_NAME,
                "client_id": env.str("OIDC_CLIENT_ID", ""),
                "secret": env.str("OIDC_CLIENT_SECRET", ""),
                "settings": {"server_url": OIDC_ISSUER, "oauth_pkce_enabled": True},
            }
        ]
        if OIDC_ISSUER
        else [],
    }
}
