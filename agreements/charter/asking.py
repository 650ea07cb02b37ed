"""Who somebody is in a collaboration, asked once for a page that shows many buttons.

Outside of `asked_once` every question goes to the database: a verb never acts on an old answer.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, TypeVar

T = TypeVar("T")
_answers: ContextVar[dict[Any, Any] | None] = ContextVar("answers", default=None)


@contextmanager
def asked_once() -> Iterator[None]:
    """Within, the same question about the same user and collaboration has one answer."""
    token = _answers.set({})
    try:
        yield
    finally:
        _answers.reset(token)


def kept(ask: Callable[[Any, Any], T]) -> Callable[[Any, Any], T]:
    """Mark a question about a user and a collaboration, given as a record or by its number."""

    @wraps(ask)
    def answer(user: Any, collaboration: Any) -> T:
        answers = _answers.get()
        if answers is None:
            return ask(user, collaboration)
        key = ask.__name__, user.pk, getattr(collaboration, "pk", collaboration)
        if key not in answers:
            answers[key] = ask(user, collaboration)
        found: T = answers[key]
        return found

    return answer
