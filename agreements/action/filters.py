"""The filters of the commitment list: what stands in the address, cleaned."""

import datetime as dt
from dataclasses import dataclass

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from actors.models import Organization
from agreements.action.standing import SOON
from agreements.action.states import CommitmentState
from agreements.charter.models import Collaboration, Party
from collabgov.kit.pages import capped_count

MOST_CHOICES = 300


@dataclass(frozen=True)
class QuickView:
    """A button above the list: `key` is its part of the address.

    One that is not `always` there is opened by a figure elsewhere, and shown while it is on.
    """

    key: str
    label: str
    always: bool = True

    def narrow(self, commitments, user):
        return {
            "mine": lambda: commitments.mine(user),
            "ours": lambda: commitments.ours(user),
            "late": commitments.overdue,
            "soon": lambda: commitments.due_within(SOON),
            "help": commitments.needing_help,
            "waiting": lambda: commitments.waiting_for(user),
            "open": commitments.open,
            "current": commitments.current,
            "judged": commitments.judged,
            "kept": commitments.kept_on_time,
        }[self.key]()


QUICK_VIEWS = (
    QuickView("mine", _("Mine")),
    QuickView("ours", _("My organization's")),
    QuickView("late", _("Late")),
    QuickView("soon", _("Due soon")),
    QuickView("waiting", _("Waiting for an answer")),
    QuickView("help", _("Needs help"), always=False),
    QuickView("open", _("Open"), always=False),
    QuickView("current", _("Open or just ended"), always=False),
    QuickView("judged", _("Fell due in this cycle"), always=False),
    QuickView("kept", _("Kept on time"), always=False),
)


class CommitmentFilter(forms.Form):
    """Whatever it does not understand it leaves out, and the page says so.

    Without the fields in `WHERE` the list would be about something else than was asked: one that
    names nothing the reader may see leaves no row.
    """

    in_sight = frozenset({"q"})  # what the page shows without unfolding anything
    stands_outside = True  # of the list that htmx asks for
    WHERE = frozenset({"collaboration", "organization", "due_month"})

    q = forms.CharField(
        label=_("Search"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search", "class": "form-control"}),
    )
    state = forms.ChoiceField(
        label=_("State"),
        required=False,
        choices=[("", _("Every state")), *CommitmentState.choices],
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    collaboration = forms.ModelChoiceField(
        label=_("Collaboration"),
        required=False,
        queryset=Collaboration.objects.none(),
        empty_label=_("Every collaboration"),
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    organization = forms.ModelChoiceField(
        label=_("Organization"),
        required=False,
        queryset=Organization.objects.none(),
        empty_label=_("Every organization"),
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    coordinated = forms.BooleanField(
        label=_("Only where I coordinate"),
        required=False,
        widget=forms.CheckboxInput(attrs={"class": "form-check-input", "value": "1"}),
    )

    due_month = forms.ChoiceField(
        label=_("First due in"),
        required=False,
        widget=forms.Select(attrs={"class": "form-select"}),
    )

    def __init__(self, data, *, user):
        super().__init__(data, auto_id="filter_%s")
        self.fields["due_month"].choices = _months_in(data.get("due_month", ""))
        self.user = user
        seen = Collaboration.objects.visible_to(user)
        parties = Party.objects.filter(collaboration__in=seen).order_by().values("organization")
        self.fields["collaboration"].queryset = seen
        self.fields["organization"].queryset = Organization.objects.visible_to(user)
        self._offer("collaboration", seen, str)
        offered = Organization.objects.filter(pk__in=parties)
        self._offer("organization", offered, lambda organization: organization.label)

    @property
    def chosen(self):
        """What was understood and narrows the list, by name."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    @property
    def is_nowhere(self):
        """Whether it asks for a collaboration, organization or month that is not to be found."""
        return not self.WHERE.isdisjoint(self.errors)

    @property
    def folded(self):
        """How many of the fields behind "Filter" are on."""
        return len(self.chosen.keys() - {"q"})

    @property
    def views(self):
        return [view for view in QUICK_VIEWS if self.data.get(view.key) == "1"]

    def narrow(self, commitments):
        """Return the commitments that the fields (not the quick views) leave."""
        if self.is_nowhere:
            return commitments.none()
        chosen = self.chosen
        if text := chosen.pop("q", ""):
            commitments = commitments.search(text)
        if chosen.pop("coordinated", False):
            mine = Collaboration.objects.coordinated_by(self.user)
            commitments = commitments.filter(collaboration__in=mine)
        if month := chosen.pop("due_month", ""):
            first = dt.date.fromisoformat(f"{month}-01")
            commitments = commitments.fell_due().filter(
                original_due_on__year=first.year, original_due_on__month=first.month
            )
        return commitments.filter(**chosen)

    def links(self, commitments, path):
        """Every quick view with its count among these commitments, its address, and if it is on."""
        shown = self.views
        return [
            self._link(None, commitments, path, is_on=not shown),
            *(
                self._link(view, view.narrow(commitments, self.user), path, is_on=view in shown)
                for view in QUICK_VIEWS
                if view.always or view in shown
            ),
        ]

    def _link(self, view, rows, path, *, is_on):
        address = self.data.copy()
        for key in ("page", *(other.key for other in QUICK_VIEWS)):
            address.pop(key, None)
        if view:
            address[view.key] = "1"
        return {
            "label": view.label if view else _("All"),
            "url": f"{path}?{address.urlencode()}",
            "count": capped_count(rows),
            "is_on": is_on,
        }

    def _offer(self, name, records, label):
        """Fill a select; one that came with a link is offered too, however long the list."""
        field = self.fields[name]
        choices = [(record.pk, label(record)) for record in records[:MOST_CHOICES]]
        wanted = self.data.get(name, "")
        if wanted and wanted not in {str(pk) for pk, _label in choices}:
            try:
                record = field.clean(wanted)
            except forms.ValidationError:
                record = None
            choices += [(record.pk, label(record))] if record else []
        field.choices = [("", field.empty_label), *choices]


def _months_in(text):
    """The month that a chart's link names, or none: nobody picks one here."""
    try:
        first = dt.date.fromisoformat(f"{text}-01")
    except ValueError:
        return [("", _("Any month"))]
    return [("", _("Any month")), (text, date_format(first, "F Y"))]
