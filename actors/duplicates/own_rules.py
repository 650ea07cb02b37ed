"""How the tables of this app are merged; apps above register theirs, see `registry`."""

from django.utils.translation import gettext as _

from actors.duplicates.registry import Join, Plain, Refuse, register
from actors.duplicates.work import Line


class Children:
    """What belonged to the merged organization belongs to the kept one, but not that itself."""

    def carry_out(self, work, reference, target, source):
        rows = reference.rows(source).exclude(pk=target.pk)
        work.move(reference, list(rows.values_list("pk", flat=True)), target=target, source=source)


class Account:
    """A person has one account. Of two, the closed one stays with the merged record."""

    def carry_out(self, work, reference, target, source):
        mine, theirs = (reference.rows(one).first() for one in (target, source))
        if theirs is None:
            return
        if mine is None:
            work.move(reference, [theirs.pk], target=target, source=source)
        elif mine.is_active and theirs.is_active:
            text = _("Both have an account: %(one)s and %(other)s. Deactivate one of them first.")
            work.refuse(text % {"one": mine.email, "other": theirs.email})
        else:
            closed = theirs.email if mine.is_active or not theirs.is_active else mine.email
            if closed == mine.email:
                work.change(mine, person_id=None)
                work.change(theirs, person_id=target.pk)
                work.change(mine, person_id=source.pk)
            text = _("Both have an account: %(email)s is closed and stays with the merged record.")
            work.joined.append(Line(text % {"email": closed}))


def _post(row):
    text = _("The post “%(post)s” is there twice: one remains, from the first day to the last.")
    return Line(text % {"post": row.post}, row.person.get_absolute_url())


def _acting(target, source):
    return {"is_acting": target.is_acting and source.is_acting}


def _invitations(kept, away):
    text = _("Both are invited: %(one)s and %(other)s. Withdraw one of the invitations first.")
    return Line(text % {"one": kept.email, "other": away.email})


register("actors.organization", "parent", Children())
register("actors.organization", "merged_into", Plain("nobody is merged into itself: it is kept"))
register("actors.person", "merged_into", Plain("nobody is merged into themselves: they are kept"))
register("actors.user", "person", Account())
register(
    "actors.appointment",
    "person",
    Join(same=("organization", "post"), dated=True, settle=_acting, says=_post),
)
register(
    "actors.appointment",
    "organization",
    Join(same=("person", "post"), dated=True, settle=_acting, says=_post),
)
register(
    "actors.invitation", "person", Refuse(counts=lambda row: row.is_waiting, says=_invitations)
)
