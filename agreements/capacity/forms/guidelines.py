"""Forms of guidelines: who drafts and reviews which one by when, and its number once issued."""

from crispy_forms.layout import Column, Fieldset, Row
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from agreements.capacity.forms.documents import TextPaperField
from agreements.capacity.forms.pledges import PART, OrganizationChoice, ReasonForm
from agreements.capacity.models import Guideline
from agreements.charter.forms.people import plain_helper
from agreements.charter.rules import is_coordinator_of
from agreements.engagement.rules.discovery import own_organizations
from collabgov.kit.forms import (
    DUE_CHIPS,
    NO_CHIPS,
    DayField,
    DayInput,
    PlacedErrorsMixin,
    VersionedFormMixin,
)


class GuidelineForm(VersionedFormMixin, forms.ModelForm):
    """What it is called, who issues it, who writes and who reads it, until when."""

    owner = OrganizationChoice(label=_("Who issues it"), empty_label=_("Choose a party"))
    drafter = OrganizationChoice(
        label=_("Who drafts it"), required=False, empty_label=_("Whoever issues it")
    )
    reviewer = OrganizationChoice(
        label=_("Who reviews it"), required=False, empty_label=_("Nobody named yet")
    )
    due_on = DayField(label=_("To be issued by"), required=False, widget=DayInput(DUE_CHIPS))

    class Meta:
        model = Guideline
        fields = ["kind", "title", "number", "owner", "drafter", "reviewer", "due_on"]
        labels = {"kind": _("Kind"), "title": _("Title"), "number": _("Number")}
        help_texts = {"number": _("Leave it empty until it is issued.")}

    def __init__(self, *args, collaboration, user, **kwargs):
        super().__init__(*args, **kwargs)
        own = own_organizations(user, collaboration.pk)
        among = None if is_coordinator_of(user, collaboration.pk) else own
        row = self.instance
        self.fields["owner"].offer(collaboration, among=among, chosen=row.owner_id)
        self.fields["drafter"].offer(collaboration, chosen=row.drafter_id)
        self.fields["reviewer"].offer(collaboration, chosen=row.reviewer_id)
        if row.pk is None and len(own) == 1:
            self.fields["owner"].initial = next(iter(own))
        self.helper = plain_helper(
            Fieldset(_("The guideline"), "title", Row(Column("kind"), Column("number"))),
            Fieldset(
                _("Who makes it, until when"),
                "owner",
                "drafter",
                "reviewer",
                "due_on",
                css_class=PART,
            ),
        )

    def clean(self):
        """An empty drafter is the one that issues it."""
        given = super().clean()
        given["drafter"] = given.get("drafter") or given.get("owner")
        reviewer = given.get("reviewer")
        if reviewer is not None and reviewer == given["drafter"]:
            words = _("Whoever drafts it does not review it: choose another party.")
            self.add_error("reviewer", words)
        return given


class HandInForm(PlacedErrorsMixin, forms.Form):
    """The document whose newest version is the draft."""

    document = TextPaperField(
        required=True,
        empty_label=_("Choose one"),
        help_text=_(
            "The draft, as a document of this collaboration: its newest version is reviewed."
            " Add it under “Documents” first."
        ),
    )

    def __init__(self, *args, guideline, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["document"].offer(guideline.collaboration_id)
        self.helper = plain_helper(*self.fields)


class IssueForm(PlacedErrorsMixin, forms.Form):
    """Its number, its day, and the document in which it stands."""

    number = forms.CharField(label=_("Number"), max_length=100)
    issued_on = DayField(
        label=_("Issued on"), initial=timezone.localdate, widget=DayInput(NO_CHIPS)
    )
    document = TextPaperField(
        required=True,
        empty_label=_("Choose one"),
        help_text=_("A document of this collaboration. Add it under “Documents” first."),
    )

    def __init__(self, *args, guideline, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["number"].initial = guideline.number
        self.fields["document"].offer(guideline.collaboration_id)
        if guideline.handed_in is not None:
            self.fields["document"].initial = guideline.handed_in.document_id
        self.helper = plain_helper(*self.fields)


class RevokeForm(ReasonForm):
    """Since when it no longer holds, and why."""

    field_order = ["revoked_on", "reason"]
    revoked_on = DayField(
        label=pgettext_lazy("guideline", "Revoked on"),
        initial=timezone.localdate,
        widget=DayInput(NO_CHIPS),
    )
