"""What arrangements and joint services hold about people, who only write them down."""

from collabgov.kit.personal import AUTHOR, COPY, FROZEN, REVIEW, declare, impersonal

STATE = impersonal("a state")
CHANGE = {"from_state": STATE, "to_state": STATE, "note": FROZEN, "made_by": AUTHOR}
DECISION, PAPER = impersonal("a decision"), impersonal("a document")
GROUND_RULE = impersonal("a ground rule, whoever proposed it")
GUIDELINE = impersonal("a guideline, which organizations make")
ASSET = impersonal("a knowledge asset, which an organization keeps")
TRAINING = impersonal("a training, which an organization gives")
declare(
    "agreements.GroundRule",
    text=REVIEW,
    replaces=GROUND_RULE,
    decision=DECISION,
    ended_by=DECISION,
    recorded_by=AUTHOR,
)
declare("agreements.GroundRuleChange", rule=GROUND_RULE, **CHANGE)
declare(
    "agreements.Guideline",
    title=REVIEW,
    number=impersonal("the number of a rule"),
    document=PAPER,
    handed_in=PAPER,
    reviewed_by=AUTHOR,
    recorded_by=AUTHOR,
)
declare("agreements.GuidelineChange", guideline=GUIDELINE, **CHANGE)
declare(
    "agreements.KnowledgeAsset",
    title=REVIEW,
    about=REVIEW,
    document=PAPER,
    address=impersonal("where knowledge lies"),
    recorded_by=AUTHOR,
)
declare(
    "agreements.KnowledgeUse",
    asset=ASSET,
    decision=DECISION,
    finding=impersonal("a joint finding"),
    meeting=impersonal("a meeting, whoever led it"),
    note=FROZEN,
    recorded_by=AUTHOR,
)
declare("agreements.KnowledgeChange", asset=ASSET, subject=COPY, **CHANGE)
declare("agreements.Training", topic=REVIEW, document=PAPER, recorded_by=AUTHOR)
declare("agreements.TrainingReceiver", training=TRAINING)
declare("agreements.TrainingChange", training=TRAINING, **CHANGE)

# Joint services: offices give them; whoever asks as a citizen stays nameless.
SERVICE = impersonal("a joint service")
STANDARD = impersonal("the standard of a service, which names offices and no people")
SLIP = impersonal("the number of a slip; the database refuses what could name somebody")
declare(
    "agreements.JointService",
    name=REVIEW,
    about=REVIEW,
    place=REVIEW,
    rhythm=REVIEW,
    recorded_by=AUTHOR,
)
declare("agreements.ServicePurpose", service=SERVICE, purpose=REVIEW, target_group=REVIEW)
declare("agreements.ServiceGiver", service=SERVICE)
declare("agreements.JointServiceChange", service=SERVICE, subject=COPY, **CHANGE)
declare(
    "agreements.ServiceStandard",
    service=SERVICE,
    requirements=REVIEW,
    steps=REVIEW,
    office=REVIEW,
    complaints=REVIEW,
    law=impersonal("a rule of the country"),
    published_by=AUTHOR,
)
REQUEST = impersonal("a service request, whoever recorded it")
declare(
    "agreements.ServiceRequest",
    service=SERVICE,
    standard=STANDARD,
    reference=SLIP,
    what=REVIEW,
    recorded_by=AUTHOR,
)
declare("agreements.ServiceRequestChange", request=REQUEST, **CHANGE)
declare(
    "agreements.JointServiceCost",
    service=SERVICE,
    explanation=REVIEW,
    document=impersonal("a document"),
    stated_by=AUTHOR,
    confirmed_by=AUTHOR,
)
