"""What the tables of agreements hold about people; see `kit.personal`."""

from collabgov.kit.personal import AUTHOR, COPY, DROP, LINK, REVIEW, declare, impersonal

RULE = impersonal("a rule of the country")
STATE = impersonal("a state")
CHANGE = {"from_state": STATE, "to_state": STATE, "note": REVIEW, "made_by": AUTHOR}

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
    title=REVIEW,
    place=REVIEW,
    facilitator=LINK,
    notes=REVIEW,
    source_note=REVIEW,
    logged_by=AUTHOR,
)
declare("agreements.Attendance", person=LINK)
declare("agreements.AgendaItem", topic=REVIEW, notes=REVIEW)
declare("agreements.Decision", text=REVIEW, source_note=REVIEW)
declare("agreements.MeetingChange", **CHANGE)
declare("agreements.MeetingDraft", user=DROP, title=REVIEW, fields=REVIEW)
declare(
    "agreements.Commitment",
    code=impersonal("a number"),
    person=LINK,
    promise=REVIEW,
    confirmed_by=AUTHOR,
    recorded_by=AUTHOR,
    source_note=REVIEW,
)
declare("agreements.CommitmentChange", **CHANGE)
declare("agreements.DueDateChange", reason=REVIEW, made_by=AUTHOR)
declare("agreements.ProgressUpdate", note=REVIEW, made_by=AUTHOR)
