"""Whatever people try to link, following the arrows never leads back."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agreements.goals import transitions
from agreements.goals.kinds import ResultKind
from tests.factories.actors import UserFactory
from tests.factories.goals import ResultFactory, TheoryOfChangeFactory

MANY = 6


def ends_somewhere(links):
    """Whether taking away what nothing leads to, again and again, leaves nothing: no circle."""
    links = set(links)
    while links:
        effects = {effect for _cause, effect in links}
        left = {(cause, effect) for cause, effect in links if cause in effects}
        if left == links:
            return False
        links = left
    return True


@pytest.mark.django_db
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    kinds=st.lists(st.sampled_from(ResultKind.values), min_size=MANY, max_size=MANY),
    tries=st.lists(
        st.tuples(st.integers(0, MANY - 1), st.integers(0, MANY - 1)), min_size=5, max_size=25
    ),
)
def test_random_links_never_make_a_circle(db, kinds, tries):
    theory = TheoryOfChangeFactory()
    by = UserFactory()
    steps = [ResultFactory(theory=theory, kind=kind) for kind in kinds]
    linked = set()  # the same link twice is one
    for cause, effect in tries:
        try:
            transitions.link(
                theory=theory, cause=steps[cause], effect=steps[effect], assumption="x", by=by
            )
        except ValidationError:
            continue
        linked.add((steps[cause].pk, steps[effect].pk))
    links = list(theory.links.values_list("cause_id", "effect_id"))
    assert sorted(links) == sorted(linked)
    assert ends_somewhere(links)
    order = list(ResultKind.values)
    for link in theory.links.select_related("cause", "effect"):
        assert order.index(link.cause.kind) <= order.index(link.effect.kind)


@pytest.mark.django_db
@pytest.mark.usefixtures("in_english")
def test_a_circle_of_three_is_named():
    theory, by = TheoryOfChangeFactory(), UserFactory()
    a, b, c = [ResultFactory(theory=theory, kind="outcome", title=name) for name in "ABC"]
    for cause, effect in ((a, b), (b, c)):
        transitions.link(theory=theory, cause=cause, effect=effect, assumption="x", by=by)
    with pytest.raises(ValidationError, match="circle"):
        transitions.link(theory=theory, cause=c, effect=a, assumption="x", by=by)
    transitions.link(theory=theory, cause=a, effect=c, assumption="x", by=by)


@pytest.mark.django_db
def test_a_result_does_not_lead_to_itself():
    theory, by = TheoryOfChangeFactory(), UserFactory()
    step = ResultFactory(theory=theory)
    with pytest.raises(ValidationError):
        transitions.link(theory=theory, cause=step, effect=step, assumption="x", by=by)


@pytest.mark.django_db
@pytest.mark.usefixtures("in_english")
def test_what_changes_never_leads_back_to_what_is_done_also_without_a_circle():
    theory, by = TheoryOfChangeFactory(), UserFactory()
    late, early = (ResultFactory(theory=theory, kind=kind) for kind in ("outcome", "action"))
    with pytest.raises(ValidationError, match="cannot lead back"):
        transitions.link(theory=theory, cause=late, effect=early, assumption="x", by=by)
