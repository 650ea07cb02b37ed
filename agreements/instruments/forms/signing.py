"""Forms of signing: who, in which post, by what right, on which day; what was checked on paper."""

from crispy_forms.layout import HTML, Div
from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from actors.people.models import Appointment
from actors.search.choosing import ChooseField, ChooseInput, ChoosingFormMixin
from agreements.instruments.forms.parts import (
    PaperFields,
    SmallForm,
    reason_field,
    shown_when,
)
from agreements.instruments.kinds import Authority, SigningItem
from agreements.instruments.models import AgreementParty
from agreements.instruments.signed import TEXT_CHANGED
from collabgov.kit.forms import DayField


class SignerInput(ChooseInput):
    url_name = "agreements:signer-choose"
    row_template = "agreements/instruments/_signer_choice.html"
    found_label = _("People in posts found")


class SignerField(ChooseField):
    """Anybody in a post anywhere: who signs by power of attorney."""

    widget = SignerInput


class SignForm(ChoosingFormMixin, PaperFields, SmallForm):
    """One signature of one party."""

    signed_on = DayField(label=_("Signed on"), initial=timezone.localdate)
    authority = forms.ChoiceField(
        label=_("By what right"),
        choices=Authority.choices,
        initial=Authority.OWN,
        widget=forms.RadioSelect,
    )
    appointment = forms.ModelChoiceField(
        label=_("Who signed"),
        queryset=Appointment.objects.none(),
        required=False,
        widget=forms.RadioSelect,
        empty_label=None,
    )
    agent = SignerField(
        label=_("Who signed for it"),
        queryset=Appointment.objects.all(),
        required=False,
        help_text=_("Somebody in a post anywhere. Type a name or a post."),
    )
    under = forms.CharField(widget=forms.HiddenInput, required=False)
    paper_is_needed = False
    paper_label = _("Power of attorney")

    def __init__(self, *args, place, under="", **kwargs):
        """`under`: which text is being signed now, see `text_signed`."""
        self.place, self.under = place, under
        super().__init__(*args, **kwargs)

    def prepare(self):
        own = HTML('{% include "agreements/instruments/_signers.html" %}')
        power = shown_when("power", "agent", "document", "file")
        posts = shown_when("own", own, "appointment")
        self.parts = ("signed_on", Div("authority", posts, power, css_class="asks-more"))
        self.fields["under"].initial = self.under
        self.offer_documents(self.agreement.collaboration)
        self.offer_signers()

    def offer_signers(self):
        """Those in a post of the party on the day that stands in the form; that day is shown."""
        day = self.day_of_signing()
        organization = self.place.party.organization
        rows = Appointment.objects.current(today=day).filter(organization=organization)
        field = self.fields["appointment"]
        field.queryset = rows.for_people()
        field.label_from_instance = name_and_post
        self.found_signers = field.queryset.exists()
        if not self.found_signers:
            field.widget = forms.HiddenInput()
        self.shown_day = date_format(day, "SHORT_DATE_FORMAT")

    def day_of_signing(self):
        typed = self.data.get(self.add_prefix("signed_on")) if self.is_bound else None
        try:
            day = self.fields["signed_on"].clean(typed) if typed else None
        except forms.ValidationError:
            day = None
        return day or timezone.localdate()

    def clean(self):
        given = super().clean()
        self._require_same_text(given)
        own = given.get("authority") == Authority.OWN
        name = "appointment" if own else "agent"
        if own and not self.found_signers and "signed_on" not in self.errors:
            self.errors.pop("appointment", None)
            self.add_error("signed_on", _("Nobody is recorded in a post there on this day."))
        elif not given.get(name) and name not in self.errors:
            self.add_error(name, _("Choose who signed."))
        if not own and not given.get("document") and not given.get("file"):
            self.add_error("file", _("Signing by power of attorney needs its document."))
        return given

    def _require_same_text(self, given):
        """Whoever signs saw this text: it may have been called back and changed."""
        if given.get("under", "") == self.under:
            return
        self.add_error(None, TEXT_CHANGED)
        self.data = self.data.copy()
        self.data["under"] = self.under

    def _placed(self, error):
        """Refusals name the verb's arguments; here they stand at the box that was filled."""
        at = {"power": "document", "power_file": "file"}
        if self.data.get("authority") == Authority.POWER_OF_ATTORNEY:
            at["appointment"] = "agent"
        by_field = getattr(error, "error_dict", None)
        if by_field:
            error = forms.ValidationError(
                {at.get(name, name): problems for name, problems in by_field.items()}
            )
        return super()._placed(error)

    @property
    def facts(self):
        """What the verb takes; what stands in the folded part counts only when it is unfolded."""
        given = self.cleaned_data
        facts = {name: given[name] for name in ("signed_on", "authority", "under")}
        if given["authority"] == Authority.OWN:
            return facts | {"appointment": given["appointment"], "power": None}
        paper = {"power": given["document"], "power_file": given["file"]}
        return facts | paper | {"appointment": given["agent"]}


def name_and_post(appointment):
    acting = _("acting")
    named = " · ".join(part for part in (str(appointment.person), appointment.post) if part)
    return f"{named} ({acting})" if appointment.is_acting else named


class TakeBackForm(SmallForm):
    reason = reason_field()


class PaperCheckForm(SmallForm):
    """What was checked on paper: one row of ticks for each party, one save for all."""

    done_on = DayField(label=_("Checked on"), initial=timezone.localdate)

    def prepare(self):
        self.places = list(
            AgreementParty.objects.filter(agreement=self.agreement)
            .for_list()
            .prefetch_related("checks")
        )
        for place in self.places:
            done = [check.item for check in place.checks.all()]
            self.fields[f"place_{place.pk}"] = forms.MultipleChoiceField(
                label=place.party.organization.name,
                choices=SigningItem.choices,
                widget=forms.CheckboxSelectMultiple,
                required=False,
                initial=done,
            )

    def differences(self):
        """(place, item, whether it is done now) for every tick that was set or taken away."""
        for place in self.places:
            was = {check.item for check in place.checks.all()}
            now = set(self.cleaned_data[f"place_{place.pk}"])
            for item in SigningItem.values:
                if (item in now) != (item in was):
                    yield place, item, item in now
