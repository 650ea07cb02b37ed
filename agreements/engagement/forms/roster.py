"""Every organization, person and question that a form names, each kind read once."""

from django.utils.functional import cached_property

from actors.models import Organization, Person
from agreements.engagement.forms.typed import AGENDA, ATTENDANCE, COMMITMENT, row_numbers
from agreements.models import Party, Question
from collabgov.kit.ids import as_id

MOST_QUESTIONS = 50  # open ones that each topic offers, those that waited longest


class Roster:
    """Who is on the list, who else is a party, and what the choices of the form are."""

    def __init__(self, typed, collaboration):
        self._typed, self._collaboration = typed, collaboration
        self._rows = [
            (
                self._id(ATTENDANCE, number, "organization"),
                self._id(ATTENDANCE, number, "person"),
                bool(typed.get(f"{ATTENDANCE}-{number}-present")),
            )
            for number in row_numbers(typed, ATTENDANCE)
        ]
        self.parties = _parties_of(collaboration)
        self.organizations = self._known_organizations()
        self.people = Person.objects.in_bulk(self._person_ids())

    def _id(self, prefix, number, field):
        return as_id(self._typed.get(f"{prefix}-{number}-{field}"))

    def _known_organizations(self):
        known = {party.pk: party for party in self.parties}
        named = {organization for organization, _person, _present in self._rows if organization}
        return known | Organization.objects.in_bulk(named - known.keys())

    def _person_ids(self):
        named = {person for _organization, person, _present in self._rows}
        named |= {
            self._id(COMMITMENT, number, "person")
            for number in row_numbers(self._typed, COMMITMENT)
        }
        named |= {
            self._id(AGENDA, number, "presenter") for number in row_numbers(self._typed, AGENDA)
        }
        named.add(as_id(self._typed.get("facilitator")))
        return named - {None}

    @cached_property
    def present(self):
        """Organizations with somebody in the room, as the list stands now."""
        ids = {organization for organization, _person, is_present in self._rows if is_present}
        return _by_name(row for row in self.organizations.values() if row.pk in ids)

    @cached_property
    def others(self):
        present = set(self.present)
        return _by_name(row for row in self.organizations.values() if row not in present)

    @cached_property
    def homes(self):
        """Organizations that somebody new on the list can come from."""
        return _by_name(self.organizations.values())

    @cached_property
    def listed_people(self):
        """(person, organization) of everybody on the list whom the register knows."""
        pairs = {person: organization for organization, person, _present in self._rows if person}
        listed = [
            (self.people[person], self.organizations.get(organization))
            for person, organization in pairs.items()
            if person in self.people
        ]
        unlisted = [(person, None) for pk, person in self.people.items() if pk not in pairs]
        return sorted(listed + unlisted, key=lambda pair: pair[0].full_name.lower())

    @cached_property
    def person_choices(self):
        return [
            (str(person.pk), f"{person} — {home.label}" if home else str(person))
            for person, home in self.listed_people
        ]

    @cached_property
    def questions(self):
        """By number, those of the collaboration that are open or that a topic names."""
        named = {
            self._id(AGENDA, number, "question") for number in row_numbers(self._typed, AGENDA)
        }
        rows = Question.objects.filter(collaboration=self._collaboration).for_page()
        if self._collaboration is None:
            return {}
        offered = [*rows.filter(pk__in=named - {None}), *rows.open()[:MOST_QUESTIONS]]
        return {row.pk: row for row in offered}

    @cached_property
    def question_choices(self):
        return [(str(pk), shortened(row.text, 120)) for pk, row in self.questions.items()]


def shortened(text, most):
    """One line of so many characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def _parties_of(collaboration):
    if collaboration is None:
        return []
    rows = Party.objects.current().filter(collaboration=collaboration)
    return [party.organization for party in rows.for_list()]


def _by_name(organizations):
    return sorted(organizations, key=lambda row: row.label.lower())
