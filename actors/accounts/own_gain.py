"""Nobody gives themself rights in a collaboration by what they may do as an admin.

Which people and organizations carry such rights other apps say, as `duties` explains.
"""

from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from actors.accounts.models import User
from actors.organizations.models import Organization
from actors.people.models import Person
from collabgov.kit.errors import Refused

OWN_AFFAIR = gettext_noop(
    "This is about yourself or your own organization: another admin must do it."
)

Question = Callable[[Person | None, Organization | None], bool]
_questions: dict[str, Question] = {}


def register_rights(name: str, question: Question) -> None:
    """Whether such a person or organization carries rights; safe to call twice."""
    _questions[name] = question


def refuse_own_gain(
    *, by: User, account: User, person: Person | None, organization: Organization | None
) -> None:
    """Refused when it is one's own account, and what is new about it carries rights."""
    if by.pk != account.pk:
        return
    new_person = person if person is not None and person.pk != account.person_id else None
    is_elsewhere = organization is not None and organization.pk != account.organization_id
    new_organization = organization if is_elsewhere else None
    if any(question(new_person, new_organization) for question in _questions.values()):
        raise Refused(_(OWN_AFFAIR))
