"""Two who save the same at the same moment: the second reads a sentence, nobody an error."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from actors.models import Abbreviation, Region, User
from agreements.models import Commitment, Meeting
from collabgov.kit.models import plain_refusals, save_checked
from tests.factories.actors import AbbreviationFactory, RegionFactory
from tests.together import beside, wait_for_a_lock

UNIQUE = [
    (model, field.name)
    for model in (Abbreviation, Region, User, Meeting, Commitment)
    for field in model._meta.local_fields
    if field.unique and not field.primary_key
]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("factory", "field"), [(AbbreviationFactory, "short"), (RegionFactory, "code")]
)
def test_the_same_value_at_the_same_moment_is_refused_in_words(factory, field):
    first, second = factory.build(), factory.build()
    setattr(second, field, getattr(first, field))
    with transaction.atomic():
        save_checked(first)
        thread, raised = beside(lambda: save_checked(second))
        wait_for_a_lock()
    thread.join()
    (refusal,) = raised
    assert isinstance(refusal, ValidationError)
    assert list(refusal.message_dict) == [field]
    assert type(first).objects.filter(**{field: getattr(first, field)}).count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(("model", "name"), UNIQUE, ids=str)
def test_every_single_column_that_is_unique_has_its_sentence(model, name):
    """By the name that the database gave to the rule, whenever the column was made."""
    column = model._meta.get_field(name).column
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conname FROM pg_constraint WHERE conrelid = %s::regclass AND contype = 'u'"
            " AND conkey = ARRAY[(SELECT attnum FROM pg_attribute"
            " WHERE attrelid = conrelid AND attname = %s)]",
            [model._meta.db_table, column],
        )
        (rule,) = cursor.fetchone()
    with pytest.raises(ValidationError) as refused, plain_refusals(model):
        raise IntegrityError from Broken(rule)
    assert list(refused.value.message_dict) == [name]


class Broken(Exception):
    """The database's answer, as far as it is read."""

    def __init__(self, rule):
        self.diag = type("Diagnosis", (), {"constraint_name": rule})


@pytest.mark.django_db
def test_what_no_rule_foresaw_stays_an_error():
    with pytest.raises(IntegrityError), plain_refusals(Region):
        raise IntegrityError from Broken("some_other_rule")
