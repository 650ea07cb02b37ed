"""Forms of deliveries: what will come, what came, and with which evidence."""

from decimal import Decimal

from crispy_forms.layout import Column, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agreements.capacity.amounts import amount_in_words
from agreements.capacity.forms.amounts import AmountField
from agreements.capacity.forms.documents import PaperField
from agreements.capacity.forms.pledges import LEAST
from agreements.capacity.models import Pledge
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
        self.pledge = pledge
        self.fields["beyond"] = forms.BooleanField(
            label=_("More than was promised"),
            required=False,
            widget=forms.CheckboxInput if self.is_bound and self._is_told() else forms.HiddenInput,
        )
        self.fields["beyond"].error_says_all = True
        row = Row(Column("quantity"), Column("delivered_on"))
        self.helper = plain_helper("beyond", row, "evidence", "note")

    def full_clean(self):
        """Asked last, when nothing else is wrong: 5.000 is soon typed for 5,000."""
        super().full_clean()
        if not self.is_bound or self.errors:
            return
        amounts = Pledge.objects.with_amounts().get(pk=self.pledge.pk)
        still_open = max(Decimal(0), amounts.quantity - amounts.delivered)
        is_meant = self.cleaned_data.pop("beyond")
        if self.cleaned_data["quantity"] > still_open and not is_meant:
            self.fields["beyond"].widget = forms.CheckboxInput()
            words = _("Only %(open)s of this pledge is still open. If it was more, tick the box.")
            facts = {"open": amount_in_words(still_open, self.pledge.unit)}
            self.add_error("beyond", ValidationError(words, code="beyond", params=facts))

    def _is_told(self):
        return bool(self.data.get(self.add_prefix("beyond")))
