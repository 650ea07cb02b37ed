"""What records are called costs one question to a table, and no more tables than the name needs."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from collabgov.kit.audit import event_models
from dashboards.audit.names import BESIDE, Names
from tests.architecture.test_models import FACTORIES

TRACKED = sorted(
    {each.pgh_tracked_model for each in event_models()}, key=lambda each: each.__name__
)


@pytest.mark.parametrize("model", TRACKED, ids=lambda model: model.__name__)
def test_a_name_is_found_with_one_question(model, db):
    pk = FACTORIES[model]().pk
    names = Names(may_see_addresses=True)
    names.want(model, pk)
    with CaptureQueriesContext(connection) as captured:
        names.load()
        names.of(model, pk)
    assert len(captured) == 1, "\n".join(query["sql"] for query in captured)
    ways = BESIDE.get(model._meta.label_lower, ())
    assert captured[0]["sql"].count(" JOIN ") == len({way for each in ways for way in steps(each)})


def steps(way):
    """Each table on a way: `place__party` is two."""
    parts = way.split("__")
    return {"__".join(parts[: count + 1]) for count in range(len(parts))}
