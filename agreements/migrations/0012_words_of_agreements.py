"""One row of words for each agreement: triggers keep it, the search of the register reads it."""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models

# What stands between words: without it "119/PKS/2023" and "dan/atau" are found by each part.
PLAIN = r"translate(%s, '/\-_.:@&=#+', '           ')"
HEADING = PLAIN % "concat_ws(' ', of.title, of.subject)"
ALL = PLAIN % "concat_ws(' ', filed.numbers, of.title, of.subject, clauses.said)"
LONGEST = 150_000  # letters: more words than the database keeps in one place

KEEP = f"""
CREATE FUNCTION agreements_words_of(wanted bigint[])
RETURNS TABLE (about bigint, heading tsvector, words tsvector, numbers text)
LANGUAGE sql STABLE AS $$
    SELECT of.id,
        to_tsvector('simple', {HEADING}) || to_tsvector('indonesian', {HEADING}),
        strip(to_tsvector('simple', whole.said) || to_tsvector('indonesian', whole.said)),
        filed.numbers
    FROM agreements_agreement of
    CROSS JOIN LATERAL (
        SELECT lower(concat_ws(' ', of.number, string_agg(own_number, ' ' ORDER BY position)))
            AS numbers
        FROM agreements_agreementparty WHERE agreement_id = of.id AND own_number <> ''
    ) filed
    CROSS JOIN LATERAL (
        SELECT string_agg(concat_ws(' ', number, text), ' ' ORDER BY position, id) AS said
        FROM agreements_clause WHERE agreement_id = of.id AND NOT is_removed
    ) clauses
    CROSS JOIN LATERAL (SELECT left({ALL}, {LONGEST}) AS said) whole
    WHERE of.id = ANY(wanted)
$$;

CREATE FUNCTION agreements_keep_words(changed bigint[]) RETURNS void LANGUAGE sql AS $$
    UPDATE agreements_agreementwords kept
    SET heading = now.heading, words = now.words, numbers = now.numbers
    FROM agreements_words_of(changed) now WHERE kept.agreement_id = now.about
$$;

CREATE FUNCTION agreements_words_begin() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO agreements_agreementwords (agreement_id, heading, words, numbers)
    SELECT * FROM agreements_words_of(ARRAY(SELECT id FROM new_rows));
    RETURN NULL;
END
$$;
CREATE TRIGGER words_begin AFTER INSERT ON agreements_agreement
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION agreements_words_begin();
"""
STOP = """
DROP TRIGGER words_begin ON agreements_agreement;
DROP FUNCTION agreements_words_begin;
DROP FUNCTION agreements_keep_words;
DROP FUNCTION agreements_words_of
"""
# Of each table: which agreement a row is about, and the columns whose words count.
TABLES = {
    "agreement": ("id", ("number", "title", "subject")),
    "agreementparty": ("agreement_id", ("own_number",)),
    "clause": ("agreement_id", ("number", "text", "is_removed", "position")),
}
ROWS = {
    "insert": ("NEW TABLE AS new_rows", "SELECT {about} FROM new_rows"),
    "delete": ("OLD TABLE AS old_rows", "SELECT {about} FROM old_rows"),
    "update": (
        "OLD TABLE AS old_rows NEW TABLE AS new_rows",
        "SELECT new_rows.{about} FROM new_rows JOIN old_rows USING (id)"
        " WHERE ({new}) IS DISTINCT FROM ({old})",
    ),
}


def keeping(table, event):
    """The trigger that brings the words up to date after one kind of statement on one table."""
    about, columns = TABLES[table]
    rows, changed = ROWS[event]
    changed = changed.format(
        about=about,
        new=", ".join(f"new_rows.{column}" for column in columns),
        old=", ".join(f"old_rows.{column}" for column in columns),
    )
    name = f"agreements_words_{table}_{event}"
    return migrations.RunSQL(
        f"""
        CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM agreements_keep_words(ARRAY({changed}));
            RETURN NULL;
        END
        $$;
        CREATE TRIGGER words_{event} AFTER {event.upper()} ON agreements_{table}
            REFERENCING {rows} FOR EACH STATEMENT EXECUTE FUNCTION {name}()
        """,
        f"DROP TRIGGER words_{event} ON agreements_{table}; DROP FUNCTION {name}",
    )


# A function, for its setting: of a word that most agreements have the planner would rather read
# every row than the index, and it does not know what it costs to unpack the words of a row.
FIND = """
CREATE FUNCTION agreements_found(wanted tsquery, longest text, sought text[]) RETURNS SETOF bigint
LANGUAGE sql STABLE ROWS 5000 SET enable_seqscan = off AS $$
    SELECT agreement_id FROM agreements_agreementwords WHERE words @@ wanted
    UNION ALL
    SELECT agreement_id FROM agreements_agreementwords
    WHERE numbers LIKE longest
        AND (SELECT bool_and(strpos(numbers, word) > 0) FROM unnest(sought) AS word)
$$;
CREATE FUNCTION agreements_headed(wanted tsquery) RETURNS SETOF bigint
LANGUAGE sql STABLE ROWS 5000 SET enable_seqscan = off AS $$
    SELECT agreement_id FROM agreements_agreementwords WHERE heading @@ wanted
$$
"""
LOSE = "DROP FUNCTION agreements_found; DROP FUNCTION agreements_headed"
FILL = """
INSERT INTO agreements_agreementwords (agreement_id, heading, words, numbers)
SELECT * FROM agreements_words_of(ARRAY(SELECT id FROM agreements_agreement))
"""


class Migration(migrations.Migration):
    dependencies = [("agreements", "0011_merges_of_letterheads_are_followed")]

    operations = [
        migrations.RemoveIndex("agreement", name="agreement_words"),
        migrations.RemoveIndex("agreement", name="agreement_number_trigram"),
        migrations.RemoveIndex("clause", name="clause_words"),
        migrations.RemoveField("agreement", name="words"),
        migrations.CreateModel(
            name="AgreementWords",
            fields=[
                (
                    "agreement",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="said",
                        serialize=False,
                        to="agreements.agreement",
                    ),
                ),
                (
                    "heading",
                    django.contrib.postgres.search.SearchVectorField(
                        editable=False, verbose_name="words of title and subject"
                    ),
                ),
                (
                    "words",
                    django.contrib.postgres.search.SearchVectorField(
                        editable=False, verbose_name="all words"
                    ),
                ),
                ("numbers", models.TextField(editable=False, verbose_name="numbers")),
            ],
            options={
                "verbose_name": "words of an agreement",
                "verbose_name_plural": "words of agreements",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["words"], name="agreement_words_all", fastupdate=False
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["heading"], name="agreement_words_heading", fastupdate=False
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.indexes.OpClass("numbers", name="gin_trgm_ops"),
                        name="agreement_words_numbers",
                        fastupdate=False,
                    ),
                ],
            },
        ),
        migrations.RunSQL(KEEP, STOP),
        keeping("agreement", "update"),
        *(keeping(table, event) for table in ("agreementparty", "clause") for event in ROWS),
        migrations.RunSQL(FIND, LOSE),
        migrations.RunSQL(["SET LOCAL statement_timeout = 0", FILL], migrations.RunSQL.noop),
    ]
