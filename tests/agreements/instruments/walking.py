"""What people may try with an agreement, what rests on it and their amendments: steps of a walk."""

from datetime import timedelta

from django.utils import timezone

from agreements.instruments import transitions as verbs
from agreements.instruments.family import ancestors
from agreements.models import Agreement, Signature
from tests.agreements.instruments.scene import day
from tests.agreements.instruments.walking_parts import OfAmendments, OfParts, last_of


class Clock:
    """The time of the site, moved on by days; `timezone.now` while a test patches it."""

    def __init__(self, now):
        self.real, self.days = now, 0

    def __call__(self):
        return self.real() + timedelta(days=self.days)


class Walk(OfParts, OfAmendments):
    """Three that rest on each other, and every verb as a step: its name, of which one, a number.

    The third party at the table is in them, and need not sign.
    """

    def __init__(self, table, clock, *, letters, ended_post, begins):
        self.table, self.clock = table, clock
        self.letters, self.ended_post = letters, ended_post
        self.said_to_stay, above = set(), None
        for state, title in zip(begins, ("Induk", "Anak", "Cucu"), strict=True):
            above = self.begin(state, title=title, parent=above)

    def begin(self, state, **fields):
        make = {"draft": self.table.draft, "ready": self.table.ready}
        first, second, third = self.table.parties
        parties = [(first, True, ""), (second, True, ""), (third, False, "")]
        term = {"starts_on": day(3 if state == "waiting" else 0), "ends_on": day(8)}
        made = make.get(state, self.table.in_force)(**term, parties=parties, **fields)
        if state == "amended":
            self.table.amendment(made)
        return made

    def all(self):
        return list(Agreement.objects.filter(collaboration=self.table.collaboration).order_by("pk"))

    def take(self, name, which, number):
        """Try a step, the usual one where none is named; returns its name."""
        rows = self.all()
        agreement = rows[min(which, len(rows) - 1)]
        self.tried = name or usual(agreement, number)
        getattr(self, self.tried)(agreement, number // 7)

    def choice(self, agreement, number):
        """What is said of what rests on it: nothing, along, or that one of them stays."""
        below = [row for row in self.all() if agreement in ancestors(row)]
        if not below or number % 5 == 0:
            return None
        said = dict.fromkeys((row.pk for row in below), "along")
        if number % 5 == 1:
            said[below[0].pk] = "stays_alone"
        elif number % 5 == 2:
            said[below[-1].pk] = "stays_alone"
        return said

    def common(self, agreement):
        return {"agreement": agreement, "by": self.table.coordinator}

    # The steps.
    def pass_days(self, _agreement, number):
        self.clock.days += number % 5

    def advance(self, _agreement, _number):
        list(verbs.advance())

    def forward(self, agreement, _number):
        verbs.forward(**self.common(agreement))

    def send_back(self, agreement, number):
        to = ("draft", "negotiation", "ready_to_sign")[number % 3]
        verbs.send_back(**self.common(agreement), to=to, reason="Ubah.")

    def abandon(self, agreement, number):
        verbs.abandon(**self.common(agreement), reason="Batal." if number % 3 else " ")

    def sign(self, agreement, number, amendment=None):
        party = (0, 1, 0, 1, 2)[number % 5]
        said = {"signed_on": day((0, 0, 0, 0, 0, -1, 1, -3)[number % 8])}
        if number % 3 == 0:
            said["by"] = self.table.coordinator
        if number % 7 == 0:  # another party's post, sometimes with a power of attorney
            said["appointment"] = self.table.posts[party - 1]
        if number % 14 == 0:
            said |= {"authority": "power_of_attorney", "power": self.letters[0]}
        if number % 11 == 0:
            said["appointment"] = self.ended_post
        self.table.sign(agreement, party, amendment=amendment, **said)

    def sign_amendment(self, agreement, number):
        self.sign(agreement, number, amendment=last_of(agreement.amendments))

    def confirm(self, agreement, number):
        rows = Signature.objects.standing().filter(place__agreement=agreement)
        verbs.confirm_signature(signature=last_of(rows), by=self.table.speakers[number % 3])

    def take_back(self, agreement, number):
        rows = Signature.objects.standing().filter(place__agreement=agreement)
        signature = last_of(rows.order_by("pk" if number % 2 else "-pk"))
        verbs.take_back_signature(signature=signature, by=self.table.coordinator, reason="Salah.")

    def suspend(self, agreement, number):
        said = self.choice(agreement, number)
        verbs.suspend(**self.common(agreement), reason="Jeda.", children=said)
        self.said_to_stay |= {pk for pk, goes in (said or {}).items() if goes == "stays_alone"}

    def resume(self, agreement, _number):
        verbs.resume(**self.common(agreement))

    def end(self, agreement, number):
        said, on = self.choice(agreement, number), day((0, 0, -2, 1)[number % 4])
        verbs.end(**self.common(agreement), reason="Sepakat.", on=on, children=said)

    def terminate(self, agreement, number):
        verbs.terminate(
            **self.common(agreement),
            reason="Beban." if number % 5 else " ",
            effective_on=day((0, 2, -1, 99)[number % 4]),
            document=self.letters[1] if number % 3 else None,
            children=self.choice(agreement, number),
        )

    def request_termination(self, agreement, number):
        verbs.request_termination(
            **self.common(agreement), reason="Beban.", effective_on=day(number % 4)
        )

    def drop_termination(self, agreement, _number):
        verbs.drop_termination(**self.common(agreement))

    def review(self, agreement, number):
        next_time = day(number % 9) if number % 2 else None
        verbs.mark_reviewed(**self.common(agreement), note="Baik.", next_review_on=next_time)

    def edit(self, agreement, number):
        said = {"ends_on": day(number % 9)}
        if number % 4 == 0:
            said["legislature_needed"] = number % 8 == 0
        verbs.edit_agreement(**self.common(agreement), version=agreement.version, **said)

    def approve(self, agreement, number):
        verbs.approve_by_legislature(**self.common(agreement), on=day(0 if number % 3 else 1))

    def renew(self, agreement, _number):
        verbs.renew(**self.common(agreement))

    def register(self, agreement, number):
        starts = number % 4 - 2
        verbs.register_agreement(
            collaboration=self.table.collaboration,
            by=self.table.coordinator,
            type=self.table.kind,
            title=f"Lama {number}",
            parent=agreement if number % 2 else None,
            signed_on=day(-(number % 3)),
            starts_on=day(starts),
            ends_on=day(starts + number % 6),
            document=self.letters[0],
            parties=[(party, True, "") for party in self.table.parties[:2]],
        )

    def next_stage(self, agreement, _number):
        verbs.next_stage(**self.common(agreement))


STEPS = (
    *("pass_days", "advance", "forward", "send_back", "abandon", "sign", "sign_amendment"),
    *("take_back", "confirm", "suspend", "resume", "end", "terminate", "request_termination"),
    *("drop_termination", "amend", "edit_amendment", "amend_clause", "offer", "recall"),
    *("withdraw", "edit", "renew", "register", "review", "approve", "next_stage"),
    *("party", "clause", "promise", "attach", "detach", "check"),
)
# What people usually try in a state: with these most walks come somewhere.
WRITING = ("forward", "forward", "forward", "edit", "next_stage", "clause", "party", "attach")
SIGNING = ("sign", "sign", "sign", "sign", "sign", "take_back", "confirm", "pass_days", "send_back")
HOLDING = (
    *("amend", "suspend", "end", "terminate", "request_termination", "renew", "pass_days"),
    *("advance", "drop_termination", "amend", "promise", "register"),
)
AMENDED = (
    *("offer", "sign_amendment", "sign_amendment", "withdraw", "recall", "pass_days"),
    *("edit_amendment", "amend_clause", "offer", "sign_amendment", "renew", "review"),
    *("suspend", "end", "terminate", "request_termination", "drop_termination", "edit"),
)
USUAL = {
    "draft": WRITING,
    "negotiation": WRITING,
    "legislature": ("approve", "forward", "send_back"),
    "ready_to_sign": SIGNING,
    "partly_signed": SIGNING,
    "in_force": HOLDING,
    "suspended": ("resume", "resume", "end", "terminate", "pass_days", "advance"),
}


def usual(agreement, number):
    """A step that people usually try with it as it stands."""
    if agreement.amendments.open().exists():
        return AMENDED[number % len(AMENDED)]
    steps = USUAL.get(agreement.state, STEPS)
    return steps[number % len(steps)]


def today():
    return timezone.localdate()
