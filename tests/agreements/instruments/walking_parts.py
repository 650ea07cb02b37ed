"""Steps of a walk that change what an agreement consists of: parties, clauses, amendments."""

from datetime import timedelta

from agreements.instruments import transitions as verbs
from agreements.models import AmendmentChange
from collabgov.kit.errors import Refused
from tests.agreements.instruments.scene import day


def last_of(rows):
    """The last one; where there is none nobody can try anything with it."""
    if (row := rows.last()) is None:
        raise Refused("Nothing is there.")
    return row


class OfParts:
    """Parties, clauses and papers; `table`, `letters` and `common` are the walk's."""

    def party(self, agreement, number):
        place = last_of(agreement.parties)
        by = self.table.coordinator
        if number % 3 == 0:
            verbs.remove_party(place=place, by=by)
        elif number % 3 == 1:
            verbs.edit_party(place=place, by=by, must_sign=number % 2 == 0, position=number % 4 + 1)
        else:
            party = self.table.parties[number % len(self.table.parties)]
            verbs.add_party(**self.common(agreement), party=party, must_sign=False)

    def clause(self, agreement, number):
        by = self.table.coordinator
        if number % 3 == 0:
            owed = {"is_obligation": True, "owed_by": agreement.parties.first()}
            verbs.add_clause(**self.common(agreement), text=f"Pasal {number}.", **owed)
            return
        clause = last_of(agreement.clauses)
        if number % 3 == 1:
            verbs.edit_clause(clause=clause, by=by, version=clause.version, text=f"Ubah {number}.")
        else:
            verbs.remove_clause(clause=clause, by=by)

    def promise(self, agreement, number):
        clause = last_of(agreement.clauses)
        verbs.promise_obligation(clause=clause, by=self.table.coordinator, due_on=day(number % 5))

    def attach(self, agreement, number):
        role = ("text", "signed_copy", "termination")[number % 3]
        verbs.attach_document(
            **self.common(agreement), role=role, document=self.letters[number % 2]
        )

    def detach(self, agreement, _number):
        paper = last_of(agreement.papers)
        verbs.detach_document(paper=paper, by=self.table.coordinator, reason="Salah.")

    def check(self, agreement, number):
        verb = verbs.check_paper if number % 3 else verbs.uncheck_paper
        verb(place=last_of(agreement.parties), item="seal", by=self.table.coordinator)


class OfAmendments:
    """Amendments, from the draft to what becomes of it."""

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

    def edit_amendment(self, agreement, number):
        amendment = last_of(agreement.amendments)
        said = (
            {"kind": "extension"},
            {"kind": "change"},
            {"effective_on": day(number % 7)},
            {"changes": {"ends_on": day(number % 12)}},
        )[number % 4]
        verbs.edit_amendment(
            amendment=amendment, by=self.table.coordinator, version=amendment.version, **said
        )

    def amend_clause(self, agreement, number):
        said = {"amendment": last_of(agreement.amendments), "by": self.table.coordinator}
        if number % 4 == 0:
            verbs.new_clause(**said, text=f"Tambahan {number}.")
        elif number % 4 == 1:
            verbs.change_clause(**said, clause=last_of(agreement.clauses), text=f"Baru {number}.")
        elif number % 4 == 2:
            verbs.take_out_clause(**said, clause=last_of(agreement.clauses))
        else:
            rows = AmendmentChange.objects.filter(amendment=said["amendment"])
            verbs.drop_change(change=last_of(rows), by=said["by"])
