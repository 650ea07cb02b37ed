"""Draft an amendment or an extension, offer it for signing, call it back or give it up."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.charter.transitions.locking import lock_row, require_reason
from agreements.documents.holding import require_standing
from agreements.documents.kinds import DocumentKind
from agreements.instruments.family import began_on
from agreements.instruments.kinds import AmendmentKind, ChangeOf
from agreements.instruments.models import Amendment, AmendmentChange, Signature
from agreements.instruments.states import BINDING, AgreementState, AmendmentState
from agreements.instruments.transitions.content import one_line, tidied
from agreements.instruments.transitions.in_effect import (
    apply_details,
    move_amendment,
    moved_meanwhile,
    name_of,
)
from agreements.instruments.transitions.moving import (
    lock_agreement,
    log,
    require_no_amendment,
    require_not_over,
    require_state,
    require_unchanged,
    save,
)
from agreements.instruments.transitions.papers import document_for
from agreements.instruments.wire import DETAILS, packed, unpacked
from collabgov.kit.errors import IllegalMove, Refused
from collabgov.kit.models import save_checked

S, A = AgreementState, AmendmentState


@transaction.atomic
def draft_amendment(
    *,
    agreement,
    by,
    kind,
    reason,
    effective_on=None,
    number="",
    changes=None,
    document=None,
    file=None,
):
    """Begin to change an agreement in force; until it is signed or withdrawn nothing else moves.

    `changes`: the details as they will be, such as {"ends_on": a later day}.
    """
    fresh = lock_agreement(agreement)
    require_state(fresh, [S.IN_FORCE])
    require_not_over(fresh)
    require_no_amendment(fresh)
    if fresh.termination_decided_on:
        raise Refused(_("Its termination is decided. Drop that first."))
    if kind == AmendmentKind.EXTENSION:
        _require_in_time(fresh)
    last = fresh.amendments.aggregate(last=Max("order"))["last"] or 0
    amendment = Amendment(
        agreement=fresh,
        order=last + 1,
        state_since=timezone.localdate(),
        recorded_by=by,
        is_sample=fresh.is_sample,
    )
    _fill(fresh, amendment, kind=kind, reason=reason, effective_on=effective_on, number=number)
    _add_document(fresh, amendment, document, file, by=by)
    save_checked(amendment)
    _write_details(fresh, amendment, changes or {})
    save(fresh)
    log(fresh, "amendment_drafted", by=by, subject=name_of(amendment), note=amendment.reason)
    return amendment


@transaction.atomic
def edit_amendment(*, amendment, by, version, changes=None, document=None, file=None, **fields):
    """`fields`: kind, reason, effective_on, number; `changes` as they all shall be from now on."""
    fresh, agreement = lock_draft(amendment)
    fresh.next_version(version)
    _fill(agreement, fresh, **fields)
    _add_document(agreement, fresh, document, file, by=by)
    save_checked(fresh)
    if changes is None:  # what was drafted under another kind or day has to fit this one
        changes = {row.field: unpacked(row.field, row.after) for row in _details(fresh)}
    _write_details(agreement, fresh, changes)
    log(agreement, "amendment_edited", by=by, subject=name_of(fresh))
    return fresh


def lock_draft(amendment):
    """An amendment of which the text may change, and its agreement."""
    agreement = lock_agreement(amendment.agreement)
    fresh = lock_row(amendment)
    fresh.agreement = agreement
    if fresh.state != A.DRAFT:
        raise IllegalMove(_("The amendment can no longer change: “%s”.") % A(fresh.state).label)
    return fresh, agreement


def _fill(agreement, amendment, **fields):
    for name, value in fields.items():
        if name not in ("kind", "reason", "effective_on", "number"):
            raise TypeError(f"no field of an amendment: {name}")
        setattr(amendment, name, value.strip() if isinstance(value, str) else value)
    amendment.number = one_line(amendment.number)
    amendment.reason = require_reason(amendment.reason)
    day = amendment.effective_on
    if day is not None and day < began_on(agreement):
        raise ValidationError({"effective_on": _("This is before the agreement is in force.")})
    if day is not None and agreement.ends_on is not None and day > agreement.ends_on:
        raise ValidationError({"effective_on": _("This is after the last day of the agreement.")})


def _add_document(agreement, amendment, document, file, *, by):
    if document is None and file is None:
        return
    amendment.document = document_for(
        agreement,
        by=by,
        kind=DocumentKind.AGREEMENT,
        document=document,
        file=file,
        title=f"{agreement.title}: {name_of(amendment)}",
    )


def _require_in_time(agreement):
    if agreement.ends_on is None:
        raise Refused(_("It has no last day, so there is nothing to extend."))
    if timezone.localdate() >= agreement.ends_on:
        raise Refused(
            _("An extension is drafted before the last day. Renew the agreement instead.")
        )


def _write_details(agreement, amendment, changes):
    """Keep what differs, as it is and as it will be."""
    if unknown := changes.keys() - set(DETAILS[AmendmentKind.CHANGE]):
        raise TypeError(f"no details to amend: {sorted(unknown)}")
    _require_of_its_kind(amendment, changes.keys())
    _details(amendment).delete()
    for name, value in changes.items():
        wanted = tidied(name, value)
        before, after = packed(name, getattr(agreement, name)), packed(name, wanted)
        if before != after:
            _check_detail(agreement, amendment, name, wanted)
            amendment.changes.create(
                of=ChangeOf.FIELD,
                field=name,
                before=before,
                after=after,
                is_sample=amendment.is_sample,
            )


def _details(amendment):
    return amendment.changes.filter(of=ChangeOf.FIELD)


def _require_of_its_kind(amendment, names):
    if foreign := names - set(DETAILS[AmendmentKind(amendment.kind)]):
        raise Refused(_("An extension changes the last day only: %s.") % _labels(foreign))


def _labels(names):
    fields = Amendment._meta.get_field("agreement").related_model._meta
    return ", ".join(str(fields.get_field(name).verbose_name) for name in sorted(names))


def _check_detail(agreement, amendment, name, value):
    """The value by itself; a last day moves later by an extension only."""
    field = agreement._meta.get_field(name)
    try:
        field.clean(value, agreement)
    except ValidationError as error:
        raise ValidationError({name: error.messages}) from error
    if name == "ends_on":
        _check_last_day(agreement, amendment, value)


def _check_last_day(agreement, amendment, day):
    if amendment.kind == AmendmentKind.EXTENSION:
        if day is None or day <= agreement.ends_on:
            raise ValidationError({"ends_on": _("An extension moves the last day further away.")})
    elif day is None:
        raise ValidationError({"ends_on": _("A last day cannot be taken away.")})
    elif agreement.ends_on is not None and day > agreement.ends_on:
        raise ValidationError({"ends_on": _("To move the last day further away, extend it.")})
    elif day < timezone.localdate():
        raise ValidationError({"ends_on": _("This day has passed.")})
    elif amendment.effective_on is not None and day < amendment.effective_on:
        raise ValidationError({"ends_on": _("This is before the amendment takes effect.")})
    else:
        _require_nothing_below_after(agreement, day)


def _require_nothing_below_after(agreement, day):
    """What is in force under it does not end by a day that nobody said of it."""
    longer = Q(ends_on=None) | Q(ends_on__gt=day)
    children = agreement.children.filter(longer, state__in=BINDING, stands_alone=False)
    if names := ", ".join(f"“{child}”" for child in children.order_by("pk")):
        words = _(
            "What is in force under it holds for longer: %s. Shorten that first, or end this"
            " agreement by common accord and say what happens to what is under it."
        )
        raise ValidationError({"ends_on": words % names})


@transaction.atomic
def offer_amendment(*, amendment, by, note="", version=None):
    """The text stands: the parties sign it now. `version`: the one that was shown."""
    fresh, agreement = lock_draft(amendment)
    require_unchanged(fresh, version)
    require_not_over(agreement)
    require_standing(fresh.document)
    changes = list(fresh.changes.select_related("clause"))
    if not changes:
        raise Refused(_("The amendment changes nothing yet."))
    if fresh.kind == AmendmentKind.EXTENSION:
        _require_new_end(changes)
    for row in changes:
        if row.field:  # days have passed since it was drafted
            _check_detail(agreement, fresh, row.field, unpacked(row.field, row.after))
    if moved := moved_meanwhile(agreement, fresh, changes):
        raise Refused(moved)
    apply_details(agreement, changes)  # on the copy in memory: would it be a possible agreement?
    agreement.full_clean()
    _require_room(agreement)
    agreement.refresh_from_db()
    return move_amendment(agreement, fresh, A.SIGNING, by=by, note=note.strip())


def _require_new_end(changes):
    if "ends_on" not in {row.field for row in changes}:
        raise Refused(_("An extension needs a new last day."))


def _require_room(agreement):
    """A renewal that is on its way begins after the last day."""
    for renewal in agreement.renewals.not_given_up():
        begins, last = renewal.starts_on, agreement.ends_on
        if begins is not None and last is not None and begins <= last:
            raise Refused(_("“%s” renews it and begins before the new last day.") % renewal)


@transaction.atomic
def recall_amendment(*, amendment, by, reason="", version=None):
    """Back to the draft: who signed already signs anew."""
    agreement = lock_agreement(amendment.agreement)
    fresh = lock_row(amendment)
    require_unchanged(fresh, version)
    note = reason.strip()
    moved = move_amendment(agreement, fresh, A.DRAFT, by=by, note=note)
    for signature in Signature.objects.standing().filter(amendment=fresh):
        signature.withdrawn_on = timezone.localdate()
        signature.withdrawn_reason = note or _("The text of the amendment changed.")
        save_checked(signature)
        log(agreement, "signature_withdrawn", by=by, subject=signature.place, note=note)
    return moved


@transaction.atomic
def withdraw_amendment(*, amendment, by, reason, version=None):
    """It is given up; the agreement stays as it is."""
    reason = require_reason(reason)
    agreement = lock_agreement(amendment.agreement)
    fresh = lock_row(amendment)
    require_unchanged(fresh, version)
    return move_amendment(agreement, fresh, A.WITHDRAWN, by=by, note=reason)


@transaction.atomic
def drop_change(*, change, by):
    """One line of the difference is taken out again."""
    fresh, agreement = lock_draft(change.amendment)
    AmendmentChange.objects.filter(pk=change.pk, amendment=fresh).delete()
    fresh.version += 1
    save_checked(fresh)
    log(agreement, "amendment_edited", by=by, subject=name_of(fresh))
    return fresh
