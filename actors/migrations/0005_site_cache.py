"""The table of the cache that all workers share. Unlogged: what it counts may be lost in a crash."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("actors", "0004_the_trail")]
    # Their tables point at accounts, and ask only for the first migration here, which has none.
    run_before = [
        ("account", "0001_initial"),
        ("mfa", "0001_initial"),
        ("socialaccount", "0001_initial"),
        ("usersessions", "0001_initial"),
    ]
    operations = [
        migrations.RunSQL(
            """
            CREATE UNLOGGED TABLE site_cache (
                cache_key varchar(255) PRIMARY KEY,
                value text NOT NULL,
                expires timestamp with time zone NOT NULL
            );
            CREATE INDEX site_cache_expires ON site_cache (expires);
            """,
            "DROP TABLE site_cache",
        )
    ]
