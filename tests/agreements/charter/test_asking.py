"""Facts about a reader are asked once for a page, and anew for every verb."""

import pytest

from agreements.charter.asking import asked_once
from agreements.charter.rules import is_coordinator_of, is_member_of
from tests.factories.charter import CollaborationFactory, CoordinatorFactory, member_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def collaboration():
    return CollaborationFactory()


def test_within_a_page_one_question_has_one_answer(collaboration, django_assert_num_queries):
    user = member_of(collaboration)
    assert user.person_id
    with asked_once(), django_assert_num_queries(1):
        assert is_member_of(user, collaboration)
        assert is_member_of(user, collaboration.pk)


def test_another_reader_collaboration_or_question_has_an_answer_of_its_own(collaboration):
    user, elsewhere = member_of(collaboration), CollaborationFactory()
    other = member_of(elsewhere)
    with asked_once():
        assert is_member_of(user, collaboration)
        assert not is_member_of(other, collaboration)
        assert not is_member_of(user, elsewhere)
        assert not is_coordinator_of(user, collaboration)


def test_outside_of_a_page_every_question_is_asked_anew(collaboration):
    user = member_of(collaboration)
    with asked_once():
        assert not is_coordinator_of(user, collaboration)
    CoordinatorFactory(collaboration=collaboration, person=user.person)
    assert is_coordinator_of(user, collaboration)
    with asked_once():
        assert is_coordinator_of(user, collaboration)
