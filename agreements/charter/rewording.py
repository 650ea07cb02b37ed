"""What another wording changes: the words that stay, those that go and those that come."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

SAME, GONE, NEW = "same", "deleted", "inserted"
WORDS = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True)
class Piece:
    """Some words of a text: the same as before, deleted or inserted."""

    kind: str
    text: str


def words(before, after):
    """The texts word by word, as pieces that are the same, deleted or inserted."""
    old, new = WORDS.findall(before), WORDS.findall(after)
    pieces = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece(SAME, "".join(old[i1:i2])))
            continue
        if i2 > i1:
            pieces.append(Piece(GONE, "".join(old[i1:i2])))
        if j2 > j1:
            pieces.append(Piece(NEW, "".join(new[j1:j2])))
    return tuple(pieces)
