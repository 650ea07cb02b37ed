"""Organizations in a spreadsheet: columns, whom a row is about, twins, the tree."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from actors.importing.fields import (
    ChoiceCell,
    ImportField,
    LookupCell,
    TextCell,
    YesNoCell,
    record_number,
)
from actors.importing.lookups import Known, NotFound, Organizations, Regions, plain
from actors.importing.resources import TableResource
from actors.organizations import transitions
from actors.organizations.kinds import GovernmentLevel, OrganizationKind, Sector
from actors.organizations.models import Organization
from actors.regions.models import Region
from actors.search.models import Abbreviation
from actors.search.words import words_of

DEEPEST = 50


class OrganizationResource(TableResource):
    """The register of organizations, as a table."""

    pk = record_number()
    name = ImportField(
        "name", gettext_lazy("name"), required=True, aliases=("nama instansi", "instansi")
    )
    short_name = ImportField(
        "short_name", gettext_lazy("short name"), aliases=("singkatan", "akronim")
    )
    aliases = ImportField(
        "aliases",
        gettext_lazy("other names"),
        widget=TextCell(),
        aliases=("alias",),
        hint=gettext_lazy("One a line: abbreviations, former names."),
    )
    kind = ImportField(
        "kind",
        gettext_lazy("kind"),
        widget=ChoiceCell(OrganizationKind),
        required=True,
        aliases=("jenis instansi",),
    )
    sector = ImportField("sector", gettext_lazy("sector"), widget=ChoiceCell(Sector), required=True)
    is_state_owned = ImportField(
        "is_state_owned",
        gettext_lazy("owned by the state"),
        widget=YesNoCell(),
        hint=gettext_lazy("Yes or no."),
    )
    level = ImportField(
        "level",
        gettext_lazy("level"),
        widget=ChoiceCell(GovernmentLevel),
        aliases=("tingkat pemerintahan",),
    )
    region_id = ImportField(
        "region_id",
        gettext_lazy("region"),
        widget=LookupCell(),
        aliases=("daerah", "kode wilayah", "kabupaten", "kabupaten kota", "provinsi"),
        hint=gettext_lazy("A code such as 76.05, a name, or both."),
    )
    parent_id = ImportField(
        "parent_id",
        gettext_lazy("belongs to"),
        widget=LookupCell(),
        aliases=("induk", "instansi induk", "parent"),
        hint=gettext_lazy("Its name; of several of a name, with the region in brackets."),
    )
    mandate = ImportField(
        "mandate", gettext_lazy("mandate"), widget=TextCell(), aliases=("tugas", "tupoksi")
    )
    address = ImportField("address", gettext_lazy("address"), widget=TextCell())
    phone = ImportField("phone", gettext_lazy("telephone"), aliases=("telp", "telepon", "phone"))
    email = ImportField("email", gettext_lazy("email"), aliases=("e-mail", "surel"))
    website = ImportField("website", gettext_lazy("website"), aliases=("situs", "situs web"))
    is_active = ImportField(
        "is_active",
        gettext_lazy("in use"),
        widget=YesNoCell(default=True),
        aliases=("aktif", "active"),
        hint=gettext_lazy("Yes or no."),
    )

    model = Organization
    looks_at = (Organization, Region, Abbreviation)

    def prepare(self):
        self.regions = Regions()
        self.known = Organizations(self.regions)
        region, parent = self.fields["region_id"].widget, self.fields["parent_id"].widget
        region.find, region.render_one = self.regions.find, self.regions.label
        parent.find, parent.render_one = str, self._name_of

    def _name_of(self, parent):
        known = self.known.by_pk.get(parent) if isinstance(parent, int) else parent
        return self.known.label(known) if isinstance(known, Known) else str(parent)

    # --- whom a row is about ------------------------------------------------------------------

    def match(self, plans):
        claims = {}
        self.register = dict(self.known.by_key)  # as it stands, before the rows of the file
        for plan in plans:
            pk = plan.values.pop("pk", None)
            name = plan.values.get("name", "")
            if pk is not None:
                self._match_number(plan, pk)
            elif not name or any(
                p.column == self.fields["region_id"].header for p in plan.problems
            ):
                if "name" not in self.columns:
                    self.complain(plan, "name", _("This column is missing in the file."))
                continue
            else:
                self._match_name(plan, name)
            key = plan.pk or (plain(name), plan.values.get("region_id"))
            self.claim(plan, key, claims)
            if plan.pk is None and not plan.is_wrong:
                self.known.add(Known(name, plan.values.get("region_id"), row=plan.number))

    def _has_wrong_region(self, plan):
        return "region_id" in self.columns and "region_id" not in plan.values

    def _match_number(self, plan, pk):
        if pk in self.known.by_pk:
            plan.pk = pk
        else:
            text = _("There is no organization with the number %(pk)s.") % {"pk": pk}
            self.complain(plan, "pk", text)

    def _match_name(self, plan, name):
        if "region_id" in self.columns:
            known = self.register.get((plain(name), plan.values.get("region_id")))
            plan.pk = known.pk if known else None
        else:
            self._match_name_alone(plan, name)
        if plan.pk is not None:
            self.leave_what_stands(plan)

    def _match_name_alone(self, plan, name):
        found = [known for known in self.known.by_name.get(plain(name), ()) if known.pk]
        if len(found) > 1:
            text = _("%(count)s organizations have this name. Add a column with the region.")
            self.complain(plan, "name", text % {"count": len(found)})
        elif found:
            plan.pk = found[0].pk

    # --- beside what stands -------------------------------------------------------------------

    def compare(self, plan, instance):
        text = plan.values.get("parent_id")
        if isinstance(text, str):
            region = plan.values.get("region_id", instance.region_id)
            self._set_parent(plan, text, region)
        super().compare(plan, instance)
        key = plain(instance.name), instance.region_id
        other = self.register.get(key)
        if other and other.pk != plan.pk and not plan.is_wrong:
            text = _("This region already has an organization of this name.")
            self.complain(plan, "name", text)

    def _set_parent(self, plan, text, region):
        try:
            known = self.known.find(text, region)
        except NotFound as problem:
            plan.values.pop("parent_id")
            self.complain(plan, "parent_id", str(problem))
            return
        plan.values["parent_id"] = known.pk
        plan.parent_row = known.row

    def finish(self, plans, standing):
        self._refuse_circles(plans)
        self._refuse_orphans(plans)
        self._find_twins(plans)

    def _refuse_circles(self, plans):
        above = dict(Organization.objects.values_list("pk", "parent_id"))
        moved = [plan for plan in plans if "parent_id" in plan.values]
        for plan in moved:
            parent = -plan.parent_row if plan.parent_row else plan.values["parent_id"]
            above[plan.pk or -plan.number] = parent
        for plan in moved:
            here = plan.pk or -plan.number
            step, steps = above.get(here), 0
            while step is not None and step != here and steps < DEEPEST:
                step, steps = above.get(step), steps + 1
            if step is not None:
                self.complain(plan, "parent_id", _("It would belong to itself."))

    def _refuse_orphans(self, plans):
        """Whoever belongs to a row that is wrong cannot be written either."""
        wrong = {plan.number for plan in plans if plan.is_wrong}
        again = True
        while again:
            orphans = [
                plan for plan in plans if plan.parent_row in wrong and plan.number not in wrong
            ]
            for plan in orphans:
                text = _("It belongs to row %(number)s, which is wrong.")
                self.complain(plan, "parent_id", text % {"number": plan.parent_row})
            again = bool(orphans)
            wrong |= {plan.number for plan in orphans}

    def _find_twins(self, plans):
        """New rows that look like what stands: the same words in the same place, or in none."""
        places = {}
        for known in self.register.values():
            places.setdefault(frozenset(words_of(known.name)), []).append(known)
        for plan in plans:
            if plan.pk is not None or plan.is_wrong:
                continue
            region = plan.values.get("region_id")
            for known in places.get(frozenset(words_of(plan.values["name"])), ()):
                if region is None or known.region_id in (None, region):
                    plan.twins.append(self.known.label(known))

    # --- writing ------------------------------------------------------------------------------

    def apply(self, plan, *, by):
        made = {}
        waiting = [row for row in plan.rows if row.outcome == "new"]
        while waiting:
            ready = [row for row in waiting if row.parent_row is None or row.parent_row in made]
            records = [Organization(**self._fields_of(row, made)) for row in ready]
            transitions.register_many(by=by, organizations=records)
            made |= {row.number: record for row, record in zip(ready, records, strict=True)}
            done = {row.number for row in ready}
            waiting = [row for row in waiting if row.number not in done]
        yield from ((record, None) for record in made.values())
        changed = [
            (row.pk, row.version, self._fields_of(row, made))
            for row in plan.rows
            if row.outcome == "changed"
        ]
        yield from transitions.edit_many(by=by, changes=changed)

    def _fields_of(self, row, made):
        fields = dict(row.values)
        if row.parent_row is not None:
            fields["parent_id"] = made[row.parent_row].pk
        return fields
