"""What the tables of agreements hold about people; see `kit.personal`."""

from collabgov.kit.personal import (
    AUTHOR,
    COPY,
    DROP,
    FROZEN,
    LINK,
    REVIEW,
    SECRET,
    declare,
    impersonal,
)

RULE = impersonal("a rule of the country")
STATE = impersonal("a state")
MEETING = impersonal("a meeting, whoever led it")
TOPIC = impersonal("a topic, whoever presented it")
QUESTION = impersonal("a question, whoever wrote it down")
SERIES = impersonal("a series of meetings, whoever leads it")
PROMISE = impersonal("a promise, which itself says whose it is")
CHANGE = {"from_state": STATE, "to_state": STATE, "note": REVIEW, "made_by": AUTHOR}
FROZEN_CHANGE = CHANGE | {"note": FROZEN}

declare("agreements.Collaboration", title=REVIEW, purpose=REVIEW, source_note=REVIEW)
declare("agreements.Cycle", label=REVIEW)
declare("agreements.Party")
declare("agreements.Coordinator", person=LINK)
declare("agreements.Representative", person=LINK)
declare("agreements.Driver", description=REVIEW, source_note=REVIEW)
declare("agreements.ContextFactor", description=REVIEW, source_note=REVIEW)
declare(
    "agreements.LegalBasis",
    short_form=RULE,
    number=RULE,
    title=RULE,
    issuer=impersonal("an office"),
    url=impersonal("where a rule is published"),
    articles=REVIEW,
    verified_note=REVIEW,
    added_by=AUTHOR,
    list_key=RULE,
    search_text=RULE,
)
declare("agreements.CollaborationLegalBasis", article=REVIEW, note=REVIEW)
declare("agreements.Stakeholder", group_name=REVIEW, spoken_for_by=REVIEW, note=REVIEW)
declare(
    "agreements.Document",
    title=REVIEW,
    note=REVIEW,
    added_by=AUTHOR,
    withdrawn_by=AUTHOR,
    withdrawal_reason=REVIEW,
)
declare(
    "agreements.Letterhead",
    original_name=REVIEW,
    stored_name=impersonal("a random number"),
    sha256=impersonal("a sum over the file"),
    uploaded_by=AUTHOR,
)
declare(
    "agreements.DocumentVersion",
    original_name=REVIEW,
    stored_name=impersonal("a random number"),
    sha256=impersonal("a sum over the file"),
    note=REVIEW,
    scan_note=impersonal("what the scanner said"),
    uploaded_by=AUTHOR,
)
declare("agreements.CollaborationChange", subject=COPY, **CHANGE)
declare("agreements.PartyChange", **CHANGE)
declare(
    "agreements.Meeting",
    series=SERIES,
    title=REVIEW,
    place=REVIEW,
    facilitator=LINK,
    notes=REVIEW,
    source_note=REVIEW,
    logged_by=AUTHOR,
)
declare(
    "agreements.AgendaItem",
    meeting=MEETING,
    topic=REVIEW,
    notes=REVIEW,
    presenter=LINK,
    question=QUESTION,
)
declare(
    "agreements.Decision",
    agenda_item=TOPIC,
    meeting=MEETING,
    decided_in=MEETING,
    text=REVIEW,
    review_note=REVIEW,
    source_note=REVIEW,
)
declare("agreements.DecisionChange", **CHANGE)
declare(
    "agreements.Option", agenda_item=TOPIC, title=REVIEW, pros=REVIEW, cons=REVIEW, cost_note=REVIEW
)
declare("agreements.Position", reason=REVIEW, stated_by=AUTHOR)
declare("agreements.PositionChange", reason=REVIEW, made_by=AUTHOR)
declare("agreements.ObjectionAnswer", objection=REVIEW, text=REVIEW, answered_by=AUTHOR)
declare("agreements.MeetingChange", meeting=MEETING, subject=COPY, **CHANGE)
# Nobody can edit a version any more: where it names somebody, erasing blots that out.
declare(
    "agreements.MinutesVersion",
    meeting=MEETING,
    content=COPY,
    reason=COPY,
    shared_by=AUTHOR,
    adopted_by=AUTHOR,
)
declare(
    "agreements.MinutesAnswer",
    text=REVIEW,
    reply=REVIEW,
    answered_by=AUTHOR,
    replied_by=AUTHOR,
)
declare(
    "agreements.ProblemDefinition",
    text=REVIEW,
    in_scope=REVIEW,
    out_scope=REVIEW,
    source_note=REVIEW,
)
declare("agreements.DefinitionConsent", reason=REVIEW, stated_by=AUTHOR)
declare("agreements.DefinitionChange", subject=COPY, **CHANGE)
declare(
    "agreements.SharedTerm", term=REVIEW, definition=REVIEW, synonyms=REVIEW, source_note=REVIEW
)
declare("agreements.TermChange", term=impersonal("a word"), **CHANGE)
declare(
    "agreements.Attendance", meeting=MEETING, person=LINK, answer_note=REVIEW, answered_by=AUTHOR
)
declare(
    "agreements.MeetingSeries",
    title=REVIEW,
    place=REVIEW,
    facilitator=LINK,
    rule=impersonal("how often it meets"),
)
declare("agreements.SeriesChange", series=SERIES, **CHANGE)
declare(
    "agreements.Holiday",
    name=impersonal("a public holiday"),
    name_en=impersonal("a public holiday"),
    source_note=REVIEW,
)
declare("agreements.MeetingDraft", user=DROP, meeting=MEETING, title=REVIEW, fields=REVIEW)
declare("agreements.CalendarFeed", user=LINK, token_hash=SECRET)
declare(
    "agreements.InterestStatement",
    text=REVIEW,
    meeting=MEETING,
    recorded_by=AUTHOR,
    confirmed_by=AUTHOR,
)
declare("agreements.Acknowledgement", note=REVIEW, noted_by=AUTHOR)
declare(
    "agreements.Question",
    agenda_item=TOPIC,
    text=REVIEW,
    meeting=MEETING,
    drop_reason=REVIEW,
    recorded_by=AUTHOR,
)
declare(
    "agreements.JointFinding", text=REVIEW, meeting=MEETING, source_note=REVIEW, recorded_by=AUTHOR
)
declare("agreements.FindingContribution", note=REVIEW)
declare("agreements.DiscoveryChange", subject=COPY, **CHANGE)
declare(
    "agreements.Proposal",
    title=REVIEW,
    text=REVIEW,
    answer=REVIEW,
    recorded_by=AUTHOR,
    answered_by=AUTHOR,
)
declare("agreements.ProposalChange", title=REVIEW, text=REVIEW, **CHANGE)
declare("agreements.Assessment", title=REVIEW, meeting=MEETING)
declare("agreements.AssessmentEntry", text=REVIEW, recorded_by=AUTHOR)
for _list in ("GroundKind", "RefusalGround"):
    declare(f"agreements.{_list}", code=RULE, name=RULE, name_en=RULE, law=RULE)
declare("agreements.AssistanceTerm", law=RULE)
declare(
    "agreements.AssistanceRequest",
    subject=REVIEW,
    what=REVIEW,
    grounds_note=REVIEW,
    emergency_reason=REVIEW,
    result=REVIEW,
    feedback=REVIEW,
    giver_says=REVIEW,
    recorded_by=AUTHOR,
)
declare("agreements.AssistanceGround")
# The line of a request repeats its result, the reason of an answer, the words of a cost.
declare("agreements.AssistanceChange", **FROZEN_CHANGE)
declare(
    "agreements.AssistanceResponse",
    offered=REVIEW,
    withheld=REVIEW,
    reason=REVIEW,
    given_by=AUTHOR,
)
declare(
    "agreements.AssistanceEscalation",
    reason=REVIEW,
    answer=REVIEW,
    closed_because=REVIEW,
    escalated_by=AUTHOR,
    answered_by=AUTHOR,
)
declare(
    "agreements.AssistanceCost",
    item=REVIEW,
    budget_line=impersonal("a line of a budget"),
    requester_agreed_by=AUTHOR,
    giver_agreed_by=AUTHOR,
    opening_by=AUTHOR,
)
declare(
    "agreements.Commitment",
    code=impersonal("a number"),
    person=LINK,
    meeting=MEETING,
    promise=REVIEW,
    confirmed_by=AUTHOR,
    recorded_by=AUTHOR,
    source_note=REVIEW,
)
declare("agreements.CommitmentChange", commitment=PROMISE, **CHANGE)
declare("agreements.DueDateChange", commitment=PROMISE, reason=REVIEW, made_by=AUTHOR)
declare("agreements.ProgressUpdate", commitment=PROMISE, note=REVIEW, made_by=AUTHOR)

ASKED = impersonal("what is asked of everybody")
NOBODYS = impersonal("an answer, which belongs to nobody")
declare("agreements.PulseItem", code=ASKED, text_id=ASKED, text_en=ASKED)
declare("agreements.PulseWave", title=REVIEW, salt=SECRET, public_key=impersonal("a public key"))
declare("agreements.PulseInvitation", person=LINK, account=LINK, mailed_to=SECRET)
declare("agreements.PulseDiscussion", item=TOPIC)
declare("agreements.PulseLink", token_hash=SECRET)
INVITED = impersonal("an invitation, which itself says whose it is")
declare("agreements.PulseTurn", token_hash=SECRET, invitation=INVITED)
declare("agreements.PulseChange", **CHANGE)
declare("agreements.PulseSpool", sealed=NOBODYS)
declare("agreements.PulseResponse")
declare("agreements.PulseAnswer")
# Shown to all parties once published; where it names somebody in spite of the warning, all of it
# goes, because nothing else of it may change: see `subjects.copies`.
declare("agreements.PulseComment", text=COPY)
declare("agreements.PulseResult")

SAID_BEFORE = impersonal("a number, a name or an office of the country's rules")
declare(
    "agreements.AgreementType",
    name=SAID_BEFORE,
    name_en=SAID_BEFORE,
    code=SAID_BEFORE,
    short_name=SAID_BEFORE,
    description=REVIEW,
    description_en=REVIEW,
    source_note=REVIEW,
    source_note_en=REVIEW,
)
declare("agreements.AgreementStage", name=SAID_BEFORE, name_en=SAID_BEFORE)
declare("agreements.RequiredDocument", name=SAID_BEFORE, name_en=SAID_BEFORE)
declare(
    "agreements.Agreement",
    number=SAID_BEFORE,
    title=REVIEW,
    subject=REVIEW,
    benefits=impersonal("choices"),
    termination_reason=REVIEW,
    source_note=REVIEW,
    recorded_by=AUTHOR,
)
declare("agreements.AgreementWords", numbers=SAID_BEFORE)
declare("agreements.AgreementParty", own_number=SAID_BEFORE)
declare("agreements.AgreementLegalBasis", article=SAID_BEFORE)
declare(
    "agreements.Clause",
    number=SAID_BEFORE,
    text=REVIEW,
    words=impersonal("a search index over the number and the text"),
)
declare("agreements.AgreementDocument")
declare("agreements.Amendment", number=SAID_BEFORE, reason=REVIEW, recorded_by=AUTHOR)
declare("agreements.AmendmentChange", field=SAID_BEFORE, before=REVIEW, after=REVIEW)
declare(
    "agreements.Signature",
    appointment=LINK,
    recorded_by=AUTHOR,
    confirmed_by=AUTHOR,
    withdrawn_reason=REVIEW,
)
declare("agreements.SigningCheck", noted_by=AUTHOR)
declare("agreements.AgreementChange", subject=COPY, **CHANGE)

declare("agreements.TheoryOfChange", summary=REVIEW)
declare("agreements.Result", title=REVIEW)
declare("agreements.ResultLink", assumption=REVIEW)
declare("agreements.TheoryConsent", reason=REVIEW, stated_by=AUTHOR)
declare("agreements.TheoryChange", subject=COPY, **CHANGE)
declare("agreements.Goal", title=REVIEW, description=REVIEW)
declare("agreements.GoalSupport", role=REVIEW)
declare("agreements.PlanAlignment", title=REVIEW, place=REVIEW)
declare("agreements.GoalChange", subject=COPY, **CHANGE)
declare(
    "agreements.Indicator",
    name=REVIEW,
    unit=impersonal("a unit"),
    definition=REVIEW,
    source=REVIEW,
    note=REVIEW,
)
declare("agreements.Baseline", source_note=REVIEW)
declare("agreements.Target", note=REVIEW)
declare("agreements.ReportingDuty")
declare(
    "agreements.Measurement",
    source=REVIEW,
    note=REVIEW,
    entered_by=AUTHOR,
    submitted_by=AUTHOR,
    verified_by=AUTHOR,
)
declare("agreements.MeasurementChange", **CHANGE)
declare(
    "agreements.Rivalry",
    told_source=REVIEW,
    why=REVIEW,
    raised_by=AUTHOR,
    resolution=REVIEW,
    resolved_by=AUTHOR,
)
declare(
    "agreements.PeriodLock", reason=REVIEW, made_by=AUTHOR, lifted_reason=REVIEW, lifted_by=AUTHOR
)

# Capacity: what is needed, pledged and delivered; organizations do it, people only write it down.
NEED = impersonal("a need, whoever stated it")
PLEDGE = impersonal("a pledge, which organizations make")
declare("agreements.ResourceNeed", goal=impersonal("a goal"), what=REVIEW, unit=REVIEW)
declare("agreements.NeedChange", need=NEED, **FROZEN_CHANGE)
declare(
    "agreements.Pledge",
    what=FROZEN,
    unit=REVIEW,
    need=NEED,
    meeting=MEETING,
    decision=impersonal("a decision"),
    clause=impersonal("a clause"),
    recorded_by=AUTHOR,
)
declare("agreements.PledgeChange", pledge=PLEDGE, delivery=PLEDGE, **FROZEN_CHANGE)
declare(
    "agreements.Delivery",
    pledge=PLEDGE,
    note=FROZEN,
    evidence=impersonal("a document"),
    reported_by=AUTHOR,
    confirmed_by=AUTHOR,
)
declare("agreements.Structure", name=REVIEW, purpose=REVIEW)
declare("agreements.RoleAssignment", goal=impersonal("a goal"), appointment=LINK)
declare("agreements.AreaResponsibility", goal=impersonal("a goal"))
declare("agreements.ArrangementChange", subject=COPY, **FROZEN_CHANGE)
