"""Forms of the moves of an agreement: a reason, a day, a paper, what happens to its children."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from agreements.instruments.family import Goes, binding_children, children_in_force
from agreements.instruments.forms.parts import PaperFields, SmallForm, plain_day, reason_field
from agreements.instruments.kinds import DocumentRole
from agreements.instruments.path import earlier, place_on_way
from collabgov.kit.forms import DayField

NEEDS_PARENT = _("Its kind needs a parent agreement: it cannot stay alone.")


def today_field(label):
    return DayField(label=label, initial=timezone.localdate)


class NoteForm(SmallForm):
    note = reason_field(_("Note"), required=False)


class FromHere(SmallForm):
    """A step along the way: it carries where the agreement stood when it was shown."""

    at = forms.CharField(widget=forms.HiddenInput, required=False)

    def prepare(self):
        self.initial["at"] = place_on_way(self.agreement)


class ForwardForm(FromHere):
    note = reason_field(_("Note"), required=False)


class ReasonForm(SmallForm):
    reason = reason_field()


class SendBackForm(SmallForm):
    """Back to an earlier state, and why."""

    to = forms.ChoiceField(label=_("Back to"), widget=forms.RadioSelect)
    reason = reason_field()

    def prepare(self):
        states = earlier(self.agreement)
        self.fields["to"].choices = [(state.value, state.label) for state in states]
        if len(states) == 1:
            self.initial["to"] = states[0].value


class ApproveForm(PaperFields, SmallForm):
    """The day on which the legislature approved, and its letter where there is one."""

    on = today_field(_("Approved on"))
    field_order = ("on", "document", "file")
    paper_is_needed = False
    paper_label = DocumentRole.LEGISLATURE.label

    def prepare(self):
        self.offer_documents(self.agreement.collaboration)


class ChildrenMixin:
    """One choice for each agreement under this one: it goes along, or stands alone from now on."""

    along, alone = "", ""

    def prepare(self):
        self.children = list(self.find_children(self.agreement))
        for child in self.children:
            choices = [(Goes.ALONG, self.along), (Goes.ALONE, self.alone)]
            self.fields[f"child_{child.pk}"] = forms.ChoiceField(
                label=f"{child.type.short}: {child.title}",
                choices=choices[:1] if child.type.needs_parent else choices,
                widget=forms.RadioSelect,
                error_messages={"required": _("Say what happens to this agreement.")},
                help_text=NEEDS_PARENT if child.type.needs_parent else "",
            )

    def find_children(self, agreement):
        """All that rests on it and holds, also what rests on those."""
        for child in self.children_of(agreement):
            yield child
            yield from self.find_children(child)

    children_of = staticmethod(binding_children)

    def chosen(self, fields):
        """What the verb takes; the children as a mapping from their number to the choice."""
        rest = {name: value for name, value in fields.items() if not name.startswith("child_")}
        children = {child.pk: fields[f"child_{child.pk}"] for child in self.children}
        return rest | {"children": children}


class SuspendForm(ChildrenMixin, SmallForm):
    reason = reason_field()
    on = today_field(_("Suspended from"))
    along = _("It is suspended along with it")
    alone = _("It stays in force alone")

    children_of = staticmethod(children_in_force)


class TerminateForm(ChildrenMixin, PaperFields, SmallForm):
    """Why, from which day, and the paper that says so."""

    reason = reason_field()
    effective_on = DayField(
        label=_("Takes effect on"),
        help_text=_("A later day is kept in the calendar; until then the agreement holds."),
    )
    field_order = ("reason", "effective_on", "document", "file")
    paper_label = DocumentRole.TERMINATION.label
    along = _("It ends along with it")
    alone = _("It stays in force alone")

    def prepare(self):
        super().prepare()
        self.offer_documents(self.agreement.collaboration)
        asked_for = self.agreement.termination_on
        self.initial.setdefault("effective_on", asked_for or timezone.localdate())
        self.initial.setdefault("reason", self.agreement.termination_reason)


class EndForm(ChildrenMixin, SmallForm):
    reason = reason_field()
    on = today_field(_("Last day"))
    along = _("It ends along with it")
    alone = _("It stays in force alone")


class RequestForm(SmallForm):
    """A party wants out: why, asked on which day, from which day on."""

    reason = reason_field()
    on = today_field(_("Asked on"))
    effective_on = plain_day(label=_("From which day it should be over"))


class ReviewForm(SmallForm):
    note = reason_field(_("What the review found"))
    next_review_on = plain_day(
        label=_("Next review on"), required=False, help_text=_("Leave empty when none is planned.")
    )
