"""DATABASE_URL, or the embedded PostgreSQL when there is none."""

from collabgov.private_files import private_file


def local_secret(folder):
    """The secret of this checkout, made once, readable by its owner only."""
    return private_file(folder / "secret_key")


def database_config(env, folder):
    """Django's DATABASES entry for the server that DATABASE_URL names."""
    config = env.db_url("DATABASE_URL")
    config.setdefault("OPTIONS", {})
    config["CONN_HEALTH_CHECKS"] = True
    config["OPTIONS"] |= {
        "pool": {"min_size": 2, "max_size": 8, "timeout": 5},
        "options": "-c statement_timeout=15000 -c lock_timeout=5000",
    }
    return config
