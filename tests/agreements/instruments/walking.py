"""What people may try with an agreement, its child and their amendments, as steps of a walk."""

from datetime import timedelta

from django.utils import timezone

from agreements.instruments import transitions as verbs
from agreements.models import Agreement, Signature
from collabgov.kit.errors import Refused
from tests.agreements.instruments.scene import day


class Clock:
    """The time of the site, moved on by days; `timezone.now` while a test patches it."""

    def __init__(self, now):
        self.real, self.days = now, 0

    def __call__(self):
        return self.real() + timedelta(days=self.days)


class Walk:
    """A parent and its child, and every verb as a step: its name, of which one, a number."""

    def __init__(self, table, clock, *, letters, ended_post, begins):
        self.table, self.clock = table, clock
        self.letters, self.ended_post = letters, ended_post
        parent, child = begins
        self.parent = self.begin(parent, title="Induk")
        self.child = self.begin(child, title="Anak", parent=self.parent)
        self.said_to_stay = set()

    def begin(self, state, **fields):
        make = {"draft": self.table.draft, "ready": self.table.ready}
        term = {"starts_on": day(0), "ends_on": day(8)}
        return make.get(state, self.table.in_force)(**term, **fields)

    def all(self):
        return list(Agreement.objects.filter(collaboration=self.table.collaboration).order_by("pk"))

    def take(self, name, which, number):
        """Try a step, the usual one where none is named; returns its name."""
        agreement = self.child if which else self.parent
        agreement.refresh_from_db()
        self.tried = name or usual(agreement, number)
        getattr(self, self.tried)(agreement, number // 7)

    def choice(self, agreement, number):
        """What is said of the child: nothing, along, or that it stays."""
        child = agreement.children.order_by("pk").first()
        if child is None or number % 4 == 0:
            return None, None
        goes = "stays_alone" if number % 4 == 1 else "along"
        return child, {child.pk: goes}

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
        party = number % 2
        said = {"signed_on": day((0, 0, 0, 0, 0, -1, 1, -3)[number % 8])}
        if number % 7 == 0:  # the other party's post, sometimes with a power of attorney
            said["appointment"] = self.table.posts[1 - party]
        if number % 14 == 0:
            said |= {"authority": "power_of_attorney", "power": self.letters[0]}
        if number % 11 == 0:
            said["appointment"] = self.ended_post
        self.table.sign(agreement, party, amendment=amendment, **said)

    def sign_amendment(self, agreement, number):
        self.sign(agreement, number, amendment=last_of(agreement.amendments))

    def take_back(self, agreement, _number):
        signature = last_of(Signature.objects.standing().filter(place__agreement=agreement))
        verbs.take_back_signature(signature=signature, by=self.table.coordinator, reason="Salah.")

    def suspend(self, agreement, number):
        child, said = self.choice(agreement, number)
        verbs.suspend(**self.common(agreement), reason="Jeda.", children=said)
        if child and said[child.pk] == "stays_alone":
            self.said_to_stay.add(child.pk)

    def resume(self, agreement, _number):
        verbs.resume(**self.common(agreement))

    def end(self, agreement, number):
        _child, said = self.choice(agreement, number)
        verbs.end(**self.common(agreement), reason="Sepakat.", children=said)

    def terminate(self, agreement, number):
        _child, said = self.choice(agreement, number)
        verbs.terminate(
            **self.common(agreement),
            reason="Beban." if number % 5 else " ",
            effective_on=day((0, 2, -1, 99)[number % 4]),
            document=self.letters[1] if number % 3 else None,
            children=said,
        )

    def request_termination(self, agreement, number):
        verbs.request_termination(
            **self.common(agreement), reason="Beban.", effective_on=day(number % 4)
        )

    def drop_termination(self, agreement, _number):
        verbs.drop_termination(**self.common(agreement))

    def amend(self, agreement, number):
        kind, changes = (
            ("change", {"subject": f"Pokok {number}."}),
            ("change", {"ends_on": agreement.ends_on - timedelta(days=1)}),
            ("extension", {"ends_on": agreement.ends_on + timedelta(days=3)}),
            ("change", {}),
        )[number % 4]
        later = day(number % 6) if number % 3 == 0 else None
        self.table.amendment(agreement, kind=kind, changes=changes, effective_on=later)

    def offer(self, agreement, _number):
        self.of_amendment(verbs.offer_amendment, agreement)

    def recall(self, agreement, _number):
        self.of_amendment(verbs.recall_amendment, agreement)

    def withdraw(self, agreement, _number):
        self.of_amendment(verbs.withdraw_amendment, agreement, reason="Batal.")

    def of_amendment(self, verb, agreement, **said):
        verb(amendment=last_of(agreement.amendments), by=self.table.coordinator, **said)

    def edit(self, agreement, number):
        verbs.edit_agreement(
            **self.common(agreement), version=agreement.version, ends_on=day(number % 9)
        )

    def renew(self, agreement, _number):
        verbs.renew(**self.common(agreement))

    def next_stage(self, agreement, _number):
        verbs.next_stage(**self.common(agreement))

    def detach(self, agreement, _number):
        paper = last_of(agreement.papers)
        verbs.detach_document(paper=paper, by=self.table.coordinator, reason="Salah.")


STEPS = (
    *("pass_days", "advance", "forward", "send_back", "abandon", "sign", "sign_amendment"),
    *("take_back", "suspend", "resume", "end", "terminate", "request_termination"),
    *("drop_termination", "amend", "offer", "recall", "withdraw", "edit", "renew"),
    *("next_stage", "detach"),
)
# What people usually try in a state: with these most walks come somewhere.
WRITING = ("forward", "forward", "forward", "edit", "next_stage")
SIGNING = ("sign", "sign", "sign", "sign", "sign", "take_back", "pass_days", "send_back")
HOLDING = (
    *("amend", "suspend", "end", "terminate", "request_termination", "renew", "pass_days"),
    *("advance", "drop_termination", "amend"),
)
AMENDED = ("offer", "sign_amendment", "sign_amendment", "withdraw", "recall", "pass_days")
USUAL = {
    "draft": WRITING,
    "negotiation": WRITING,
    "ready_to_sign": SIGNING,
    "partly_signed": SIGNING,
    "in_force": HOLDING,
    "suspended": ("resume", "resume", "end", "terminate", "pass_days", "advance"),
}


def last_of(rows):
    """The last one; where there is none nobody can try anything with it."""
    if (row := rows.last()) is None:
        raise Refused("Nothing is there.")
    return row


def usual(agreement, number):
    """A step that people usually try with it as it stands."""
    if agreement.amendments.open().exists():
        return AMENDED[number % len(AMENDED)]
    steps = USUAL.get(agreement.state, STEPS)
    return steps[number % len(steps)]


def today():
    return timezone.localdate()
