"""What is worth a look before an agreement is signed; said, never refused."""

from datetime import timedelta

from django.utils import formats
from django.utils.translation import gettext as _

from agreements.instruments.family import last_day_of
from agreements.instruments.kinds import DocumentRole
from agreements.instruments.states import OPEN_AMENDMENT, PREPARING
from agreements.instruments.wire import unpacked


def hints_of(agreement):
    """One sentence for each thing that looks forgotten; empty once it is in force or given up."""
    if agreement.state not in PREPARING or agreement.is_registered:
        return []
    return [*_of_its_text(agreement), *_of_its_term(agreement)]


def hints_of_amendment(amendment):
    """The same of an amendment that is open: here a new last day after its parent's."""
    agreement = amendment.agreement
    last = agreement.parent.last_day if agreement.parent_id else None
    for change in amendment.changes.all() if amendment.state in OPEN_AMENDMENT else ():
        day = unpacked("ends_on", change.after) if change.field == "ends_on" else None
        if last and day and day > last:
            yield _("It holds longer than its parent agreement, which ends on %s.") % _day(last)


def _of_its_text(agreement):
    has_text = agreement.papers.filter(role=DocumentRole.TEXT, document__withdrawn_at=None).exists()
    if not has_text and not agreement.clauses.exists():
        yield _("Neither a clause nor its text is here yet.")
    if not agreement.number:
        yield _("It has no number yet.")


def _of_its_term(agreement):
    starts_on, ends_on = agreement.starts_on, agreement.ends_on
    before = last_day_of(agreement.renews) if agreement.renews_id else None
    if before and starts_on and starts_on > before + timedelta(days=1):
        words = _(
            "What it renews ends on %(last)s, and this begins on %(first)s: in between neither"
            " of them holds."
        )
        yield words % {"last": _day(before), "first": _day(starts_on)}
    last = agreement.parent.last_day if agreement.parent_id else None
    if last and ends_on and ends_on > last:
        yield _("It holds longer than its parent agreement, which ends on %s.") % _day(last)


def _day(day):
    return formats.date_format(day, "SHORT_DATE_FORMAT")
