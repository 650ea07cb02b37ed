"""Lists that may be long: a capped count, page numbers from strangers."""

import pytest
from django.utils import translation

from actors.models import Person
from collabgov.kit.pages import CappedCount, CappedPaginator, TolerantPaginator, capped_count
from tests.factories.actors import PersonFactory


@pytest.fixture
def people(db):
    PersonFactory.create_batch(6)
    return Person.objects.order_by("pk")


def test_a_count_stops_at_its_limit(people, django_assert_num_queries):
    with django_assert_num_queries(1) as captured:
        few = capped_count(people, limit=10)
    assert "LIMIT 11" in captured.captured_queries[0]["sql"]
    many = capped_count(people, limit=5)
    assert (few.number, few.has_more, str(few)) == (6, False, "6")
    assert (many.number, many.has_more, str(many)) == (5, True, "5+")
    assert not capped_count(people.none())


@pytest.mark.parametrize(("language", "words"), [("id", "1.000+"), ("en", "1,000+")])
def test_a_capped_count_is_written_as_the_reader_writes(language, words):
    with translation.override(language):
        assert str(CappedCount(1000, has_more=True)) == words


def test_pages_end_where_the_count_ends(people, monkeypatch):
    monkeypatch.setattr("collabgov.kit.pages.COUNT_UP_TO", 5)
    paginator = CappedPaginator(people, 2)
    assert paginator.total.has_more
    assert (paginator.count, paginator.num_pages) == (5, 3)
    assert len(paginator.page(99).object_list) == 1


@pytest.mark.parametrize(("asked", "given"), [(None, 1), ("x", 1), ("-4", 1), ("2", 2), ("99", 3)])
def test_any_page_number_is_some_page(people, asked, given):
    assert TolerantPaginator(people, 2).page(asked).number == given
