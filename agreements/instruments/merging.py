"""What becomes of agreements when two parties turn out to be one."""

from django.utils.translation import gettext as _

from actors.duplicates.registry import RefuseBeside, register
from actors.duplicates.work import Line


def _both_sign(row, _other):
    text = _(
        "Both are parties to “%(agreement)s”: nobody agrees with oneself. "
        "Take one of them out of it, or end it, before you merge."
    )
    return Line(text % {"agreement": row.agreement}, row.agreement.get_absolute_url())


register(
    "agreements.agreementparty",
    "party",
    RefuseBeside(same=("agreement",), says=_both_sign),
)
