"""Card 2: an organization in the room, with the person who came for it when that is known."""

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from agreements.engagement.forms.rows import RowForm
from agreements.engagement.forms.typed import ATTENDANCE
from agreements.engagement.kinds import AttendanceLevel
from agreements.engagement.lines import AttendanceLine
from collabgov.kit.ids import as_id
from collabgov.kit.names import NameField

INVITED, OFFERED, ADDED, NEW = "invited", "offered", "added", "new"


class AttendanceRow(RowForm):
    """Invited rows are saved ticked or not; offered and added ones only when ticked."""

    row_prefix = ATTENDANCE
    row_name = _("Attendee %d")

    kind = forms.CharField(required=False)
    organization = forms.CharField(label=_("organization"), required=False)
    person = forms.CharField(required=False)
    present = forms.BooleanField(label=_("present"), required=False)
    level = forms.ChoiceField(
        label=_("level"), choices=[("", _("Level")), *AttendanceLevel.choices], required=False
    )
    full_name = NameField(label=_("full name"), required=False, max_length=150)

    @cached_property
    def organization_record(self):
        return self.roster.organizations.get(as_id(self["organization"].value()))

    @cached_property
    def person_record(self):
        return self.roster.people.get(as_id(self["person"].value()))

    @cached_property
    def is_new(self):
        return self["kind"].value() == NEW

    @cached_property
    def is_offered(self):
        return self["kind"].value() == OFFERED

    @cached_property
    def asks_organization(self):
        return self.is_new or (self.person_record and not self.organization_record)

    @property
    def name(self):
        """Who this row is about, for labels that are read aloud."""
        return str(
            self.person_record or self.organization_record or self["full_name"].value() or ""
        )

    def clean(self):
        if self.is_new:
            self._clean_new()
        elif self._counts() and not self._is_known():
            where = "organization" if self.asks_organization else "present"
            self.add_error(where, _("Choose an organization of the register."))
        return self.cleaned_data

    def _clean_new(self):
        given = self.cleaned_data
        if not ((self["full_name"].value() or "").strip() or given.get("organization")):
            return
        self.require("full_name", _("Write the name."))
        if not self.organization_record:
            self.add_error("organization", _("Choose an organization."))

    def _counts(self):
        return self.cleaned_data.get("present") or self["kind"].value() == INVITED

    def _is_known(self):
        asked_for_person = bool(self.cleaned_data.get("person"))
        return self.organization_record and (self.person_record or not asked_for_person)

    def line(self):
        """Return the cleaned line, or None for a row that says nothing."""
        given = self.cleaned_data
        if not (given.get("full_name") if self.is_new else self._counts()):
            return None
        return AttendanceLine(
            organization=self.organization_record,
            person=self.person_record,
            full_name=given["full_name"] if self.is_new else "",
            is_present=self.is_new or given["present"],
            level=given["level"],
        )


def refuse_doubles(rows):
    """The same person of the same organization cannot be on the list twice."""
    seen = set()
    for row in rows:
        line = row.line() if row.is_valid() else None
        if line is None:
            continue
        key = (line.organization.pk, line.person and line.person.pk, line.full_name.lower())
        if key in seen:
            where = "full_name" if row.is_new else "present"
            row.add_error(where, _("This attendee is already on the list."))
        seen.add(key)
