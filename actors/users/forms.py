"""Narrowing the list of accounts, and what an admin may change about one."""

from datetime import timedelta

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actors.accounts.forms import bare_helper
from actors.accounts.models import SiteRole
from actors.organizations.choosing import ChoosingFormMixin, OrganizationField
from actors.organizations.models import Organization
from actors.people.choosing import PersonField
from actors.people.models import Person
from actors.search.filters import RegisterFilter, in_use, only_pk
from collabgov.kit.forms import LONGEST_REASON, PlacedErrorsMixin

MOST_ORGANIZATIONS = 300
QUIET = timedelta(days=90)
ALL = ("", _("All"))
ACTIVE = [("", _("Active")), ("0", _("Deactivated")), ("all", _("All"))]
SIGNED_IN = [ALL, ("never", _("Never signed in")), ("quiet", _("Not for 90 days"))]
FACTOR = [ALL, ("1", _("Set up")), ("0", _("Not set up"))]


class AccountFilter(RegisterFilter):
    """What the list of accounts can be narrowed to."""

    q = forms.CharField(
        label=_("Search"), required=False, help_text=_("Name, email or organization.")
    )
    role = forms.ChoiceField(label=_("Role"), required=False, choices=[ALL, *SiteRole.choices])
    organization = forms.ModelChoiceField(
        label=_("Organization"),
        queryset=Organization.objects.none(),
        required=False,
        empty_label=_("All"),
    )
    active = forms.ChoiceField(label=_("Show"), required=False, choices=ACTIVE)
    signed_in = forms.ChoiceField(label=_("Last sign-in"), required=False, choices=SIGNED_IN)
    factor = forms.ChoiceField(label=_("Second factor"), required=False, choices=FACTOR)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        holders = Organization.objects.filter(users__isnull=False).order_by("name", "pk")
        first = holders.distinct().values("pk")[:MOST_ORGANIZATIONS]
        asked = only_pk(self.data.get("organization", ""))
        self.fields["organization"].queryset = Organization.objects.filter(Q(pk__in=first) | asked)

    def narrow(self, rows):
        asked = self.asked
        rows = in_use(rows, asked.get("active", ""))
        rows = rows.filter(
            **{name: asked[name] for name in ("role", "organization") if name in asked}
        )
        if "factor" in asked:
            rows = rows.filter(has_factor=asked["factor"] == "1")
        if "signed_in" in asked:
            rows = self._quiet(rows, asked["signed_in"])
        return rows.search(asked.get("q", ""))

    def _quiet(self, rows, asked):
        if asked == "never":
            return rows.filter(last_login=None)
        since = timezone.localdate() - QUIET
        return rows.filter(Q(last_login=None) | Q(last_login__date__lt=since))


class ReasonForm(PlacedErrorsMixin, forms.Form):
    """Why: it stands beside the change in the audit trail."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Kept in the audit trail, beside your name."),
    )

    def __init__(self, *args, account=None, **kwargs):
        self.account = account
        super().__init__(*args, **kwargs)
        self.helper = bare_helper(*self.order)

    order = ("reason",)


class RoleForm(ReasonForm):
    """The site role of an account."""

    role = forms.ChoiceField(label=_("Role"), choices=SiteRole.choices, widget=forms.RadioSelect)
    order = ("role", "reason")


class LinkForm(ChoosingFormMixin, ReasonForm):
    """Which person the account is of, and which organization it stands for."""

    person = PersonField(label=_("Person"), queryset=Person.objects.none())
    organization = OrganizationField(
        label=_("Organization"), queryset=Organization.objects.none(), required=False
    )
    order = ("person", "organization", "reason")

    def __init__(self, *args, account, **kwargs):
        super().__init__(*args, account=account, **kwargs)
        free = Person.objects.active().filter(user=None)
        own = Person.objects.filter(pk=account.person_id)
        self.fields["person"].queryset = Person.objects.filter(
            Q(pk__in=free.values("pk")) | Q(pk__in=own.values("pk"))
        )
        self.fields["organization"].queryset = (
            Organization.objects.active() | Organization.objects.filter(pk=account.organization_id)
        )
