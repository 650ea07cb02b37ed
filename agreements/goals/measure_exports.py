"""Values as a table for a file: one column a field, so that it can be read in again."""

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
