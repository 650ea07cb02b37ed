"""Values, and values that are owed, as a table for a file: one column a field."""

from django.utils.translation import gettext_lazy as _

from actors.importing.exporting import columns_of

measurement_table = columns_of(
    (_("collaboration"), lambda row: row.indicator.goal.collaboration.title),
    (_("goal"), lambda row: row.indicator.goal.title),
    (_("indicator"), lambda row: row.indicator.name),
    (_("unit"), lambda row: row.indicator.unit),
    (_("region"), lambda row: row.region.name if row.region else ""),
    (_("period from"), lambda row: row.starts_on),
    (_("period until"), lambda row: row.ends_on),
    (_("reported by"), lambda row: row.party.organization.name),
    (_("value"), lambda row: row.value),
    (_("part"), lambda row: row.numerator),
    (_("whole"), lambda row: row.denominator),
    (_("how exact"), lambda row: row.get_precision_display()),
    (_("source"), lambda row: row.source),
    (_("state"), lambda row: row.get_state_display()),
    (_("the parties differ"), lambda row: _("yes") if row.is_rival else ""),
    (_("note"), lambda row: row.note),
)

owed_table = columns_of(
    (_("due by"), lambda one: one.due_on),
    (_("goal"), lambda one: one.indicator.goal.title),
    (_("indicator"), lambda one: one.indicator.name),
    (_("region"), lambda one: one.region.name if one.region else ""),
    (_("period from"), lambda one: one.period.starts_on),
    (_("period until"), lambda one: one.period.ends_on),
    (_("organization"), lambda one: one.party.organization.name),
    (_("state"), lambda one: str(one.standing.label)),
    (_("unit"), lambda one: one.indicator.unit),
    (_("value"), lambda one: one.measurement.value if one.measurement else None),
)
