"""What was checked on paper, party by party, when an agreement was signed by hand."""

from django.db import transaction
from django.utils import timezone

from agreements.instruments.kinds import SigningItem
from agreements.instruments.models import SigningCheck
from agreements.instruments.states import AFTER_WRITING
from agreements.instruments.transitions.moving import (
    lock_part,
    log,
    not_in_future,
    require_state,
    save,
)
from collabgov.kit.models import save_checked


@transaction.atomic
def check_paper(*, place, item, by, done_on=None):
    """Seen on the paper of this party; a second time only the day may change."""
    day = not_in_future(done_on or timezone.localdate(), field="done_on")
    fresh, agreement = lock_part(place)
    require_state(agreement, AFTER_WRITING)
    check = SigningCheck.objects.filter(place=fresh, item=item).first()
    if check is not None and check.done_on == day:
        return check
    check = check or SigningCheck(place=fresh, item=item, is_sample=agreement.is_sample)
    check.done_on, check.noted_by = day, by
    save_checked(check)
    save(agreement)
    log(agreement, "checked", by=by, subject=f"{SigningItem(item).value} {fresh}")
    return check


@transaction.atomic
def uncheck_paper(*, place, item, by):
    """It was noted in error."""
    fresh, agreement = lock_part(place)
    require_state(agreement, AFTER_WRITING)
    gone, _kinds = SigningCheck.objects.filter(place=fresh, item=item).delete()
    if gone:
        save(agreement)
        log(agreement, "unchecked", by=by, subject=f"{SigningItem(item).value} {fresh}")
    return agreement
