"""How the parties of a scenario define the problem, and the words they share; then builds it."""

from dataclasses import dataclass

from actors.models import User
from agreements.charter.stances import Stance
from agreements.demo.shapes import INVENTED
from agreements.engagement.transitions import definition as defining
from agreements.engagement.transitions import terms
from agreements.models import Representative


@dataclass(frozen=True)
class Word:
    """A shared term, with what else it is called; agreed on its day, or still proposed."""

    term: str
    meaning: str
    on: str
    synonyms: tuple[str, ...] = ()
    agreed: str = ""
    source: str = INVENTED


@dataclass(frozen=True)
class Problem:
    """The first version of the definition: its words, when it was offered, who said what."""

    text: str
    drafted: str
    offered: str
    said: tuple[tuple[str, str, str], ...]  # an organization, its stance, its reason
    in_scope: str = ""
    out_scope: str = ""
    agreed: str = ""
    ruling: str = ""
    source: str = INVENTED
    words: tuple[Word, ...] = ()


def build_definition(problem, *, collaboration, scene):
    """The draft, the question to the parties, what each said, and the agreement if there is one."""
    if problem is None:
        return
    by, day = scene.coordinator, scene.calendar.day
    definition = defining.draft_definition(
        collaboration=collaboration,
        by=by,
        text=problem.text,
        in_scope=problem.in_scope,
        out_scope=problem.out_scope,
        source_note=problem.source,
        is_sample=True,
        on=day(problem.drafted),
    )
    definition = defining.offer_definition(definition=definition, by=by, on=day(problem.offered))
    _say(problem, definition, scene)
    if problem.agreed:
        decision = scene.rulings.get(problem.ruling)
        defining.agree_on_definition(
            definition=definition, by=by, decision=decision, on=day(problem.agreed)
        )
    for word in problem.words:
        _build_word(word, collaboration, scene)


def _say(problem, definition, scene):
    """Each party its own word, on the day on which they agree or are asked."""
    day = scene.calendar.day(problem.agreed or problem.offered)
    parties = definition.collaboration.parties
    for body, stance, reason in problem.said:
        party = parties.get(organization=scene.organizations[body])
        defining.state_definition_position(
            definition=definition,
            party=party,
            by=_speaker(party),
            stance=Stance(stance),
            reason=reason,
            on=day,
        )


def _build_word(word, collaboration, scene):
    term = terms.propose_term(
        collaboration=collaboration,
        by=scene.coordinator,
        term=word.term,
        definition=word.meaning,
        synonyms=list(word.synonyms),
        source_note=word.source,
        is_sample=True,
        on=scene.calendar.day(word.on),
    )
    if word.agreed:
        terms.agree_on_term(
            shared_term=term, by=scene.coordinator, on=scene.calendar.day(word.agreed)
        )


def _speaker(party):
    """The account of whoever speaks for the party: its own word, not one on its behalf."""
    person = Representative.objects.current().filter(party=party).values("person")
    return User.objects.get(person__in=person)
