"""The pages on which a party says where it stands, or confirms what was said for it."""

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from agreements.charter.forms.people import ConfirmForm
from agreements.charter.forms.positions import PositionForm
from agreements.charter.rules import is_coordinator_of, represented_organizations, speaks_for
from agreements.charter.stances import deciding
from collabgov.kit.ids import as_id


class WhoseWord:
    """For which party a position is stated, and whether that is the reader's to say."""

    def parties(self):
        """Those whose position this reader may state."""
        rows = self.asked().for_list()
        if is_coordinator_of(self.request.user, self.collaboration):
            return rows
        mine = represented_organizations(self.request.user, self.collaboration)
        return rows.filter(organization__in=mine)

    def asked(self):
        """The parties that may state a position now, whoever the reader is."""
        return deciding(self.collaboration)

    @cached_property
    def chosen(self):
        """The party of the address, or the only one."""
        wanted, parties = as_id(self.request.GET.get("party", "")), list(self.parties())
        return next((one for one in parties if one.pk == wanted or len(parties) == 1), None)

    @property
    def note(self):
        """Whose word it is, when it is not the reader's to give."""
        if self.chosen is None or speaks_for(self.request.user, self.chosen):
            return ""
        sentence = _("You state this on behalf of %(party)s. It is marked until they confirm it.")
        return sentence % {"party": self.chosen.organization.name}


class PositionStatePage(WhoseWord):
    """A representative speaks for the own party; the coordinator where nobody has.

    Mix into a form page of the record; `stated` names its positions, `carry_out` calls the verb.
    """

    form_class = PositionForm
    anchor = "positions"
    stated = "consents"
    title = _("State a position")
    lead = _("Silence does not count as agreement. A word given for others waits for theirs.")
    submit_label = _("State the position")
    success_message = _("The position is recorded.")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "parties": self.parties()}

    def get_initial(self):
        """The party of the address or the only one, with what it said so far."""
        party = self.chosen
        if party is None:
            return {}
        said = getattr(self.record, self.stated).filter(party=party).first()
        facts = {"stance": said.stance, "reason": said.reason} if said else {}
        return {"party": party.pk, **facts}


class PositionConfirmPage:
    """The party stands by what the coordinator stated for it; mix into a form page of the row."""

    form_class = ConfirmForm
    anchor = "positions"
    title = _("Confirm the position")
    note = _("Not what your organization says? Then state its position instead.")
    submit_label = _("Confirm it")
    success_message = _("The position is confirmed.")

    def get_lead(self):
        return f"{self.record}. {self.record.reason}" if self.record.reason else str(self.record)
