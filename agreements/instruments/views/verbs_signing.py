"""Pages of signing: a signature, its confirmation, taking it back, and the checks on paper."""

from django.db import transaction
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from actors.people.models import Appointment
from actors.search.choosing import ChooseView
from agreements.charter.rules import represented_organizations
from agreements.instruments import transitions
from agreements.instruments.difference import difference
from agreements.instruments.family import is_left_behind, left_behind_words
from agreements.instruments.forms.parts import ConfirmForm
from agreements.instruments.forms.signing import (
    PaperCheckForm,
    SignerInput,
    SignForm,
    TakeBackForm,
)
from agreements.instruments.models import Agreement, AgreementParty, Signature
from agreements.instruments.signed import text_signed
from agreements.instruments.states import AFTER_WRITING, SIGNING, AgreementState, AmendmentState
from agreements.instruments.views.forms_base import AgreementFormPage, TakesFilesMixin


class SignerChoose(ChooseView):
    """What htmx asks while somebody looks for who signed by power of attorney."""

    model = Appointment
    widget_class = SignerInput


class SignedNowMixin:
    """What is being signed now: the agreement, its open amendment, or nothing."""

    @cached_property
    def amendment(self):
        """The amendment that is being signed; None: the agreement itself is, or nothing."""
        if self.agreement.state in SIGNING:
            return None
        return self.agreement.amendments.filter(state=AmendmentState.SIGNING).first()

    @property
    def is_on_behalf(self):
        spoken_for = represented_organizations(self.request.user, self.collaboration)
        return self.record.party.organization_id not in spoken_for

    def get_closed(self):
        if is_left_behind(self.agreement):
            return left_behind_words()
        is_open = self.agreement.state in SIGNING and not self.agreement.is_registered
        if is_open or self.amendment is not None:
            return ""
        words = {"state": self.agreement.get_state_display()}
        return _("Nothing is signed now: the agreement is “%(state)s”.") % words


class Sign(SignedNowMixin, TakesFilesMixin, AgreementFormPage):
    """One party's signature, under the agreement or under the amendment that is being signed."""

    rule_name = "agreements.sign_agreement"
    model = AgreementParty
    to_agreement = "agreement"
    related = ("party__organization",)
    form_class = SignForm
    template_name = "agreements/instruments/sign.html"
    anchor = "signatures"
    submit_label = _("Record the signature")

    def get_form_kwargs(self):
        under = text_signed(self.agreement, self.amendment)
        return {**super().get_form_kwargs(), "place": self.record, "under": under}

    def get_closed(self):
        if not self.record.must_sign:
            return _("%s does not have to sign this agreement.") % self.record
        return super().get_closed()

    def get_title(self):
        return _("Signature of %(party)s") % {"party": self.record.party.organization.label}

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            amendment=self.amendment,
            parts=difference(self.amendment) if self.amendment else [],
            is_on_behalf=self.is_on_behalf,
            **kwargs,
        )

    def carry_out(self, form):
        signature = transitions.sign(
            place=self.record, by=self.request.user, amendment=self.amendment, **form.facts
        )
        self.success_message = _recorded(signature)
        return signature


def _recorded(signature):
    """What is said of a signature; the last one brings about more."""
    if signature.amendment_id:
        if signature.amendment.state == AmendmentState.MERGED:
            return _("The last signature is recorded: the amendment is in effect.")
    elif Agreement.objects.get(parties=signature.place_id).state == AgreementState.IN_FORCE:
        return _("The last signature is recorded: the agreement is in force.")
    return _("The signature is recorded.")


class OfSignatureMixin:
    """A page about one signature."""

    model = Signature
    to_agreement = "place__agreement"
    related = ("place__party__organization", "appointment__person", "appointment__organization")
    anchor = "signatures"

    def get_lead(self):
        return f"{self.record.place.party.organization.name}: {self.record.appointment}"


class SignatureConfirm(OfSignatureMixin, AgreementFormPage):
    """The party says that it did sign what the coordinator recorded."""

    rule_name = "agreements.confirm_signature"
    form_class = ConfirmForm
    title = _("Confirm the signature")
    note = _("The coordinator recorded it on behalf of your organization. Did it sign?")
    submit_label = _("Yes, we signed")
    success_message = _("The signature is confirmed.")

    def carry_out(self, form):
        return transitions.confirm_signature(signature=self.record, by=self.request.user)


class SignatureTakeBack(OfSignatureMixin, AgreementFormPage):
    rule_name = "agreements.take_back_signature"
    form_class = TakeBackForm
    title = _("Take back the signature")
    note = _("For a signature that was recorded in error, as long as nothing is in force by it.")
    is_final = True
    submit_label = _("Take it back")
    success_message = _("The signature is taken back.")

    def carry_out(self, form):
        return transitions.take_back_signature(
            signature=self.record, by=self.request.user, **form.cleaned_data
        )


class PaperCheck(AgreementFormPage):
    """What was checked on the signed paper, all parties at once."""

    form_class = PaperCheckForm
    anchor = "signatures"
    title = _("Checks on the paper")
    lead = _("What is done on the paper of each party. A signature is recorded by itself.")
    submit_label = _("Save the checks")
    success_message = _("The checks are saved.")

    def get_closed(self):
        if self.agreement.state in AFTER_WRITING:
            return ""
        words = {"state": self.agreement.get_state_display()}
        return _("There is no paper to check yet: the agreement is “%(state)s”.") % words

    def carry_out(self, form):
        user, day = self.request.user, form.cleaned_data["done_on"]
        with transaction.atomic():
            for place, item, is_done in form.differences():
                if is_done:
                    transitions.check_paper(place=place, item=item, by=user, done_on=day)
                else:
                    transitions.uncheck_paper(place=place, item=item, by=user)
