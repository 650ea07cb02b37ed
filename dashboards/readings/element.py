"""What an element of the framework is to the product: its words, and how it is read."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from agreements.models import Collaboration
from dashboards.readings.core import ElementState, Signal, Text, Verdict, judge
from dashboards.readings.perception import Perception
from dashboards.readings.sentences import explanation_of, sentence_of
from dashboards.readings.thresholds import RULE_VERSION
from dashboards.readings.window import Window, window_of

T = TypeVar("T")


class Component(TextChoices):
    """The framework's parts, in the order in which one leads to the next."""

    CONTEXT = "context", _("Context and drivers")
    ENGAGEMENT = "engagement", _("Principled engagement")
    MOTIVATION = "motivation", _("Shared motivation")
    CAPACITY = "capacity", _("Capacity for joint action")
    RESULTS = "results", _("Actions, outcomes, adaptation")


@dataclass(frozen=True)
class Scope:
    """Whose records a reading looks at, over which days, and what day it is.

    What several elements are read from is asked for once: see `once`.
    """

    collaboration: Collaboration
    window: Window
    today: dt.date
    answers: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, collaboration: Collaboration, *, today: dt.date | None = None) -> "Scope":
        day = today or timezone.localdate()
        return cls(collaboration, window_of(collaboration, today=day), day)

    def once(self, question: str, ask: Callable[[], T]) -> T:
        """The answer to a question, asked at most once for this scope."""
        if question not in self.answers:
            self.answers[question] = ask()
        answer: T = self.answers[question]
        return answer


Source = Callable[[Scope], Signal]
Asked = Callable[[Scope], Perception | None]


@dataclass(frozen=True)
class Element:
    """One element: `belongs` says which records it is read from; without sources none exist yet.

    `short` is a word that fits on the wheel; without it the code stands there. `asked` reads what
    people say of it: it stands beside the reading and is never part of it.
    """

    code: str
    component: Component
    name: Text
    definition: Text
    belongs: Text
    sources: tuple[Source, ...] = ()
    short: Text = ""
    asked: Asked | None = None

    def read(self, scope: Scope) -> "Reading":
        signals = tuple(source(scope) for source in self.sources)
        said = self.asked(scope) if self.asked else None
        verdict = judge(signals, has_more=said is not None)
        return Reading(self, verdict, signals, scope.window, perception=said)


@dataclass(frozen=True)
class Reading:
    """An element as read today: its state, the signal that decides it, the ids behind it."""

    element: Element
    verdict: Verdict
    signals: tuple[Signal, ...]
    window: Window
    rule_version: str = RULE_VERSION
    perception: Perception | None = None

    @property
    def state(self) -> ElementState:
        return self.verdict.state

    @property
    def limiting(self) -> Signal | None:
        return self.verdict.limiting

    @property
    def is_asked(self) -> bool:
        """Whether people are asked about it, so that what they say has its place beside it."""
        return self.element.asked is not None

    @property
    def sentence(self) -> str:
        return sentence_of(self.verdict, self.element.belongs)

    @property
    def explanation(self) -> str:
        """The sentence without the state's word, for where that stands beside it."""
        return capfirst(explanation_of(self.verdict, self.element.belongs))
