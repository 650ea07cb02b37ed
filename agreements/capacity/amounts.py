"""How much of something, in words: rupiah, or a number with its unit; kinds are never added."""

from decimal import Decimal

from collabgov.kit.numbers import shown_number

MOST = Decimal(99_999_999_999_999)  # fourteen digits: more rupiah than any budget of a region
STEP, ALL = Decimal("0.1"), Decimal(100)
NO_BREAK = "\N{NO-BREAK SPACE}"


def amount_in_words(quantity: Decimal, unit: str) -> str:
    """`Rp150.000.000` without a unit, else `20 anak`, as the reader's language writes numbers."""
    number = shown_number(quantity)
    return f"{number}{NO_BREAK}{unit}" if unit else f"Rp{number}"


def percent_in_words(part: Decimal, whole: Decimal) -> str:
    """To one decimal; little is never none, and nearly all or more than all is never all."""
    if not whole or not part:
        return "0%"
    share = (100 * part / whole).quantize(STEP)
    if not share:
        return f"<{shown_number(STEP)}%"
    if share == ALL and part != whole:
        share += STEP if part > whole else -STEP
    return f"{shown_number(share)}%"
