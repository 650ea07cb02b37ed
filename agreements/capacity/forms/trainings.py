"""Forms of trainings: who teaches whom what on which day, and how many came."""

from crispy_forms.layout import Column, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from actors.models import Organization
from agreements.capacity.forms.documents import PaperField
from agreements.capacity.forms.pledges import OrganizationChoice
from agreements.capacity.models import Training
from agreements.charter.forms.people import plain_helper
from agreements.charter.models import Party
from agreements.charter.rules import is_coordinator_of
from agreements.engagement.rules.discovery import own_organizations
from collabgov.kit.forms import DUE_CHIPS, DayField, DayInput, PlacedErrorsMixin, VersionedFormMixin

MOST_PARTICIPANTS = 100_000


class RecipientsField(forms.ModelMultipleChoiceField):
    """Parties to tick; those that were chosen before stay."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs):
        super().__init__(queryset=Organization.objects.none(), **kwargs)

    def offer(self, collaboration, *, chosen=()):
        parties = Party.objects.current().filter(collaboration=collaboration)
        here = parties.order_by().values("organization")
        rows = Organization.objects.filter(pk__in=here) | Organization.objects.filter(pk__in=chosen)
        self.queryset = rows.order_by("name", "pk")

    def label_from_instance(self, organization):
        return organization.name


class TrainingForm(VersionedFormMixin, forms.ModelForm):
    """What is taught, by whom, to whom, when."""

    giver = OrganizationChoice(label=_("Who gives it"), empty_label=_("Choose a party"))
    recipients = RecipientsField(
        label=_("Who receives it"),
        required=False,
        help_text=_("Without any, it is for the collaboration as a whole."),
    )
    held_on = DayField(label=_("Day"), widget=DayInput(DUE_CHIPS))
    document = PaperField(help_text=_("The programme or the invitation, if there is one."))

    class Meta:
        model = Training
        fields = ["topic", "giver", "held_on", "document"]
        labels = {"topic": _("Topic")}

    def __init__(self, *args, collaboration, user, **kwargs):
        super().__init__(*args, **kwargs)
        own = own_organizations(user, collaboration.pk)
        among = None if is_coordinator_of(user, collaboration.pk) else own
        row = self.instance
        chosen = []
        if row.pk is None and len(own) == 1:
            self.fields["giver"].initial = next(iter(own))
        elif row.pk is not None:
            chosen = list(row.receivers.values_list("organization", flat=True))
            self.initial.setdefault("recipients", chosen)
        self.fields["giver"].offer(collaboration, among=among, chosen=row.giver_id)
        self.fields["recipients"].offer(collaboration, chosen=chosen)
        self.fields["document"].offer(collaboration, chosen=row.document_id)
        days = Row(Column("giver"), Column("held_on"))
        self.helper = plain_helper("topic", days, "recipients", "document")


class HoldForm(PlacedErrorsMixin, forms.Form):
    """On which day it took place, and how many came."""

    held_on = DayField(label=_("Held on"))
    participants = forms.IntegerField(
        label=_("How many took part"), min_value=1, max_value=MOST_PARTICIPANTS
    )
    document = PaperField(help_text=_("The report or the list of who came, if it is on file."))

    def __init__(self, *args, training, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["held_on"].initial = training.held_on
        self.fields["document"].offer(training.collaboration_id)
        self.helper = plain_helper(*self.fields)
