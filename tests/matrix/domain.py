"""Who may do what, as the domain's table says it; each row of the matrix names one of its verbs."""

from dataclasses import dataclass

from tests.matrix.table import NO_OBJECT
from tests.matrix.world import OBJECTS

ALL = frozenset({NO_OBJECT, *OBJECTS})
OURS = frozenset({NO_OBJECT, "own", "shared"})
OWN, SHARED, NONE = frozenset({"own"}), frozenset({"shared"}), frozenset()
NO_ACCOUNT = ("anonymous", "deactivated")
STRANGERS = {"outsider": ALL}
# Whoever takes part in one collaboration only sees the rows of that one.
INSIDE = {who: frozenset({"foreign"}) for who in ("member", "representative", "coordinator")}


@dataclass(frozen=True)
class Verb:
    """What a row of the matrix is about: who may do it, and from whom the record is hidden."""

    may: dict[str, frozenset]
    hidden: dict[str, frozenset]
    is_public: bool = False
    sends: "Verb | None" = None  # another one when a form is sent

    def answer(self, persona, which):
        """ "sign in", "done", "refused" or "missing", of this persona and object."""
        if persona in NO_ACCOUNT and not self.is_public:
            return "sign in"
        if self.is_public or which in self.may.get(persona, NONE):
            return "done"
        return "missing" if which in self.hidden.get(persona, NONE) else "refused"


def in_collaboration(**may):
    """About a row of a collaboration: hidden from whoever takes no part in it."""
    return Verb(may, STRANGERS | INSIDE)


def on_site(*who, **more):
    """About the register or the site: everybody signed in may know that the page is there."""
    return Verb(dict.fromkeys(who, ALL) | more, {})


EVERYBODY = ("outsider", "member", "representative", "coordinator", "admin", "auditor")
OTHERS = ("outsider", "member", "representative", "coordinator")
THEIRS = frozenset({"shared", "foreign"})
PARTNERS = {"member": OURS, "representative": OURS, "coordinator": OURS}
LOOKERS = {"admin": ALL, "auditor": ALL}

VERBS = {
    # anybody, signed in or not
    "open": Verb({}, {}, is_public=True),
    # their own page, a list of what they may see, or the register
    "read": on_site(*EVERYBODY),
    # a part of a form that htmx asks for with what was typed; nothing by itself
    "part": Verb({}, dict.fromkeys(EVERYBODY, ALL)),
    "see": in_collaboration(**PARTNERS, **LOOKERS),
    "take part": in_collaboration(**PARTNERS),
    "update own": in_collaboration(member=OWN, representative=OWN, coordinator=OURS),
    "edit own document": in_collaboration(member=OWN, coordinator=OURS),
    # an invitation is the invited office's to answer, whoever runs the collaboration
    "answer invitation": in_collaboration(member=OWN, representative=OWN),
    # of the people who are asked in a pulse, the member is one
    "answer as asked": in_collaboration(member=OWN),
    "report back": in_collaboration(member=OWN, representative=OWN),
    # what a party says of itself, and what it understood of another
    "speak for own": in_collaboration(member=OURS, representative=OURS),
    "understand": in_collaboration(member=SHARED, representative=SHARED),
    "answer": in_collaboration(representative=OWN, coordinator=OURS),
    "answer itself": in_collaboration(representative=OWN),
    "state position": in_collaboration(representative=OURS, coordinator=OURS),
    "judge": in_collaboration(representative=SHARED, coordinator=OURS),
    "judge itself": in_collaboration(representative=SHARED),  # of who receives, by nobody else
    "run": in_collaboration(coordinator=OURS),
    # what names somebody in a remark: whoever runs the pulse might pick
    "remove remark": in_collaboration(admin=ALL),
    # a guideline of the partner that one's own party reviews
    "review draft": in_collaboration(member=SHARED, representative=SHARED),
    # official assistance: who is asked gives it and stands by its answer, both sides agree on costs
    "give help": in_collaboration(member=SHARED, representative=SHARED, coordinator=OURS),
    "give own help": in_collaboration(member=SHARED, representative=SHARED),
    "stand by answer": in_collaboration(representative=SHARED),
    "agree": in_collaboration(representative=OURS),
    # values of indicators: an auditor's only verbs
    "verify": in_collaboration(coordinator=OURS, auditor=ALL),
    # everybody may look whether something waits for them
    "verify many": Verb(dict.fromkeys(EVERYBODY, ALL), {}, sends=on_site("coordinator", "auditor")),
    "dispute": in_collaboration(representative=SHARED, coordinator=OURS, auditor=ALL),
    "differ": in_collaboration(representative=SHARED, coordinator=OURS, auditor=ALL),
    # what belongs to one account; nobody else knows of it
    "own only": Verb(
        dict.fromkeys(EVERYBODY, OWN), dict.fromkeys(EVERYBODY, frozenset({"shared", "foreign"}))
    ),
    "draft": on_site("coordinator"),
    "log": on_site("member", "representative", "coordinator"),
    "log there": Verb(PARTNERS, INSIDE),
    "found": on_site("coordinator", "admin"),
    "keep register": on_site("admin"),
    "look into register": on_site("admin", "auditor"),
    # the auditor may look at two records side by side, but joins none
    "compare": Verb(LOOKERS, {}, sends=on_site("admin")),
    # what admins did to the register: nobody else knows of it
    "look into work": Verb(LOOKERS, dict.fromkeys(OTHERS, ALL)),
    "undo work": Verb({"admin": ALL}, dict.fromkeys(OTHERS, ALL)),
    "keep letterheads": Verb({"admin": ALL}, dict.fromkeys((*OTHERS, "auditor"), ALL)),
    # nobody changes their own account by these
    "manage accounts": Verb({"admin": THEIRS}, dict.fromkeys(OTHERS, THEIRS)),
    "own account": Verb(dict.fromkeys(OTHERS, OWN) | LOOKERS, dict.fromkeys(OTHERS, THEIRS)),
    # a file of parties: of whoever runs the collaboration; how it went, admins and auditors see
    "own import": Verb({"coordinator": OURS} | LOOKERS, dict.fromkeys(OTHERS, ALL)),
    "carry out import": Verb({"coordinator": OURS}, dict.fromkeys(OTHERS, ALL)),
    # of a person (the member): oneself, whoever works with them, and who keeps the register
    "handover": on_site("admin", "auditor", member=OWN),
    "own data": on_site("admin", member=OWN),
    # the trail: all of it, of what one runs, of what is one's own
    "read trail": on_site("coordinator", "admin", "auditor"),
    "history of collaboration": in_collaboration(coordinator=OURS, **LOOKERS),
    "history of both sides": in_collaboration(
        member=OURS, representative=OURS, coordinator=OURS, **LOOKERS
    ),
    "history of own": in_collaboration(member=OWN, representative=OWN, coordinator=OURS, **LOOKERS),
    "history of register": on_site("admin", "auditor", member=OWN, representative=OWN),
    "history of region": on_site("admin", "auditor"),
}


def kind_of(answer):
    """What an answer's word in the table means."""
    if answer == "in":
        return "sign in"
    if answer.startswith("5"):
        return "fault"
    return {"403": "refused", "404": "missing"}.get(answer, "done")
