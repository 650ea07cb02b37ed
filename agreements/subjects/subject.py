"""One person as the whole database knows them: merged records, accounts, names, addresses."""

import re
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q

from actors.models import Person, User
from collabgov.kit.audit import event_model

REMOVED = "Removed person"
REMOVED_HOST = "removed.invalid"
SHORTEST_NUMBER = 6


@dataclass(frozen=True)
class Subject:
    """`person` may be None for an account without one; then `accounts` holds it."""

    person: Person | None
    people: tuple
    accounts: tuple

    @classmethod
    def of(cls, record):
        """The subject behind a person or an account."""
        person = record.person if isinstance(record, User) else record
        if person is None:
            return cls(None, (), (record,))
        people = {person.pk: person}
        wave = [person.pk]
        while wave:
            rows = Person._base_manager.filter(merged_into__in=wave).exclude(pk__in=people)
            people |= {row.pk: row for row in rows}
            wave = [row.pk for row in rows]
        accounts = User.objects.filter(person__in=people)
        return cls(person, tuple(people.values()), tuple(accounts))

    @property
    def label(self):
        """What stands in the place of the name afterwards."""
        return f"{REMOVED} {self.number}"

    @property
    def number(self):
        return self.person.pk if self.person else f"A{self.accounts[0].pk}"

    @cached_property
    def emails(self):
        rows = (*self.people, *self.accounts, *self._former(Person), *self._former(User))
        found = {one.email for one in rows if one.email}
        return frozenset(email for email in found if not email.endswith(f"@{REMOVED_HOST}"))

    @cached_property
    def words(self):
        """Every text by which they can be told, the longest first: it holds the shorter ones."""
        rows = (*self.people, *self._former(Person))
        names = {name for one in self.people for name in (one.full_name, str(one))}
        names |= {one.full_name for one in rows}
        phones = {one.phone for one in rows if len(one.phone) >= SHORTEST_NUMBER}
        found = {word for word in names | phones | self.emails if not word.startswith(REMOVED)}
        return sorted(found, key=lambda word: (-len(word), word))

    def _former(self, model):
        """How their rows once were: an earlier name or address tells them as well."""
        rows = self.people if model is Person else self.accounts
        return event_model(model).objects.filter(pgh_obj__in=[one.pk for one in rows])

    @cached_property
    def pattern(self):
        """Finds one of the words as whole words: "Ani" is not in "tanaman"."""
        if not self.words:
            return None
        return re.compile(
            rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in self.words)})(?!\w)", re.IGNORECASE
        )

    def is_in(self, text):
        return self.pattern is not None and bool(self.pattern.search(str(text)))

    def blot(self, value):
        """The same value without the person in it; JSON all the way down."""
        if self.pattern is None:
            return value
        if isinstance(value, str):
            return self.pattern.sub(self.label, value)
        if isinstance(value, dict):
            return {self.blot(key): self.blot(one) for key, one in value.items()}
        if isinstance(value, list):
            return [self.blot(one) for one in value]
        return value

    def at(self, field):
        """The condition that a link or an address of a row is this person's."""
        if field.name == "pgh_context":
            return Q(pgh_context__user__in=[one.pk for one in self.accounts])
        if field.related_model is None:
            return Q(**{f"{field.name}__in": self.emails}) | Q(
                **{f"{field.name}__in": [email.lower() for email in self.emails]}
            )
        rows = self.accounts if issubclass(field.related_model, User) else self.people
        return Q(**{f"{field.name}__in": [one.pk for one in rows]})
