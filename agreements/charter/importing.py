"""Parties of one collaboration in a spreadsheet."""

from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from actors.importing.fields import (
    FOR_NEW,
    ChoiceCell,
    DayCell,
    ImportField,
    LookupCell,
    record_number,
)
from actors.importing.lookups import Organizations, Regions
from actors.importing.registry import ImportKind, register
from actors.importing.resources import TableResource
from actors.organizations.models import Organization
from actors.regions.models import Region
from actors.search.models import Abbreviation
from agreements.charter import transitions
from agreements.charter.kinds import Basis, Voice
from agreements.charter.models import Collaboration, Party, PartyChange
from agreements.charter.states import PartyState
from agreements.charter.transitions.locking import lock_open

ROLE = ("basis", "voice", "starts_on")
FIRST_STATES = (PartyState.PROSPECT, PartyState.INVITED, PartyState.ACTIVE)
FIRST_NAMES = format_lazy("{} · {} · {}", *(state.label for state in FIRST_STATES))


class PartyResource(TableResource):
    """The parties of `subject`; those that left are its past and not in the table."""

    pk = record_number(hint=FOR_NEW)
    organization_id = ImportField(
        "organization_id",
        gettext_lazy("organization"),
        widget=LookupCell(),
        required=True,
        aliases=("instansi", "nama", "name", "nama instansi"),
        hint=gettext_lazy("Its name; of several of a name, with the region in brackets."),
    )
    basis = ImportField("basis", gettext_lazy("basis"), widget=ChoiceCell(Basis))
    voice = ImportField("voice", gettext_lazy("voice"), widget=ChoiceCell(Voice))
    state = ImportField(
        "state",
        gettext_lazy("state"),
        widget=ChoiceCell(PartyState),
        hint=format_lazy(gettext_lazy("Of a new party: {choices}."), choices=FIRST_NAMES),
    )
    starts_on = ImportField(
        "starts_on", gettext_lazy("takes part since"), widget=DayCell(), aliases=("sejak", "since")
    )

    model = Party
    looks_at = (Collaboration, Party, Organization, Region, Abbreviation)
    companions = (PartyChange,)
    keeps_by_name = gettext_lazy("An empty cell leaves what stands.")

    def prepare(self):
        self.known = Organizations(Regions())
        place = self.fields["organization_id"].widget
        place.find = lambda text: self.known.find(text).pk
        place.render_one = lambda pk: self.known.label(self.known.by_pk[pk])

    def match(self, plans):
        rows = Party.objects.filter(collaboration=self.subject).exclude(state=PartyState.LEFT)
        by_organization = {party.organization_id: party.pk for party in rows}
        places = {pk: organization for organization, pk in by_organization.items()}
        self.in_use = set(Organization.objects.active().values_list("pk", flat=True))
        claims = {}
        for plan in plans:
            pk = plan.values.pop("pk", None)
            if pk is not None and pk not in places:
                text = _("There is no party with the number %(pk)s here.")
                self.complain(plan, "pk", text % {"pk": pk})
            organization = plan.values.get("organization_id")
            plan.pk = pk if pk in places else by_organization.get(organization)
            if plan.pk and organization and places[plan.pk] != organization:
                text = _("The party of this number is another organization.")
                self.complain(plan, "organization_id", text)
            if plan.pk or organization:
                self.claim(plan, plan.pk or -organization, claims)
            self._settle(plan)

    def _settle(self, plan):
        """What an empty cell means, for a new party and for one that stands."""
        for name in ("basis", "voice", "state", "starts_on"):
            if not plan.values.get(name):
                plan.values.pop(name, None)
        if plan.pk is not None:
            return
        if "organization_id" not in self.columns:
            self.complain(plan, "organization_id", _("This column is missing in the file."))
        defaults = {"basis": Basis.VOLUNTARY.value, "voice": Voice.DECIDES.value}
        defaults |= {"state": PartyState.ACTIVE.value}
        defaults |= {"starts_on": transitions.usual_start(self.subject)}
        plan.values = {**defaults, **plan.values}

    def compare(self, plan, instance):
        old_state = instance.state
        super().compare(plan, instance)
        organization = plan.values.get("organization_id")
        if plan.pk and plan.values.get("state", old_state) != old_state:
            self.complain(plan, "state", _("The state of a party is changed on its own page."))
        if plan.pk is None and organization and organization not in self.in_use:
            text = _("This organization is no longer active in the register.")
            self.complain(plan, "organization_id", text)
        if plan.pk is None and plan.values["state"] not in FIRST_STATES:
            text = _("Of a new party: {choices}.").format(choices=FIRST_NAMES)
            self.complain(plan, "state", text)

    def title_of(self, plan, instance):
        known = self.known.by_pk.get(instance.organization_id)
        return known.name if known else ""

    def standing(self, pks):
        return Party.objects.select_related("organization").in_bulk(pks)

    def apply(self, plan, *, by):
        lock_open(self.subject.pk)
        organizations = Organization.objects.in_bulk(
            [row.values["organization_id"] for row in plan.of("new")]
        )
        for row in plan.of("new"):
            fields = dict(row.values)
            organization = organizations[fields.pop("organization_id")]
            party = transitions.add_party(
                collaboration=self.subject, organization=organization, by=by, **fields
            )
            yield party, None
        standing = self.standing([row.pk for row in plan.of("changed")])
        for row in plan.of("changed"):
            was = standing[row.pk]
            role = {name: row.values.get(name, getattr(was, name)) for name in ROLE}
            party = transitions.edit_party(party=was, by=by, version=row.version, **role)
            yield party, was


register(
    ImportKind(
        key="parties",
        label=gettext_lazy("Parties"),
        icon="people",
        resource=PartyResource,
        rule_name="agreements.edit_charter",
        list_url=lambda subject: reverse("agreements:collaboration-parties", args=[subject.pk]),
        find_subject=lambda pk: Collaboration.objects.get(pk=pk),
        subjects_of=lambda user: Collaboration.objects.coordinated_by(user).values("pk"),
    )
)
