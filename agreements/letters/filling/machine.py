"""What a template may do with the words it is given: loops and conditions, and nothing costly."""

from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

LONGEST_RANGE = 1_000
# Made for web pages; the first one would put the words of an agreement into the file as they are.
NOT_FOR_PAPER = ("safe", "tojson", "urlize", "xmlattr")


def small_range(*how: int) -> range:
    """As `range`; nobody counts further than this on paper."""
    numbers = range(*how)
    if len(numbers) > LONGEST_RANGE:
        raise OverflowError(f"range: {len(numbers)} > {LONGEST_RANGE}")
    return numbers


class Machine(ImmutableSandboxedEnvironment):
    """Escapes every word, always: a template can not switch that off."""

    def __init__(self, **how: Any) -> None:
        super().__init__(**how, autoescape=True)
        self.globals = {"range": small_range}
        for name in NOT_FOR_PAPER:
            del self.filters[name]

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        template = super()._parse(source, name, filename)
        if changed := template.find(nodes.EvalContextModifier):
            raise TemplateSyntaxError("autoescape: always on", changed.lineno, name, filename)
        return template
