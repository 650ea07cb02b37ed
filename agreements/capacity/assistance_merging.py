"""How requests for assistance move when two organizations turn out to be one."""

from django.utils.translation import gettext as _

from actors.duplicates.registry import Plain, RefuseBeside, register


class Asked:
    """Who asked the other for help is not the same: such two records are two organizations."""

    def __init__(self, other):
        self.other = other

    def carry_out(self, work, reference, target, source):
        between = reference.rows(source).filter(**{self.other: target})
        opposite = reference.rows(target).filter(**{self.other: source})
        for row in (*between, *opposite):
            text = _(
                "“%(subject)s”: one of the two asked the other for help, so they are not the same"
                " organization."
            )
            work.refuse(text % {"subject": row.subject}, row.get_absolute_url())
        if not work.refused:
            self.move(work, reference, target, source)

    def move(self, work, reference, target, source):
        Plain().carry_out(work, reference, target, source)


class AskedBy(Asked):
    """Who asks is liable unless a document says otherwise: both columns move in one step."""

    def move(self, work, reference, target, source):
        for row in reference.rows(source):
            is_liable = row.liable_party_id == source.pk
            liable = {"liable_party_id": target.pk} if is_liable else {}
            work.change(row, from_party_id=target.pk, **liable)


register("agreements.assistancerequest", "from_party", AskedBy("to_party"))
register("agreements.assistancerequest", "to_party", Asked("from_party"))
register(
    "agreements.assistancerequest",
    "liable_party",
    Plain(because="whoever asked has moved along with it, and of others a document says so"),
)


class SamePayment(RefuseBeside):
    """However the item and the line are capitalised and spaced."""

    def _place(self, row):
        return tuple("".join(str(value).split()).lower() for value in super()._place(row))


def _both_pay(kept, away):
    text = _(
        "“%(item)s” is paid from the budget line %(line)s of both: change one of the two first."
    )
    return text % {"item": away.item, "line": away.budget_line}


register(
    "agreements.assistancecost",
    "line_owner",
    SamePayment(
        same=("item", "budget_line"),
        says=_both_pay,
        counts=lambda row: row.holds_line and not row.is_dropped,
    ),
)
