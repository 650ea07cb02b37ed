"""The list of accounts as a table that leaves the site: exactly what the filter shows."""

from django.utils.translation import gettext as _

from actors.audit.recording import record_event
from actors.audit.texts import kept_filter
from collabgov.kit.spreadsheets import RESPONSES


def exported(request, rows, kind):
    """Answer with the accounts as CSV or XLSX; who took them stands in the event log."""
    accounts = list(rows)
    record_event(
        "exported",
        request=request,
        what="accounts",
        rows=len(accounts),
        format=kind,
        filters=kept_filter(request.GET),
    )
    return RESPONSES[kind](_("Accounts"), _headers(), map(_row, accounts))


def _headers():
    return [
        _("Name"),
        _("Email"),
        _("Organization"),
        _("Role"),
        _("Active"),
        _("Last sign-in"),
        _("Second factor"),
        _("Since"),
    ]


def _row(account):
    return [
        account.person.full_name if account.person else "",
        account.email,
        account.organization.name if account.organization else "",
        account.get_role_display(),
        _("Yes") if account.is_active else _("No"),
        account.last_login,
        _("Yes") if account.has_factor else _("No"),
        account.created_at,
    ]
