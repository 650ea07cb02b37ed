"""What stands in every table, so that a test can say: exactly as before."""

from django.apps import apps
from django.db import connection

LEFT_OUT = {"version", "updated_at"}  # they count changes, there and back
# The trail, and what a merge writes about itself.
OWN = {"actors.accessevent", "actors.merge", "actors.suggestedpair", "actors.notduplicate"}


def contents():
    """Every row of every table of the site, as text, by table."""
    tables = {}
    with connection.cursor() as cursor:
        for model in _models():
            columns = [
                f'"{field.column}"'
                for field in model._meta.concrete_fields
                if field.name not in LEFT_OUT
            ]
            cursor.execute(f'SELECT {", ".join(columns)} FROM "{model._meta.db_table}" ORDER BY 1')
            tables[model._meta.label_lower] = cursor.fetchall()
    return tables


def _models():
    for label in ("actors", "agreements"):
        for model in apps.get_app_config(label).get_models():
            is_trail = any(field.name == "pgh_id" for field in model._meta.fields)
            if model._meta.label_lower not in OWN and not is_trail:
                yield model
