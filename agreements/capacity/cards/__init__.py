"""The cards of the overview: each noun adds its own in a module here, and none knows the others."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from django.utils.functional import cached_property


@dataclass(frozen=True)
class Figure:
    """A number in words, and the page that shows what was counted."""

    words: str
    url: str = ""


@dataclass(frozen=True)
class Card:
    """What the collaboration has of one noun; `add_url` is empty where the reader adds nothing."""

    key: str
    title: str
    text: str
    icon: str
    url: str
    figures: tuple[Figure, ...] = ()
    add_label: str = ""
    add_url: str = ""


Make = Callable[[Any, Any], Card]


class Registry:
    """Modules of this package that say `ORDER` and `card_of(collaboration, user)`."""

    @cached_property
    def makers(self) -> tuple[Make, ...]:
        modules = [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]
        modules.sort(key=lambda module: (module.ORDER, module.__name__))
        return tuple(module.card_of for module in modules)

    def cards_of(self, collaboration: Any, user: Any) -> Iterable[Card]:
        return [make(collaboration, user) for make in self.makers]


registry = Registry()
