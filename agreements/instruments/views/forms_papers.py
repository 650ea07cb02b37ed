"""Pages that name and take out legal bases, and attach and detach documents."""

from django.utils.translation import gettext_lazy as _

from agreements.instruments import transitions
from agreements.instruments.forms.moves import ReasonForm
from agreements.instruments.forms.papers import AttachForm, BasisForm
from agreements.instruments.forms.parts import ConfirmForm
from agreements.instruments.models import AgreementDocument, AgreementLegalBasis
from agreements.instruments.views.forms_base import (
    AgreementFormPage,
    OpenTextMixin,
    TakesFilesMixin,
)
from collabgov.kit.ids import as_id


class BasisAdd(OpenTextMixin, AgreementFormPage):
    form_class = BasisForm
    anchor = "bases"
    title = _("Add a legal basis")
    lead = _("A law or regulation on which the agreement rests.")
    submit_label = _("Add the legal basis")
    success_message = _("The legal basis is added.")

    def carry_out(self, form):
        return transitions.add_legal_basis(
            agreement=self.agreement, by=self.request.user, **form.cleaned_data
        )


class BasisRemove(OpenTextMixin, AgreementFormPage):
    model = AgreementLegalBasis
    to_agreement = "agreement"
    related = ("legal_basis",)
    form_class = ConfirmForm
    anchor = "bases"
    title = _("Take out a legal basis")
    is_final = True
    submit_label = _("Take it out")
    success_message = _("The legal basis is taken out.")

    def get_lead(self):
        return str(self.record.legal_basis)

    def carry_out(self, form):
        return transitions.remove_legal_basis(basis=self.record, by=self.request.user)


class PaperAttach(TakesFilesMixin, AgreementFormPage):
    """A document joins the agreement; the address may say as which of those asked for."""

    form_class = AttachForm
    anchor = "documents"
    title = _("Attach a document")
    submit_label = _("Attach the document")
    success_message = _("The document is attached.")

    def get_initial(self):
        key = as_id(self.request.GET.get("requirement", ""))
        asked = self.agreement.type.documents.filter(pk=key).first() if key else None
        return {"requirement": asked, "role": asked.role} if asked else {}

    def carry_out(self, form):
        return transitions.attach_document(
            agreement=self.agreement, by=self.request.user, **form.cleaned_data
        )


class PaperDetach(AgreementFormPage):
    model = AgreementDocument
    to_agreement = "agreement"
    related = ("document",)
    form_class = ReasonForm
    anchor = "documents"
    title = _("Take a document off the agreement")
    note = _("The document itself stays with the collaboration.")
    submit_label = _("Take it off")
    success_message = _("The document is taken off the agreement.")

    def get_lead(self):
        return self.record.document.title

    def carry_out(self, form):
        return transitions.detach_document(
            paper=self.record, by=self.request.user, **form.cleaned_data
        )
