"""DATABASE_URL, or the embedded PostgreSQL when there is none."""

from collabgov.embedded.cluster import ROLE, SITE_ROLE
from collabgov.private_files import private_file

# A page that waits longer than this helps nobody; long jobs set their own (docs/operations.md).
LIMITS = {
    "statement_timeout": 15_000,
    "lock_timeout": 5_000,
    "idle_in_transaction_session_timeout": 60_000,
    # Compiling a page's query takes longer than running it: with many joins and no statistics yet
    # it has taken seconds.
    "jit": "off",
}
# As many connections as a worker has threads, or threads would queue; a short queue, then a 503.
POOL = {"min_size": 2, "max_size": 8, "timeout": 5}


def local_secret(folder):
    """The secret of this checkout, made once, readable by its owner only."""
    return private_file(folder / "secret_key")


def database_config(env, folder, *, durable=True):
    """Django's DATABASES entry: the server DATABASE_URL names, else the embedded one."""
    if env.str("DATABASE_URL", ""):
        config = env.db_url("DATABASE_URL")
    else:
        config = embedded(folder, durable=durable, role=SITE_ROLE if durable else ROLE)
    limits = LIMITS | {"statement_timeout": env.int("DB_STATEMENT_TIMEOUT_MS", 15_000)}
    options = " ".join(f"-c {name}={value}" for name, value in limits.items())
    config["CONN_HEALTH_CHECKS"] = True
    config["OPTIONS"] = {"options": options, "pool": dict(POOL)} | config.get("OPTIONS", {})
    return config


def owner_config(env, folder):
    """The same database as the role that owns the tables and migrates; None: there is one role."""
    if env.str("DATABASE_OWNER_URL", ""):
        return env.db_url("DATABASE_OWNER_URL")
    return None if env.str("DATABASE_URL", "") else embedded(folder, durable=True, role=ROLE)


def embedded(folder, *, durable, role):
    """PostgreSQL's programs from the wheel under our own supervisor; joined when first asked."""
    return {
        "ENGINE": "collabgov.embedded.backend",
        "NAME": "collabgov",
        "EMBEDDED_FOLDER": str(folder / ("postgres" if durable else "test")),
        "EMBEDDED_DURABLE": durable,
        "EMBEDDED_ROLE": role,
    }
