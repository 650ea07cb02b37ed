"""After answers were moved: what PostgreSQL keeps of deleted rows goes as well.

A deleted row stays in the file of its table until VACUUM; FREEZE, besides, takes the numbers of
transactions out of use. The owner of the tables may do it, and from PostgreSQL 17 on the role of
the pages (see `collabgov.roles.guard`): so it is done as soon as somebody closes a wave, and once
more each night.
"""

import logging
import time

from django.db import DatabaseError, connection

from agreements.motivation.models import PulseSpool, PulseTurn, PulseWave
from collabgov.roles import tables

logger = logging.getLogger(__name__)

FORGET = (PulseSpool, PulseTurn, PulseWave)  # what lay here leads from an answer to a person
# Somebody else's statement that began before may still look at what was deleted: mostly it is over
# in a moment, and a dump is not.
PAUSES = (0, 0.1, 0.4, 1)  # seconds
OWNS = "pg_has_role(relowner, 'USAGE')"
KEEPS = "has_table_privilege(oid, 'MAINTAIN')"  # known to PostgreSQL 17 and later
# Pages of which VACUUM knows that they hold nothing but what everybody may see.
CLEAN = """
    SELECT bool_and(relallvisible >= relpages) FROM pg_class
    WHERE oid = ANY(%(tables)s::regclass[]) OR oid IN (
        SELECT reltoastrelid FROM pg_class WHERE oid = ANY(%(tables)s::regclass[])
    )
"""


def may_tidy():
    """Whether whoever asks may; PostgreSQL itself would only mumble and do nothing."""
    with connection.cursor() as cursor:
        may = KEEPS if connection.pg_version >= tables.MAINTAIN_SINCE else OWNS
        question = f"SELECT bool_and({may}) FROM pg_class WHERE oid = ANY(%s::regclass[])"
        cursor.execute(question, [tables.cleaned()])
        return cursor.fetchone()[0]


def tidy():
    """Outside of any transaction; whether all is clean now."""
    return any(_tried(pause) for pause in PAUSES)


def _tried(pause):
    time.sleep(pause)
    with connection.cursor() as cursor:
        for table in tables.cleaned():
            cursor.execute(f"VACUUM (FREEZE) {connection.ops.quote_name(table)}")
    return is_clean()


def is_clean():
    """Right after cleaning: whether nothing deleted is left where answers and people lay beside
    each other."""
    with connection.cursor() as cursor:
        cursor.execute(CLEAN, {"tables": [model._meta.db_table for model in FORGET]})
        return cursor.fetchone()[0]


def tidy_now():
    """At once, as the role of the pages; whether all is clean now.

    Where it is not (no right to it, or somebody else still reads) the night makes it good. What
    was closed stays closed, whatever becomes of this.
    """
    try:
        return may_tidy() and tidy()
    except DatabaseError as error:
        logger.warning("The tables of the pulse were not cleaned: %s", type(error).__name__)
        return False
