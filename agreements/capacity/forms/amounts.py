"""A field for an amount: so many digits before the decimal mark, and two after it."""

from decimal import Decimal

from django.core.exceptions import ValidationError

from agreements.capacity.amounts import MOST
from collabgov.kit.numbers import TOO_LONG, NumberField

DECIMALS = 2
CENT = Decimal(1).scaleb(-DECIMALS)


class AmountField(NumberField):
    """As much as the columns of amounts hold; the refusal names how many digits those are."""

    def __init__(self, *, highest=MOST, **kwargs):
        super().__init__(highest=highest, **kwargs)

    def to_python(self, value):
        try:
            return super().to_python(value)
        except ValidationError as refusal:
            if refusal.code != "too_long":
                raise
            raise self._too_long() from refusal

    def validate(self, value):
        super().validate(value)
        if value is not None and value != value.quantize(CENT):
            raise self._too_long()

    def _too_long(self):
        facts = {"whole": len(str(self.highest)), "decimals": DECIMALS}
        return ValidationError(TOO_LONG, code="too_long", params=facts)
