"""What changed in a text, word by word: what went, what came, and enough around it to read."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

LINES = re.compile(r"[^\n]*\n|[^\n]+")
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

    Lines that stand in both are the same, whatever came or went around them; what is left
    between them is compared word by word. Long stretches without a change are shortened.
    """
    before, after = LINES.findall(old), LINES.findall(new)
    if len(before) + len(after) > MOST_TOKENS:
        return _whole(old, new)
    is_long = len(TOKENS.findall(old)) + len(TOKENS.findall(new)) > MOST_TOKENS
    between = _replaced if is_long else _words
    return _shortened(_merged(_joined(_lines(before, after, between))))


def _lines(before, after, between):
    """The lines of both texts; the end of a line may differ where the line does not."""
    a, b = ([line.rstrip("\r\n") for line in lines] for lines in (before, after))
    matcher = SequenceMatcher(lambda line: not line.strip(), a, b, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag != "equal":
            yield from between("".join(before[i1:i2]), "".join(after[j1:j2]))
            continue
        for line, old, new in zip(a[i1:i2], before[i1:i2], after[j1:j2], strict=True):
            yield "same", TOKENS.findall(line)
            ends = [text.removeprefix(line) for text in (old, new)]
            yield from [("same", ends[1:])] if ends[0] == ends[1] else _replaced(*ends)


def _words(old, new):
    before, after = TOKENS.findall(old), TOKENS.findall(new)
    matcher = SequenceMatcher(a=before, b=after, autojunk=False)
    if matcher.ratio() < LEAST_IN_COMMON and not _is_within(matcher):
        return _replaced(old, new)
    return _pieces(matcher.get_opcodes(), before, after)


def _is_within(matcher):
    """Whether all words of one text stand in the other: then something only came, or went."""
    blocks = matcher.get_matching_blocks()
    shared = sum(_count_words(matcher.a[block.a : block.a + block.size]) for block in blocks)
    return 0 < shared == min(_count_words(matcher.a), _count_words(matcher.b))


def _count_words(tokens):
    return sum(not token.isspace() for token in tokens)


def _replaced(old, new):
    return [(kind, [text]) for kind, text in (("gone", old), ("new", new)) if text]


def _whole(old, new):
    return tuple(Piece(kind, "".join(tokens)) for kind, tokens in _replaced(old, new))


def _pieces(opcodes, before, after):
    for tag, i1, i2, j1, j2 in opcodes:
        if tag == "equal":
            yield "same", before[i1:i2]
            continue
        if i2 > i1:
            yield "gone", before[i1:i2]
        if j2 > j1:
            yield "new", after[j1:j2]


def _joined(pieces):
    """What is the same in line after line is one stretch."""
    for kind, group in groupby(pieces, key=lambda piece: piece[0]):
        tokens = [token for _kind, tokens in group for token in tokens if token]
        if tokens:
            yield kind, tokens


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
