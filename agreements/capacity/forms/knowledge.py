"""Forms of knowledge: what there is and where it lies, and what rested on it."""

from crispy_forms.layout import Column, Fieldset, Row
from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from agreements.capacity.forms.documents import TextPaperField
from agreements.capacity.forms.newest import NewestMixin
from agreements.capacity.forms.pledges import (
    PART,
    MeetingField,
    OrganizationChoice,
    RecentDecisionField,
)
from agreements.capacity.models import KnowledgeAsset
from agreements.charter.forms.people import plain_helper
from agreements.charter.rules import is_coordinator_of
from agreements.engagement.models import JointFinding
from agreements.engagement.rules.discovery import own_organizations
from agreements.goals.forms.choosing import LONGEST_CHOICE
from collabgov.kit.forms import (
    LONGEST_REASON,
    LONGEST_TEXT,
    DayField,
    PlacedErrorsMixin,
    VersionedFormMixin,
    limit_length,
)


class FindingField(NewestMixin, forms.ModelChoiceField):
    """What the parties found out together, the newest first."""

    def __init__(self, **kwargs):
        super().__init__(queryset=JointFinding.objects.none(), **kwargs)

    def offer(self, collaboration):
        rows = JointFinding.objects.filter(collaboration=collaboration)
        self.queryset = rows.order_by("-found_on", "-pk")

    def label_from_instance(self, finding):
        return Truncator(finding.text).chars(LONGEST_CHOICE)


class KnowledgeForm(VersionedFormMixin, forms.ModelForm):
    """What it is, who keeps it, where it lies and who may have it."""

    custodian = OrganizationChoice(label=_("Who keeps it"), empty_label=_("Choose a party"))
    document = TextPaperField(help_text=_("A document of this collaboration."))
    address = forms.URLField(
        label=_("Address"),
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text=_("Where it lies on the web, if it does."),
    )
    made_on = DayField(label=_("As of"), required=False)

    class Meta:
        model = KnowledgeAsset
        fields = [
            "title",
            "kind",
            "about",
            "custodian",
            "access",
            "document",
            "address",
            "made_on",
        ]
        labels = {
            "title": _("Title"),
            "kind": _("Kind"),
            "about": _("What it tells"),
            "access": _("Who may have it"),
        }
        widgets = {"about": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, collaboration, user, **kwargs):
        super().__init__(*args, **kwargs)
        limit_length(self, about=LONGEST_TEXT)
        own = own_organizations(user, collaboration.pk)
        among = None if is_coordinator_of(user, collaboration.pk) else own
        row = self.instance
        self.fields["custodian"].offer(collaboration, among=among, chosen=row.custodian_id)
        self.fields["document"].offer(collaboration, chosen=row.document_id)
        if row.pk is None and len(own) == 1:
            self.fields["custodian"].initial = next(iter(own))
        self.helper = plain_helper(
            Fieldset(_("What there is"), "title", Row(Column("kind"), Column("made_on")), "about"),
            Fieldset(
                _("Who keeps it, where it lies"),
                "custodian",
                "access",
                "document",
                "address",
                css_class=PART,
            ),
        )


class UseForm(PlacedErrorsMixin, forms.Form):
    """One place in which the knowledge was used."""

    decision = RecentDecisionField(required=False, empty_label=_("None"), help_text="")
    finding = FindingField(label=_("Joint finding"), required=False, empty_label=_("None"))
    meeting = MeetingField(label=_("Meeting"), required=False, empty_label=_("None"))
    note = forms.CharField(
        label=_("What it was used for"),
        required=False,
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args, asset, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("decision", "finding", "meeting"):
            self.fields[name].offer(asset.collaboration_id)
        self.helper = plain_helper(*self.fields)

    def clean(self):
        given = super().clean()
        chosen = [name for name in ("decision", "finding", "meeting") if given.get(name)]
        if len(chosen) != 1 and not self.errors:
            raise forms.ValidationError(_("Choose one: a decision, a finding or a meeting."))
        return given
