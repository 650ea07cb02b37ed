"""People in a spreadsheet, with the post they hold."""

from collections import defaultdict

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from actors.importing.fields import (
    DayCell,
    ImportField,
    LookupCell,
    PhoneCell,
    YesNoCell,
    record_number,
)
from actors.importing.lookups import Organizations, Regions, plain
from actors.importing.plan import Change
from actors.importing.resources import TableResource
from actors.organizations.models import Organization
from actors.people import transitions
from actors.people.forms import PHONE
from actors.people.models import Appointment, Person
from actors.regions.models import Region
from actors.search.models import Abbreviation

POST_COLUMNS = ("organization_id", "post", "starts_on", "is_acting")
CONTACT_COLUMNS = ("email", "phone", "consent_note")


class PersonResource(TableResource):
    """The register of people, as a table; one row may add one post."""

    pk = record_number()
    title_before = ImportField(
        "title_before", gettext_lazy("title before the name"), aliases=("gelar depan",)
    )
    full_name = ImportField(
        "full_name",
        gettext_lazy("full name"),
        required=True,
        aliases=("nama", "name", "nama lengkap"),
    )
    title_after = ImportField(
        "title_after", gettext_lazy("title after the name"), aliases=("gelar belakang",)
    )
    organization_id = ImportField(
        "organization_id",
        gettext_lazy("organization"),
        widget=LookupCell(),
        aliases=("instansi", "unit kerja", "opd"),
        hint=gettext_lazy("Its name; of several of a name, with the region in brackets."),
    )
    post = ImportField("post", gettext_lazy("post"), aliases=("jabatan",))
    is_acting = ImportField("is_acting", gettext_lazy("acting"), widget=YesNoCell())
    starts_on = ImportField(
        "starts_on",
        gettext_lazy("in the post since"),
        widget=DayCell(),
        aliases=("tmt", "since", "sejak"),
        hint=gettext_lazy("Day first, such as 3/5/2026; today when it is empty."),
    )
    email = ImportField("email", gettext_lazy("email"), aliases=("e-mail", "surel"))
    phone = ImportField(
        "phone",
        gettext_lazy("phone"),
        widget=PhoneCell(),
        aliases=("hp", "no hp", "telepon", "nomor hp"),
    )
    consent_note = ImportField(
        "consent_note",
        gettext_lazy("purpose and consent"),
        aliases=("persetujuan",),
        hint=gettext_lazy("Why these contact details are kept, and who agreed to it."),
    )
    is_active = ImportField(
        "is_active",
        gettext_lazy("active"),
        widget=YesNoCell(default=True),
        aliases=("in use", "dipakai"),  # its headers in files of before
    )

    model = Person
    contact_columns = CONTACT_COLUMNS
    looks_at = (Person, Appointment, Organization, Region, Abbreviation)

    def prepare(self):
        self.known = Organizations(Regions())
        place = self.fields["organization_id"].widget
        place.find = self._organization
        place.render_one = lambda pk: self.known.label(self.known.by_pk[pk])

    def _organization(self, text):
        return self.known.find(text).pk

    def writes(self, name):
        return name not in POST_COLUMNS

    # --- whom a row is about ------------------------------------------------------------------

    def match(self, plans):
        self.by_name, self.pks = defaultdict(list), set()
        for pk, name in Person.objects.values_list("pk", "full_name"):
            self.by_name[plain(name)].append(pk)
            self.pks.add(pk)
        self.posts = defaultdict(list)
        for held in Appointment.objects.current().order_by("-starts_on", "pk"):
            self.posts[held.person_id].append(held)
        claims = {}
        for plan in plans:
            pk = plan.values.pop("pk", None)
            name = plan.values.get("full_name", "")
            if pk is not None:
                self._match_number(plan, pk)
            elif name:
                self._match_name(plan, plain(name))
            elif "full_name" not in self.columns:
                self.complain(plan, "full_name", _("This column is missing in the file."))
            if name or plan.pk:
                place = plan.values.get("organization_id")
                self.claim(plan, plan.pk or (plain(name), place), claims)

    def _match_number(self, plan, pk):
        if pk in self.pks:
            plan.pk = pk
        else:
            text = _("There is no person with the number %(pk)s.") % {"pk": pk}
            self.complain(plan, "pk", text)

    def _match_name(self, plan, name):
        """The one of this name who serves there, or about whom nothing says otherwise."""
        same = self.by_name.get(name, [])
        place = plan.values.get("organization_id")
        if place is not None:
            serving = [pk for pk in same if any(p.organization_id == place for p in self.posts[pk])]
            free = [pk for pk in same if not self.posts[pk]]
            same = serving or free
        if len(same) == 1:
            plan.pk = same[0]
            self.leave_what_stands(plan)
        elif same:
            text = _("%(count)s people have this name. Add a column with their number.")
            self.complain(plan, "full_name", text % {"count": len(same)})

    # --- beside what stands -------------------------------------------------------------------

    def compare(self, plan, instance):
        super().compare(plan, instance)
        if instance.phone and not instance.consent_note:
            name = "consent_note" if "consent_note" in self.columns else "phone"
            self.complain(plan, name, _("Say why the phone number is kept."))
        if plan.values.get("phone") and not PHONE.regex.search(plan.values["phone"]):
            self.complain(plan, "phone", str(PHONE.message))
        self._compare_post(plan)
        if plan.pk is None and not plan.is_wrong:
            same = self.by_name.get(plain(instance.full_name), ())
            plan.twins = [self._described(pk, instance.full_name) for pk in same[:3]]

    def _described(self, pk, name):
        places = [self.known.by_pk[post.organization_id].name for post in self.posts[pk]]
        return f"{name}, {', '.join(places)}" if places else name

    def _compare_post(self, plan):
        place, post = plan.values.get("organization_id"), plan.values.get("post")
        if not place and not post:
            return
        if not (place and post):
            missing = "post" if place else "organization_id"
            if not any(p.column == self.fields[missing].header for p in plan.problems):
                self.complain(plan, missing, _("A post needs its name and its organization."))
            return
        held = self.posts[plan.pk] if plan.pk else []
        if any(p.organization_id == place and plain(p.post) == plain(post) for p in held):
            return
        old = "; ".join(self._post(p.post, p.organization_id) for p in held)
        plan.changes.append(Change(self.fields["post"], old, self._post(post, place)))
        plan.changes += [Change(self.fields[name], None, said) for name, said in self._about(plan)]
        plan.values["adds_post"] = True

    def _about(self, plan):
        """Since when the post is held, and whether by somebody acting."""
        yield "starts_on", plan.values.get("starts_on") or timezone.localdate()
        if plan.values.get("is_acting"):
            yield "is_acting", True

    def _post(self, post, organization_id):
        return f"{post}, {self.known.by_pk[organization_id].name}"

    # --- writing ------------------------------------------------------------------------------

    def apply(self, plan, *, by):
        new = [row for row in plan.rows if row.outcome == "new"]
        records = [Person(**self._fields_of(row)) for row in new]
        transitions.register_many(by=by, people=records)
        yield from ((record, None) for record in records)
        old = [row for row in plan.rows if row.outcome == "changed"]
        changes = [(row.pk, row.version, self._fields_of(row)) for row in old]
        changed = transitions.edit_many(by=by, changes=changes)
        yield from changed
        people = [*records, *(person for person, _was in changed)]
        posts = [
            self._appointment(row, person)
            for row, person in zip([*new, *old], people, strict=True)
            if row.values.get("adds_post")
        ]
        transitions.appoint_many(by=by, appointments=posts)
        yield from ((post, None) for post in posts)

    def _fields_of(self, row):
        left_out = {*POST_COLUMNS, "adds_post"}
        return {name: value for name, value in row.values.items() if name not in left_out}

    def _appointment(self, row, person):
        return Appointment(
            person=person,
            organization_id=row.values["organization_id"],
            post=row.values["post"],
            is_acting=row.values.get("is_acting", False),
            starts_on=row.values.get("starts_on") or timezone.localdate(),
        )

    # --- export -------------------------------------------------------------------------------

    def lines(self, records):
        """With the post of today; without what `self.hides_contacts_of` says, if it is set."""
        for person in records:
            for post in person.current_posts[:1]:
                person.organization_id, person.post = post.organization_id, post.post
                person.is_acting, person.starts_on = post.is_acting, post.starts_on
            hidden = CONTACT_COLUMNS if self.hides_contacts_of(person) else ()
            yield [
                "" if name in hidden else field.export(person)
                for name, field in self.fields.items()
            ]

    def hides_contacts_of(self, person):
        return False


class VisibleContacts:
    """Whose contact details a reader may see, asked once for a whole list."""

    def __init__(self, user):
        self.sees_all = user.is_admin
        self.own = user.person_id
        rows = Person.objects.none() if self.sees_all else Person.objects.coordinated_by(user)
        self.theirs = frozenset(rows.values_list("pk", flat=True)) if user.person_id else ()

    def hides(self, person):
        return not (self.sees_all or person.pk == self.own or person.pk in self.theirs)
