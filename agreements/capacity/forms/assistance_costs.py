"""Forms of what help costs, and of the reference lists of assistance."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from agreements.capacity.forms.amounts import AmountField
from agreements.capacity.models import (
    AssistanceCost,
    AssistanceTerm,
    GroundKind,
    RefusalGround,
)
from agreements.charter.forms.people import plain_helper
from collabgov.kit.forms import PlacedErrorsMixin, VersionedFormMixin

MOST = Decimal("9999999999999999")


class RupiahField(AmountField):
    """A sum in rupiah, with two decimals at most."""

    def __init__(self, **kwargs):
        super().__init__(lowest=0, highest=MOST, **kwargs)


class CostForm(VersionedFormMixin, forms.ModelForm):
    """One item and its two shares, which add up to the amount."""

    amount = RupiahField(label=_("Amount (Rp)"))
    requester_share = RupiahField(label=_("Paid by the requester (Rp)"))
    giver_share = RupiahField(label=_("Paid by the giver (Rp)"))

    line_of = forms.ChoiceField(label=_("Whose budget line"), required=False)

    class Meta:
        model = AssistanceCost
        fields = ["item", "amount", "requester_share", "giver_share", "budget_line"]
        labels = {"item": _("Item"), "budget_line": _("Budget line")}
        help_texts = {
            "budget_line": _("Its code, if there is one: a line pays an item once."),
        }

    def __init__(self, *args, sides, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["line_of"].choices = [("", _("Of the one side that pays")), *sides]
        self.helper = plain_helper(*self._meta.fields, "line_of")

    def clean(self):
        given = super().clean()
        shares = given.get("requester_share"), given.get("giver_share")
        amount = given.get("amount")
        if amount is not None and None not in shares and sum(shares) != amount:
            self.add_error("giver_share", _("The two shares do not add up to the amount."))
        return given


class ListForm(VersionedFormMixin, forms.ModelForm):
    """A row of a reference list."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = plain_helper(*self._meta.fields)

    def clean(self):
        given = super().clean()
        if given.get("is_verified") and not given.get("law"):
            self.add_error("law", _("Say against which rule it was checked."))
        return given


NAMES = ["name", "name_en", "law", "is_verified", "position", "is_active"]


class GroundKindForm(ListForm):
    class Meta:
        model = GroundKind
        fields = NAMES


class RefusalGroundForm(ListForm):
    class Meta:
        model = RefusalGround
        fields = ["parent", *NAMES]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        tops = RefusalGround.objects.filter(parent=None).exclude(pk=self.instance.pk)
        self.fields["parent"].queryset = tops.for_list()
        self.fields["parent"].empty_label = _("A ground of its own")


class TermForm(ListForm):
    class Meta:
        model = AssistanceTerm
        fields = ["days", "superior_days", "counts_working_days", "law", "is_verified"]


class AgreeForm(PlacedErrorsMixin, forms.Form):
    """Nothing to fill in: the button is the answer to what is shown."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = plain_helper()
