"""The tables of the trail: what a row is called, and which record it is a part of."""

from functools import cache

from django.apps import apps
from django.db.models import Q
from django.utils.text import capfirst

from collabgov.kit.audit import event_model, event_models

# Records with a page of their own, and so with a page of their history.
PAGES = (
    "actors.organization",
    "actors.person",
    "actors.region",
    "actors.user",
    "agreements.collaboration",
    "agreements.document",
    "agreements.meeting",
    "agreements.decision",
    "agreements.commitment",
    "agreements.pledge",
    "agreements.assistancerequest",
    "agreements.structure",
    "agreements.jointservice",
    "agreements.servicerequest",
    "agreements.arearesponsibility",
    "agreements.groundrule",
    "agreements.guideline",
    "agreements.knowledgeasset",
    "agreements.training",
    "agreements.legalbasis",
    "agreements.agreement",
    "agreements.amendment",
    "agreements.agreementtype",
    "agreements.problemdefinition",
    "agreements.theoryofchange",
    "agreements.goal",
    "agreements.indicator",
    "agreements.measurement",
    "agreements.rivalry",
)
FIRST = ("insert", "baseline")  # every row has one of these: with it, it began to belong
# Rows that are a part of another record: the column that names it.
PART_OF = {
    "actors.appointment": "person",
    "agreements.party": "collaboration",
    "agreements.partychange": "party",
    "agreements.representative": "party",
    "agreements.cycle": "collaboration",
    "agreements.coordinator": "collaboration",
    "agreements.driver": "collaboration",
    "agreements.stakeholder": "collaboration",
    "agreements.documentversion": "document",
    "agreements.contextfactor": "collaboration",
    "agreements.collaborationlegalbasis": "collaboration",
    "agreements.collaborationchange": "collaboration",
    "agreements.agreement": "collaboration",
    "agreements.agreementstage": "type",
    "agreements.requireddocument": "type",
    "agreements.agreementparty": "agreement",
    "agreements.agreementlegalbasis": "agreement",
    "agreements.clause": "agreement",
    "agreements.agreementdocument": "agreement",
    "agreements.amendment": "agreement",
    "agreements.amendmentchange": "amendment",
    "agreements.signature": "place",
    "agreements.signingcheck": "place",
    "agreements.agreementchange": "agreement",
    "agreements.problemdefinition": "collaboration",
    "agreements.definitionconsent": "definition",
    "agreements.definitionchange": "definition",
    "agreements.sharedterm": "collaboration",
    "agreements.termchange": "term",
    "agreements.theoryofchange": "collaboration",
    "agreements.result": "theory",
    "agreements.resultlink": "theory",
    "agreements.theoryconsent": "theory",
    "agreements.theorychange": "theory",
    "agreements.goal": "collaboration",
    "agreements.goalsupport": "goal",
    "agreements.planalignment": "goal",
    "agreements.goalchange": "goal",
    "agreements.indicator": "goal",
    "agreements.baseline": "indicator",
    "agreements.target": "indicator",
    "agreements.reportingduty": "indicator",
    "agreements.measurement": "indicator",
    "agreements.measurementchange": "measurement",
    "agreements.rivalry": "indicator",
    "agreements.periodlock": "collaboration",
    "agreements.attendance": "meeting",
    "agreements.agendaitem": "meeting",
    "agreements.decision": "meeting",
    "agreements.decisionchange": "decision",
    "agreements.option": "agenda_item",
    "agreements.position": "decision",
    "agreements.positionchange": "position",
    "agreements.objectionanswer": "position",
    "agreements.meetingchange": "meeting",
    "agreements.commitmentchange": "commitment",
    "agreements.duedatechange": "commitment",
    "agreements.progressupdate": "commitment",
    "agreements.resourceneed": "collaboration",
    "agreements.needchange": "need",
    "agreements.pledge": "collaboration",
    "agreements.pledgechange": "pledge",
    "agreements.delivery": "pledge",
    "agreements.assistancerequest": "collaboration",
    "agreements.assistanceground": "request",
    "agreements.assistancechange": "request",
    "agreements.assistanceresponse": "request",
    "agreements.assistanceescalation": "request",
    "agreements.assistancecost": "request",
    "agreements.groundrule": "collaboration",
    "agreements.groundrulechange": "rule",
    "agreements.guideline": "collaboration",
    "agreements.guidelinechange": "guideline",
    "agreements.knowledgeasset": "collaboration",
    "agreements.knowledgeuse": "asset",
    "agreements.knowledgechange": "asset",
    "agreements.training": "collaboration",
    "agreements.trainingreceiver": "training",
    "agreements.trainingchange": "training",
    "agreements.structure": "collaboration",
    "agreements.jointservice": "collaboration",
    "agreements.jointservicechange": "service",
    "agreements.servicepurpose": "service",
    "agreements.servicegiver": "service",
    "agreements.servicestandard": "service",
    "agreements.servicerequest": "service",
    "agreements.servicerequestchange": "request",
    "agreements.jointservicecost": "service",
    "agreements.roleassignment": "collaboration",
    "agreements.arearesponsibility": "goal",
    "agreements.arrangementchange": "collaboration",
}
# What a row is called by, where no single column is its name.
CALLED = {
    "actors.appointment": ("post", "organization"),
    "actors.person": ("full_name",),
    "actors.user": ("email",),
    "agreements.commitment": ("code", "promise"),
    "agreements.party": ("organization",),
    "agreements.partychange": ("party",),
    "agreements.coordinator": ("person",),
    "agreements.representative": ("person",),
    "agreements.attendance": ("organization", "person"),
    "agreements.stakeholder": ("organization", "group_name"),
    "agreements.documentversion": ("document", "original_name"),
    "agreements.letterhead": ("organization", "original_name"),
    "agreements.driver": ("description",),
    "agreements.contextfactor": ("description",),
    "agreements.collaborationlegalbasis": ("legal_basis",),
    "agreements.agreementparty": ("party",),
    "agreements.agreementlegalbasis": ("legal_basis",),
    "agreements.agreementdocument": ("document",),
    "agreements.clause": ("number", "text"),
    "agreements.amendment": ("number", "reason"),
    "agreements.amendmentchange": ("field", "clause"),
    "agreements.signature": ("place", "appointment"),
    "agreements.signingcheck": ("place", "item"),
    "agreements.agreementchange": ("agreement",),
    "agreements.problemdefinition": ("text",),
    "agreements.definitionconsent": ("party",),
    "agreements.definitionchange": ("definition",),
    "agreements.termchange": ("term",),
    "agreements.theoryofchange": ("summary",),
    "agreements.resultlink": ("cause", "effect"),
    "agreements.decisionchange": ("decision",),
    "agreements.position": ("party",),
    "agreements.positionchange": ("position",),
    "agreements.objectionanswer": ("position",),
    "agreements.theoryconsent": ("party",),
    "agreements.theorychange": ("theory",),
    "agreements.goalsupport": ("party",),
    "agreements.goalchange": ("goal",),
    "agreements.baseline": ("indicator", "value"),
    "agreements.target": ("indicator", "value"),
    "agreements.reportingduty": ("party", "indicator"),
    "agreements.measurement": ("indicator", "value"),
    "agreements.measurementchange": ("measurement",),
    "agreements.rivalry": ("indicator",),
    "agreements.periodlock": ("reason",),
    "agreements.progressupdate": ("note",),
    "agreements.duedatechange": ("reason",),
    "agreements.collaborationchange": ("collaboration",),
    "agreements.meetingchange": ("meeting",),
    "agreements.commitmentchange": ("commitment",),
    "agreements.resourceneed": ("what",),
    "agreements.needchange": ("need",),
    "agreements.pledge": ("what",),
    "agreements.pledgechange": ("pledge",),
    "agreements.delivery": ("pledge", "quantity"),
    "agreements.assistancerequest": ("subject",),
    "agreements.assistanceground": ("kind",),
    "agreements.assistancechange": ("request",),
    "agreements.assistanceresponse": ("request",),
    "agreements.assistanceescalation": ("reason",),
    "agreements.assistancecost": ("item",),
    "agreements.groundrulechange": ("rule",),
    "agreements.guidelinechange": ("guideline",),
    "agreements.knowledgeuse": ("asset",),
    "agreements.knowledgechange": ("asset",),
    "agreements.training": ("topic",),
    "agreements.trainingreceiver": ("organization",),
    "agreements.trainingchange": ("training",),
    "agreements.roleassignment": ("role", "party"),
    "agreements.arearesponsibility": ("goal", "party"),
    "agreements.arrangementchange": ("subject",),
    "agreements.jointservicechange": ("service",),
    "agreements.servicepurpose": ("party", "purpose"),
    "agreements.servicegiver": ("party",),
    "agreements.servicestandard": ("number",),
    "agreements.servicerequest": ("number", "what"),
    "agreements.servicerequestchange": ("request",),
    "agreements.jointservicecost": ("party", "held_on"),
}
NAMES = ("name", "title", "label", "topic", "text", "code", "short", "email", "file_name")
# Only who needs them for their work sees how to reach a person; see `actors/people/rules.py`.
CONTACTS = {"actors.person": frozenset({"email", "phone", "consent_note"})}
# What a line says already, or nobody reads: who, when, and marks of the machine.
UNSPOKEN = frozenset(
    {
        "id",
        "version",
        "submission_id",
        "created_at",
        "updated_at",
        "is_sample",
        "made_by",
        "made_at",
    }
)


def label_of(key):
    """What the rows of a table are called, in the reader's language."""
    try:
        return capfirst(apps.get_model(key)._meta.verbose_name)
    except (LookupError, ValueError):  # a table of long ago
        return key


def key_of(model):
    return model._meta.label_lower


@cache
def events_by_key():
    """Every table of events, under the name of the table it tells of."""
    return {key_of(events.pgh_tracked_model): events for events in event_models()}


def model_called(slug):
    """The model whose history an address names ("meeting"), or None."""
    key = next((key for key in PAGES if key.partition(".")[2] == slug), None)
    return apps.get_model(key) if key else None


def belongs_to(key, root, pks):
    """A condition on the events of table `key`: rows of, or part of, these records of `root`.

    None when the table is no part of such records. The events themselves say what belonged to
    what, so a row that is gone is still found.
    """
    if key == root:
        return Q(pgh_obj_id__in=pks)
    model = apps.get_model(key)
    column = _link(model, root) or PART_OF.get(key)
    if column is None or not _has(event_model(model), column):
        return None
    parent = key_of(model._meta.get_field(column).related_model)
    if parent == root:
        return Q(**{f"{column}_id__in": pks})
    condition = belongs_to(parent, root, pks)
    if condition is None:
        return None
    firsts = event_model(apps.get_model(parent)).objects.filter(pgh_label__in=FIRST)
    rows = firsts.filter(condition)
    return Q(**{f"{column}_id__in": rows.values("pgh_obj_id")})


def _link(model, root):
    """A column that leads straight to a collaboration: whoever runs it reads all in it."""
    is_wanted = root == "agreements.collaboration" and _has(model, "collaboration")
    return "collaboration" if is_wanted else None


def _has(model, name):
    return model is not None and any(field.name == name for field in model._meta.local_fields)


def family_of(root):
    """The tables whose rows the history of a record shows: its own, and those of its parts."""
    keys, grown = {root}, True
    while grown:
        more = {key for key in PART_OF if above(key) in keys} - keys
        keys, grown = keys | more, bool(more)
    return keys & events_by_key().keys()


def above(key):
    """The table that the rows of this one are parts of."""
    return key_of(apps.get_model(key)._meta.get_field(PART_OF[key]).related_model)
