"""What changed in a text, word by word: what went, what came, and enough around it to read."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

TOKENS = re.compile(r"\s+|\w+|[^\w\s]")
MOST_TOKENS = 1_500  # more is not compared word by word: it would take seconds
LEAST_IN_COMMON = 0.25  # texts that share less read better as two texts
AROUND = 24  # tokens of unchanged text kept on each side of a change
GAP = " … "


@dataclass(frozen=True)
class Piece:
    """A run of text: `same` in both, `gone` from the old one, or `new`."""

    kind: str
    text: str


def differences(old, new):
    """The pieces from the old text to the new one; joined without `gone` they say the new one.

    Long stretches without a change are shortened in the middle.
    """
    before, after = TOKENS.findall(old), TOKENS.findall(new)
    if len(before) + len(after) > MOST_TOKENS:
        return _whole(old, new)
    matcher = SequenceMatcher(a=before, b=after, autojunk=False)
    if matcher.ratio() < LEAST_IN_COMMON:
        return _whole(old, new)
    return _shortened(_merged(_pieces(matcher.get_opcodes(), before, after)))


def _whole(old, new):
    pairs = (("gone", old), ("new", new))
    return tuple(Piece(kind, text) for kind, text in pairs if text)


def _pieces(opcodes, before, after):
    for tag, i1, i2, j1, j2 in opcodes:
        if tag == "equal":
            yield "same", before[i1:i2]
            continue
        if i2 > i1:
            yield "gone", before[i1:i2]
        if j2 > j1:
            yield "new", after[j1:j2]


def _merged(pieces):
    """Words that went one after another read as one: blanks between them join in."""
    runs, gone, new = [], [], []

    def flush():
        runs.extend([(kind, run) for kind, run in (("gone", gone[:]), ("new", new[:])) if run])
        gone.clear()
        new.clear()

    for kind, tokens in pieces:
        if kind == "same" and (gone or new) and all(token.isspace() for token in tokens):
            gone.extend(tokens)
            new.extend(tokens)
        elif kind == "same":
            flush()
            runs.append((kind, tokens))
        else:
            (gone if kind == "gone" else new).extend(tokens)
    flush()
    return runs


def _shortened(runs):
    last = len(runs) - 1
    return tuple(
        Piece(kind, _cut(tokens, is_first=number == 0, is_last=number == last))
        if kind == "same"
        else Piece(kind, "".join(tokens))
        for number, (kind, tokens) in enumerate(runs)
    )


def _cut(tokens, *, is_first, is_last):
    """Unchanged text between two changes, or before the first, or after the last."""
    if (is_first and is_last) or len(tokens) <= 2 * AROUND:
        return "".join(tokens)
    head = "" if is_first else "".join(tokens[:AROUND])
    tail = "" if is_last else "".join(tokens[-AROUND:])
    return f"{head.rstrip()}{GAP}{tail.lstrip()}"
