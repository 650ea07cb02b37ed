"""Arithmetic of the drawings: points on circles, paths of rings, labels pushed apart."""

from itertools import pairwise
from math import cos, degrees, radians, sin


def number(value):
    """Return a coordinate as SVG wants it: a dot, at most two digits, in any language."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def point(centre, radius, angle):
    """Return the point at `angle` degrees, clockwise from the top."""
    x, y = centre
    return x + radius * sin(radians(angle)), y - radius * cos(radians(angle))


def pair(centre, radius, angle):
    return " ".join(number(part) for part in point(centre, radius, angle))


def ring_part(centre, inner, outer, angles, gap=3.0):
    """Return the path of a piece of a ring; its sides stay `gap` apart from its neighbours'."""
    start, end = angles
    large = int(end - start > 180)
    out, into = _half_gap(gap, outer), _half_gap(gap, inner)
    return (
        f"M{pair(centre, outer, start + out)}"
        f"A{number(outer)} {number(outer)} 0 {large} 1 {pair(centre, outer, end - out)}"
        f"L{pair(centre, inner, end - into)}"
        f"A{number(inner)} {number(inner)} 0 {large} 0 {pair(centre, inner, start + into)}Z"
    )


def arrow_part(centre, inner, outer, angles, gap=4.0, tip=6.0):
    """Return a piece of a ring that points on to the next one, clockwise."""
    start, end = angles
    middle = (inner + outer) / 2
    end -= tip
    half = _half_gap(gap, middle)
    end -= 2 * half
    large = int(end - start > 180)
    return (
        f"M{pair(centre, outer, start)}"
        f"A{number(outer)} {number(outer)} 0 {large} 1 {pair(centre, outer, end)}"
        f"L{pair(centre, middle, end + tip)}L{pair(centre, inner, end)}"
        f"A{number(inner)} {number(inner)} 0 {large} 0 {pair(centre, inner, start)}"
        f"L{pair(centre, middle, start + tip)}Z"
    )


def half_disc(centre, radius, *, upper, gap=3.0):
    x, y = centre
    y = y - gap / 2 if upper else y + gap / 2
    sweep = 1 if upper else 0
    return (
        f"M{number(x - radius)} {number(y)}"
        f"A{number(radius)} {number(radius)} 0 0 {sweep} {number(x + radius)} {number(y)}Z"
    )


def text_arc(centre, radius, angles):
    """Return the path that a label runs along, readable also below the centre."""
    start, end = angles
    middle = ((start + end) / 2) % 360
    if 90 < middle < 270:
        return (
            f"M{pair(centre, radius, end)}"
            f"A{number(radius)} {number(radius)} 0 0 0 {pair(centre, radius, start)}"
        )
    return (
        f"M{pair(centre, radius, start)}"
        f"A{number(radius)} {number(radius)} 0 0 1 {pair(centre, radius, end)}"
    )


def below(angles):
    """Whether the middle of the arc lies below the centre, so that its text runs backwards."""
    return 90 < (sum(angles) / 2) % 360 < 270


def share(part, whole):
    """Return part/whole, and nothing of nothing as 0."""
    return part / whole if whole else 0.0


def nudge(positions, gap=15.0, lowest=None, highest=None):
    """Return the positions moved as little as needed to lie `gap` apart, in the order given."""
    order = sorted(range(len(positions)), key=positions.__getitem__)
    moved = list(positions)
    for before, here in pairwise(order):
        moved[here] = max(moved[here], moved[before] + gap)
    if order:
        surplus = sum(moved) / len(moved) - sum(positions) / len(positions)
        moved = [place - surplus for place in moved]
        if highest is not None and (over := moved[order[-1]] - highest) > 0:
            moved = [place - over for place in moved]
        if lowest is not None and (under := lowest - moved[order[0]]) > 0:
            moved = [place + under for place in moved]
    return moved


def _half_gap(gap, radius):
    return degrees(gap / 2 / radius)
