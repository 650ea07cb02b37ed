"""Fields of a text and links of a workbook: what they would fetch or run is refused.

A field is written in pieces, over several runs, and may lie within another: its code is put
together again before it is judged, without its blanks, for `DD` `E` is one word to Word.
"""

import re

from collabgov.kit.structure.problems import Unfit
from collabgov.kit.structure.xmls import own_name

REACHES = re.compile(
    r"(?:DDE|LINK|INCLUDE|IMPORT|DATABASE|RD(?=[\"\\/]|[A-Z]:)|GLOSSARYLINK|QUOTE\d)"
)
NAMES = ("DDEAUTO", "LINK", "INCLUDE", "IMPORT", "DATABASE", "RD", "GLOSSARYLINK", "QUOTE")
CODES = ("instrText", "delInstrText")
OF_WORKBOOKS = ("ddeLink", "oleLink")
ENOUGH = 100


class Fields:
    """Hears one part of a document from its beginning to its end."""

    def __init__(self) -> None:
        self.is_code = False
        self.codes: list[str] = []  # of the fields that are open, the innermost last
        self.is_result: list[bool] = []

    def begin(self, name: str, said: dict[str, str]) -> None:
        self.is_code = name in CODES
        if name in OF_WORKBOOKS:
            raise Unfit("outside", target=name)
        told = {own_name(key): value for key, value in said.items()}
        if name == "fldSimple":
            _judge(_plain(told.get("instr", "")))
        if name == "fldChar":
            self._mark(told.get("fldCharType", ""))

    def end(self, _name: str) -> None:
        self.is_code = False

    def text(self, words: str) -> None:
        if self.is_code and self.codes and not self.is_result[-1]:
            code = self.codes[-1]
            if len(code) < ENOUGH:
                self.codes[-1] = code = code + _plain(words)
                _judge(code)

    def _mark(self, kind: str) -> None:
        if kind == "begin":
            if self.codes and not self.is_result[-1]:
                _judge_name(self.codes[-1])
            self.codes.append("")
            self.is_result.append(False)
        elif self.codes and kind == "separate":
            self.is_result[-1] = True
        elif self.codes and kind == "end":
            self.codes.pop()
            self.is_result.pop()


def _plain(code: str) -> str:
    return "".join(code.split()).upper()


def _judge(code: str) -> None:
    if found := REACHES.match(code):
        raise Unfit("outside", target=found[0])


def _judge_name(code: str) -> None:
    """Another field may be an argument of this one, but not a part of its name."""
    if any(name.startswith(code) for name in NAMES):
        raise Unfit("outside", target=code + "{…}")
