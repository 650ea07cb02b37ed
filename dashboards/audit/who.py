"""Who did it, as they were on that day."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from actors.accounts.models import SiteRole
from actors.models import Invitation, Organization, User
from dashboards.audit.names import account_name


@dataclass(frozen=True)
class Who:
    """Whoever did it: the role and organization are those of that day."""

    name: str
    email: str = ""
    role: str = ""
    organization: str = ""
    is_person: bool = True


def who_of_row(context, names, may_see_addresses):
    user = names.record(User, context.get("user"))
    if user is None:
        return _invited(context, names, may_see_addresses) or _nobody(context)
    organization = context.get("organization")
    role = context.get("role")
    return Who(
        name=names.of(User, user.pk),
        email=user.email if may_see_addresses else "",
        role=str(SiteRole(role).label) if role in SiteRole.values else "",
        organization=names.of(Organization, organization) if organization else "",
    )


def _invited(context, names, may_see_addresses):
    """Who opened their own account with an invitation; they were nobody until then."""
    invitation = names.record(Invitation, context.get("invitation"))
    if invitation is None:
        return None
    email = invitation.email if may_see_addresses else ""
    return Who(name=_("%s, by opening the new account") % invitation.person, email=email)


def _nobody(context):
    """A command or job; somebody who was not signed in; or a hand on the database itself."""
    if context.get("user"):
        return Who(name=_("An account that is gone (%s)") % context["user"])
    if context.get("command"):
        return Who(name=_("The system (%s)") % context["command"], is_person=False)
    if context.get("request"):
        return Who(name=_("Somebody not signed in"), is_person=False)
    return Who(name=_("The system"), is_person=False)


def want_who(context, names):
    names.want(User, context.get("user"))
    names.want(Invitation, context.get("invitation"))
    names.want(Organization, context.get("organization"))


def who_of_event(event, may_see_addresses):
    """Events of the log say it themselves."""
    is_site = event.path or event.ip
    stranger = _("Somebody not signed in") if is_site else _("The system")
    return Who(
        name=account_name(event.user_label, event.user_email, may_see_addresses) or stranger,
        email=event.user_email if may_see_addresses else "",
        role=str(SiteRole(event.user_role).label) if event.user_role in SiteRole.values else "",
        organization=event.organization_label,
        is_person=event.user_id is not None,
    )
