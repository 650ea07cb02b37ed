"""What the tests of dashboards share: a day, and what a page counts."""

import datetime as dt

import pytest
from django.utils import timezone

from agreements.models import Collaboration
from dashboards.sight import Sight
from tests.html import soup_of


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def sight_of(db):
    """Look at some collaborations as a user who may see them."""

    def sight_of(user, *collaborations, today=None):
        wanted = [collaboration.pk for collaboration in collaborations]
        seen = Collaboration.objects.visible_to(user).filter(pk__in=wanted)
        return Sight.of(user, seen.for_list(), today=today)

    return sight_of


@pytest.fixture
def page(client):
    """Open a page and return it as soup."""

    def page(url):
        response = client.get(url)
        assert response.status_code == 200
        return soup_of(response)

    return page


@pytest.fixture
def ago(today):
    return lambda days: today - dt.timedelta(days=days)
