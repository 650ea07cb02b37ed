"""A text for every word of each kind of document: a new letterhead is tried with them."""

from agreements.letters.kinds import Purpose

SIGN = "…"


def _texts(*names):
    return dict.fromkeys(names, SIGN)


HEAD = _texts("kind", "title", "sender", "collaboration", "notice", "printed")
MEETING = {**HEAD, "left_out": SIGN, "facts": [_texts("label", "text")]}
DECISION = _texts("text", "how", "positions", "mark")
EXAMPLE = {
    **HEAD,
    **_texts("number", "state", "subject", "term", "signed_on"),
    "parties": [_texts("place", "name", "number", "signed")],
    "bases": [SIGN],
    "clauses": [_texts("number", "text", "owed_by", "due_on", "changed")],
    "amendments": [_texts("name", "since", "reason") | {"changes": [SIGN]}],
    "label": _texts(
        *("number", "parties", "bases", "subject", "owed_by", "due_on"),
        *("amendments", "signatures"),
    ),
}
AGENDA = {
    **MEETING,
    "invited": [SIGN],
    "items": [_texts("number", "topic", "duration", "presenter", "mark")],
    "label": _texts("invited", "agenda", "number", "topic", "duration", "presenter"),
}
MINUTES = {
    **MEETING,
    **_texts("absent", "notes", "guests"),
    "there": [_texts("name", "people")],
    "items": [_texts("number", "topic", "notes", "mark") | {"decisions": [DECISION]}],
    "decisions": [DECISION],
    "commitments": [_texts("who", "promise", "due_on", "code", "mark")],
    "answers": [_texts("party", "says", "text", "reply")],
    "label": _texts(
        *("there", "absent", "topics", "decision", "notes", "commitments"),
        *("answers", "reply", "guests"),
    ),
}
EXAMPLES = {Purpose.AGREEMENT: EXAMPLE, Purpose.AGENDA: AGENDA, Purpose.MINUTES: MINUTES}
