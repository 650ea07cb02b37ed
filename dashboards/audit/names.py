"""What linked records are called: one question to each table, however many lines a page has."""

from collections import defaultdict

from django.utils.translation import gettext as _

from actors.models import User
from collabgov.kit.models import joined

# What the name of a record is made of, beside its own columns.
BESIDE = {
    "actors.user": ("person",),
    "actors.appointment": ("person",),
    "actors.importcontent": ("run",),
    "agreements.acknowledgement": ("party__organization",),
    "agreements.agreementdocument": ("document",),
    "agreements.agreementlegalbasis": ("legal_basis",),
    "agreements.agreementparty": ("party__organization",),
    "agreements.amendmentchange": ("clause",),
    "agreements.arearesponsibility": ("party__organization",),
    "agreements.assistanceground": ("kind",),
    "agreements.attendance": ("organization", "person"),
    "agreements.baseline": ("indicator",),
    "agreements.calendarfeed": ("user__person",),
    "agreements.collaborationlegalbasis": ("legal_basis",),
    "agreements.coordinator": ("person",),
    "agreements.delivery": ("pledge",),
    "agreements.findingcontribution": ("party__organization",),
    "agreements.definitionconsent": ("party__organization",),
    "agreements.goalsupport": ("party__organization",),
    "agreements.knowledgeuse": ("asset",),
    "agreements.jointservicecost": ("party__organization",),
    "agreements.measurement": ("indicator",),
    "agreements.minutesanswer": ("party__organization",),
    "agreements.minutesversion": ("meeting",),
    "agreements.party": ("organization",),
    "agreements.problemdefinition": ("collaboration",),
    "agreements.position": ("party__organization",),
    "agreements.pulsediscussion": ("wave",),
    "agreements.pulseinvitation": ("person", "party__organization", "wave"),
    "agreements.reportingduty": ("party__organization", "indicator"),
    "agreements.representative": ("person",),
    "agreements.resultlink": ("cause", "effect"),
    "agreements.rivalry": ("indicator",),
    "agreements.roleassignment": ("party__organization",),
    "agreements.servicegiver": ("party__organization",),
    "agreements.signature": ("place__party__organization", "appointment__person"),
    "agreements.signingcheck": ("place__party__organization",),
    "agreements.target": ("indicator",),
    "agreements.theoryconsent": ("party__organization",),
    "agreements.theoryofchange": ("collaboration",),
    "agreements.trainingreceiver": ("organization",),
}


class Names:
    """Names by model and number, asked for together."""

    def __init__(self, *, may_see_addresses):
        self._may_see_addresses = may_see_addresses
        self._wanted = defaultdict(set)
        self._found = {}

    def want(self, model, pk):
        if pk is not None:
            self._wanted[model].add(pk)

    def load(self):
        for model, pks in sorted(self._wanted.items(), key=lambda each: each[0]._meta.label):
            beside = BESIDE.get(model._meta.label_lower, ())
            rows = joined(model._base_manager.order_by(), *beside).in_bulk(pks)
            self._found |= {(model, pk): row for pk, row in rows.items()}
        self._wanted.clear()

    def record(self, model, pk):
        return self._found.get((model, pk))

    def of(self, model, pk):
        """What the record is called today; of one that is gone, its number."""
        record = self._found.get((model, pk))
        if isinstance(record, User):
            return account_name(str(record), record.email, self._may_see_addresses)
        return f"#{pk}" if record is None else str(record)


def account_name(label, email, may_see_addresses):
    """An account without a person is called by its email: not to everybody."""
    is_address = bool(label) and label == email
    return _("An account without a name") if is_address and not may_see_addresses else label
