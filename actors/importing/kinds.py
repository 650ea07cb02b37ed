"""The imports of this app: organizations and people."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from actors.importing.organizations import OrganizationResource
from actors.importing.people import PersonResource
from actors.importing.registry import ImportKind, register

register(
    ImportKind(
        key="organizations",
        label=_("Organizations"),
        icon="building",
        resource=OrganizationResource,
        rule_name="actors.manage_register",
        list_url=lambda subject: reverse("actors:organization-list"),
        command="import_organizations",
    )
)
register(
    ImportKind(
        key="people",
        label=_("People"),
        icon="people",
        resource=PersonResource,
        rule_name="actors.manage_register",
        list_url=lambda subject: reverse("actors:person-list"),
        command="import_people",
    )
)
