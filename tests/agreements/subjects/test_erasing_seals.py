"""After an erasure the audit trail verifies again, and its chain says that it was changed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from actors.audit.erasing import is_erasure
from actors.audit.seals import seal_days
from actors.audit.verifying import differences
from actors.models import AuditSeal
from agreements.subjects import erasing
from tests.factories.actors import AppointmentFactory

pytestmark = pytest.mark.django_db


def test_an_erased_person_leaves_a_trail_that_verifies():
    post = AppointmentFactory(person__full_name="Kenarikuning")
    post.ends_on = timezone.localdate() - timedelta(days=1)
    post.save()
    *_earlier, old = seal_days(now=timezone.now(), with_today=True)
    done = erasing.erase(post.person)
    assert list(differences(head=old.digest)) == []
    again = AuditSeal.objects.last()
    assert is_erasure(again)
    assert again.reason == f"Personal data erased: {done.label}"
