"""Commitments as a table for a file."""

from django.utils.translation import gettext_lazy as _

from actors.importing.exporting import columns_of

commitment_table = columns_of(
    (_("code"), lambda commitment: commitment.code),
    (_("what is promised"), lambda commitment: commitment.promise),
    (_("organization"), lambda commitment: commitment.organization.name),
    (_("person"), lambda commitment: commitment.person),
    (_("promised on"), lambda commitment: commitment.made_on),
    (_("due"), lambda commitment: commitment.due_on),
    (_("first due"), lambda commitment: commitment.original_due_on),
    (_("state"), lambda commitment: commitment.get_state_display()),
    (_("reported done on"), lambda commitment: commitment.reported_done_on),
    (_("confirmed on"), lambda commitment: commitment.confirmed_on),
    (_("collaboration"), lambda commitment: commitment.collaboration.title),
    (_("meeting"), lambda commitment: commitment.meeting and commitment.meeting.title),
    (_("agreement"), lambda commitment: commitment.clause and commitment.clause.agreement.title),
    (_("confidential"), lambda commitment: _("yes") if commitment.is_confidential else _("no")),
)
