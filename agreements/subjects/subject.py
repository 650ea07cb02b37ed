"""One person as the whole database knows them: merged records, accounts, names, addresses."""

from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_

from django.db.models import Q

from actors.models import Organization, Person, Region, User
from agreements.subjects.matching import Marks, words_of
from collabgov.kit.audit import event_model
from collabgov.kit.personal import Kind, fields_of, is_people, links_to_people

REMOVED = "Removed person"
REMOVED_HOST = "removed.invalid"
SHORTEST_WORD = 4


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
        while person.merged_into_id:  # one who became part of another is that other
            person = Person._base_manager.get(pk=person.merged_into_id)
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
    def marks(self):
        """By what they can be told in a text, now and by what they were once called."""
        rows = [*self.people, *self._former(Person)]
        names = {one.full_name for one in rows if not one.full_name.startswith(REMOVED)}
        names = frozenset(name for name in names if words_of(name))
        titles = ({one.title_before for one in rows}, {one.title_after for one in rows})
        return Marks(
            names=names,
            phones=frozenset(one.phone for one in rows),
            emails=self.emails,
            titles=tuple(frozenset(filter(None, each)) for each in titles),
            unusual=self._unusual(names),
        )

    def _unusual(self, names):
        """Words of the name that nobody else and no organization or place has."""
        words = {word for name in names for word in words_of(name)}
        words = {word for word in words if len(word) >= SHORTEST_WORD and word.isalpha()}
        others = (
            (Person._base_manager.exclude(pk__in=[one.pk for one in self.people]), "full_name"),
            (Organization._base_manager, "name"),
            (Region._base_manager, "name"),
        )
        return frozenset(
            word
            for word in words
            if not any(
                rows.filter(**{f"{name}__iregex": rf"\y{word}\y"}).exists() for rows, name in others
            )
        )

    def _former(self, model):
        """How their rows once were: an earlier name or address tells them as well."""
        rows = self.people if model is Person else self.accounts
        return event_model(model).objects.filter(pgh_obj__in=[one.pk for one in rows])

    def blot(self, value):
        """The same value without the person in it; JSON all the way down."""
        return self.marks.blot(value, self.label)

    def blank(self, column, row_pk):
        """What a personal field of theirs holds afterwards."""
        if column in fields_of(column.model, Kind.NAME):
            return self.label
        if column in fields_of(column.model, Kind.ADDRESS):
            return f"removed-{self.number}-{row_pk}@{REMOVED_HOST}".lower()
        return None if column.null else ""

    def at(self, field):
        """The condition that a link or an address of a row is this person's."""
        if field.name == "pgh_context":
            return Q(pgh_context__user__in=[one.pk for one in self.accounts])
        if field.related_model is None:
            return Q(**{f"{field.name}__in": self.emails}) | Q(
                **{f"{field.name}__in": [email.lower() for email in self.emails]}
            )
        if not is_people(field.related_model):  # one step further: by their post
            steps = links_to_people(field.related_model)
            return reduce(or_, (self._is(one, f"{field.name}__{one.name}") for one in steps))
        return self._is(field, field.name)

    def _is(self, field, path):
        rows = self.accounts if issubclass(field.related_model, User) else self.people
        return Q(**{f"{path}__in": [one.pk for one in rows]})
