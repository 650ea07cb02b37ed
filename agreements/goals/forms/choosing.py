"""Choosing a party, a decision or a goal of one collaboration."""

from django import forms
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from actors.regions.choosing import RegionField
from actors.regions.models import Region
from agreements.charter.models import Party
from agreements.engagement.models import Decision
from agreements.goals.models import Goal

LONGEST_CHOICE = 110  # letters of a decision in the list to choose from


class PartyField(forms.ModelChoiceField):
    """A party that takes part today; one that was chosen before stays."""

    def __init__(self, **kwargs):
        super().__init__(queryset=Party.objects.none(), **kwargs)

    def offer(self, collaboration, *, chosen=None):
        here = Party.objects.filter(collaboration=collaboration)
        offered = here.current() | here.filter(pk=chosen)
        self.queryset = offered.for_list()

    def label_from_instance(self, party):
        return party.organization.name


def where_field():
    """A region, or none for all of them together."""
    return RegionField(
        label=_("Region"),
        queryset=Region.objects.all(),
        required=False,
        help_text=_("Leave it empty for all regions together."),
    )


class DecisionField(forms.ModelChoiceField):
    """A decision of this collaboration that holds, the newest first."""

    def __init__(self, **kwargs):
        usual = {
            "label": _("Decision"),
            "empty_label": _("Choose one"),
            "help_text": _("What the parties decided in a meeting of this collaboration."),
        }
        super().__init__(queryset=Decision.objects.none(), **{**usual, **kwargs})

    def offer(self, collaboration):
        rows = Decision.objects.standing().filter(meeting__collaboration=collaboration)
        self.queryset = rows.for_list()

    def label_from_instance(self, decision):
        day = date_format(decision.meeting.held_on, "SHORT_DATE_FORMAT")
        return f"{day} · {Truncator(decision.text).chars(LONGEST_CHOICE)}"


class GoalField(forms.ModelChoiceField):
    """A goal of this collaboration that was not dropped; one chosen before stays."""

    def __init__(self, **kwargs):
        super().__init__(queryset=Goal.objects.none(), **kwargs)

    def offer(self, collaboration, *, chosen=None):
        here = Goal.objects.filter(collaboration=collaboration)
        self.queryset = here.standing() | here.filter(pk=chosen)
