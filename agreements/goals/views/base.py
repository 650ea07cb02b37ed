"""What the pages of shared goals share: the guard of the charter, and the way back."""

from django.utils.translation import gettext as _

from agreements.charter.states import CollaborationState
from agreements.charter.views.base import CharterEditPage, CharterFormPage, CharterMove, CharterPage
from agreements.goals.models import TheoryOfChange
from agreements.goals.rules import collaboration_of


class AimPage(CharterPage):
    """A page about a theory, a goal, an indicator or a row of theirs, for who may edit goals."""

    rule_name = "agreements.edit_goals"
    find_collaboration = staticmethod(collaboration_of)

    def get_success_url(self):
        """Back to the page of what the record belongs to."""
        page = self.home().get_absolute_url()
        return f"{page}#{self.anchor}" if self.anchor else page

    def home(self):
        return self.record


class AimFormPage(AimPage, CharterFormPage):
    """A small form with one purpose; `self.record` is what it acts on."""

    template_name = "agreements/goals/form.html"

    def get_context_data(self, **kwargs):
        home = self.home()
        label = _("Theory of change") if isinstance(home, TheoryOfChange) else str(home)
        return super().get_context_data(home=home, home_label=label, **kwargs)


class AimEditPage(AimFormPage, CharterEditPage):
    """The same for a form that edits the record itself."""


class AimMove(AimPage, CharterMove):
    """A button: the verb of the address is carried out."""


class OfCollaborationMixin:
    """The form offers what belongs to this collaboration only."""

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "collaboration": self.collaboration}


def may_edit(user, record):
    """Whether the reader is offered the buttons that change it."""
    collaboration = collaboration_of(record)
    is_open = collaboration.state != CollaborationState.CLOSED
    return is_open and user.has_perm("agreements.edit_goals", record)
