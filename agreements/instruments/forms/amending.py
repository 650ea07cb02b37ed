"""Forms of an amendment: what the agreement will say instead, and why."""

from crispy_forms.layout import Div, Field
from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from agreements.instruments.forms.clauses import ClauseForm
from agreements.instruments.forms.parts import (
    PaperFields,
    helper_of,
    plain_day,
    shown_when,
    side_by_side,
)
from agreements.instruments.kinds import AmendmentKind, Benefit, ChangeOf, CooperationScope
from agreements.instruments.models import Amendment
from agreements.instruments.wire import DETAILS, unpack_clause, unpacked
from collabgov.kit.forms import LONGEST_REASON, LONGEST_TEXT, VersionedFormMixin, limit_length

OF_CHANGE = DETAILS[AmendmentKind.CHANGE]


class AmendmentForm(PaperFields, VersionedFormMixin, forms.ModelForm):
    """Filled with what stands, or with what the draft says; what differs is the amendment."""

    title = forms.CharField(label=capfirst(_("title")), max_length=300)
    subject = forms.CharField(
        label=_("Subject"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    scope = forms.ChoiceField(
        label=_("Scope of cooperation"),
        required=False,
        choices=[("", _("Not said")), *CooperationScope.choices],
    )
    is_mandatory = forms.BooleanField(
        label=_("The law obliges these regions to cooperate"), required=False
    )
    benefits = forms.MultipleChoiceField(
        label=_("What for"),
        choices=Benefit.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    ends_on = plain_day(label=_("Last day"), required=False)
    review_on = plain_day(label=_("Review on"), required=False)
    effective_on = plain_day(
        label=_("Takes effect on"),
        required=False,
        help_text=Amendment._meta.get_field("effective_on").help_text,
    )

    paper_is_needed = False
    paper_label = _("Text of the amendment")

    class Meta:
        model = Amendment
        fields = ("reason", "number", "effective_on")
        widgets = {"reason": forms.Textarea(attrs={"rows": 3})}
        labels = {"number": _("Number of the amendment")}

    def __init__(self, *args, agreement, stands, **kwargs):
        """`stands`: what the fields hold now, by their names."""
        super().__init__(*args, **kwargs)
        self.agreement = agreement
        limit_length(self, reason=LONGEST_REASON)
        self.is_extension = self.instance.kind == AmendmentKind.EXTENSION
        for name in set(OF_CHANGE) - set(self.details):
            del self.fields[name]
        self.initial |= {name: stands[name] for name in self.details}
        if self.is_extension:
            self.fields["ends_on"].required = True
            self.fields["ends_on"].label = _("New last day")
        self.offer_documents(agreement.collaboration)
        self.helper = helper_of(*self._layout())

    @property
    def details(self):
        return DETAILS[AmendmentKind(self.instance.kind)]

    def _layout(self):
        term = side_by_side("ends_on", "review_on")
        why = ["reason", side_by_side("number", "effective_on"), "document", "file"]
        if self.is_extension:
            return [term, *why]
        scope = Div("scope", shown_when("regions", "is_mandatory"), css_class="asks-more")
        benefits = Field("benefits", wrapper_class="choices-inline")
        return ["title", "subject", scope, benefits, term, *why]

    def clean(self):
        given = super().clean()
        now, new = self.agreement.ends_on, given.get("ends_on")
        if self.is_extension and now and new and new <= now:
            self.add_error("ends_on", _("An extension moves the last day further away."))
        return given

    @property
    def changes(self):
        """What the agreement will say instead, only where it differs from what stands."""
        return {
            name: self.cleaned_data[name]
            for name in self.details
            if self.cleaned_data[name] != getattr(self.agreement, name)
        }

    @property
    def own(self):
        """What is said of the amendment itself."""
        names = (*self._meta.fields, "document", "file")
        return {name: self.cleaned_data[name] for name in names}


class AmendedClauseForm(ClauseForm):
    """A clause as the amendment puts it; the clause itself stays until the amendment is signed."""

    @property
    def said(self):
        return self.without_version


def standing(agreement):
    """What the agreement says now, by the names of the form."""
    return {name: getattr(agreement, name) for name in OF_CHANGE}


def proposed(amendment):
    """What the agreement would say: what stands, and over it what the draft changes."""
    rows = amendment.changes.filter(of=ChangeOf.FIELD)
    return standing(amendment.agreement) | {
        row.field: unpacked(row.field, row.after) for row in rows
    }


def clause_as_amended(amendment, clause):
    """A clause as the draft puts it, or as it stands; never saved."""
    row = amendment.changes.filter(of=ChangeOf.CLAUSE, clause=clause).first()
    for name, value in unpack_clause(row.after).items() if row else ():
        setattr(clause, name, value)
    return clause
