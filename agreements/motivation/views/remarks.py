"""The page by which a remark that names somebody is removed."""

from django.utils.translation import gettext_lazy as _

from agreements.charter.forms.collaborations import ReasonForm
from agreements.charter.views.base import CharterFormPage
from agreements.motivation import transitions
from agreements.motivation.models import PulseComment


class RemarkRemove(CharterFormPage):
    """An admin reads the remark once more, says why it goes, and it is gone."""

    model = PulseComment
    rule_name = "agreements.remove_remark"
    related = ("wave__collaboration", "wave__organization")
    find_collaboration = staticmethod(lambda remark: remark.wave.collaboration)
    form_class = ReasonForm
    template_name = "agreements/motivation/remark_remove.html"
    is_final = True
    title = _("Remove a remark that names somebody")
    note = _(
        "All its words go, for good; in their place the page says that it named somebody. Say why"
        " without the name: the reason stays in the history, and everybody of the collaboration"
        " reads it."
    )
    submit_label = _("Remove it for good")
    success_message = _("The remark is removed.")

    def get_lead(self):
        return self.record.wave.title

    def carry_out(self, form):
        reason = form.cleaned_data["reason"]
        return transitions.remove_remark(remark=self.record, by=self.request.user, reason=reason)

    def get_success_url(self):
        return self.record.wave.get_absolute_url()
