"""DATABASE_URL, or the embedded PostgreSQL when there is none."""

import secrets


def local_secret(folder):
    """The secret of this checkout, made once, readable by its owner only."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / "secret_key"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(60))
    return path.read_text().strip()


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
