"""Forms of deliveries: what will come, what came, and with which evidence."""

from crispy_forms.layout import Column, Row
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agreements.capacity.forms.amounts import AmountField
from agreements.capacity.forms.documents import PaperField
from agreements.capacity.forms.pledges import LEAST
from agreements.charter.forms.people import plain_helper
from collabgov.kit.forms import (
    DUE_CHIPS,
    LONGEST_REASON,
    NO_CHIPS,
    DayField,
    DayInput,
    PlacedErrorsMixin,
)


class AmountForm(PlacedErrorsMixin, forms.Form):
    """How much, in the unit of the pledge."""

    quantity = AmountField(label=_("How much"), lowest=LEAST)
    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args, pledge, **kwargs):
        super().__init__(*args, **kwargs)
        words = _("In the unit of the pledge: %s.") % (pledge.unit or _("rupiah"))
        self.fields["quantity"].help_text = words


class ScheduleForm(AmountForm):
    """How much will come on which day."""

    planned_on = DayField(label=_("Scheduled for"), widget=DayInput(DUE_CHIPS))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = plain_helper(Row(Column("quantity"), Column("planned_on")), "note")


class DeliveryForm(AmountForm):
    """How much came on which day, and the document that shows it."""

    delivered_on = DayField(
        label=_("Delivered on"), initial=timezone.localdate, widget=DayInput(NO_CHIPS)
    )
    evidence = PaperField(
        label=pgettext_lazy("delivery", "Evidence"),
        help_text=_("A document of this collaboration, such as the record of handing over."),
    )

    def __init__(self, *args, pledge, **kwargs):
        super().__init__(*args, pledge=pledge, **kwargs)
        self.fields["evidence"].offer(pledge.collaboration_id)
        row = Row(Column("quantity"), Column("delivered_on"))
        self.helper = plain_helper(row, "evidence", "note")
