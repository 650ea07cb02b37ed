"""Agreements as a table for a file."""

from django.utils.translation import gettext_lazy as _

from actors.importing.exporting import columns_of
from agreements.instruments.waiting import waiting_of


def _parties(agreement):
    return "; ".join(place.party.organization.name for place in agreement.parties.all())


def _waits_for(agreement):
    waiting = waiting_of(agreement)
    return waiting and waiting.who


def _since(agreement):
    waiting = waiting_of(agreement)
    return waiting and waiting.since


def _over(agreement):
    waiting = waiting_of(agreement)
    return waiting and waiting.days_over


def _yes(value):
    return _("yes") if value else _("no")


agreement_table = columns_of(
    (_("number"), lambda agreement: agreement.number),
    (_("title"), lambda agreement: agreement.title),
    (_("kind"), lambda agreement: agreement.type),
    (_("collaboration"), lambda agreement: agreement.collaboration.title),
    (_("parties"), _parties),
    (_("scope of cooperation"), lambda agreement: agreement.get_scope_display()),
    (_("mandatory"), lambda agreement: _yes(agreement.is_mandatory)),
    (_("in force from"), lambda agreement: agreement.starts_on),
    (_("last day"), lambda agreement: agreement.ends_on),
    (_("review on"), lambda agreement: agreement.review_on),
    (_("signed on"), lambda agreement: agreement.signed_on),
    (_("state"), lambda agreement: agreement.get_state_display()),
    (_("stage"), lambda agreement: agreement.stage),
    (_("waits for"), _waits_for),
    (_("waits since"), _since),
    (_("days longer than the stage may take"), _over),
    (_("over since"), lambda agreement: agreement.over_on),
    (_("source"), lambda agreement: agreement.source_note),
)
