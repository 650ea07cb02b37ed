"""Draft an agreement, register one that was signed elsewhere, edit and renew."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from agreements.charter.transitions.locking import lock_open
from agreements.instruments.family import last_day_of
from agreements.instruments.guards import is_concluded
from agreements.instruments.kinds import DocumentRole
from agreements.instruments.models import Agreement, Clause
from agreements.instruments.path import first_stage
from agreements.instruments.possible import renewal_refusal
from agreements.instruments.states import OVER, WRITING, AgreementState
from agreements.instruments.transitions import content
from agreements.instruments.transitions.moving import (
    lock_agreement,
    log,
    not_in_future,
    require_no_amendment,
    save,
)
from agreements.instruments.transitions.papers import attach
from agreements.instruments.transitions.parties import seat
from agreements.instruments.typing_in import open_details, typing_refusal
from collabgov.kit.errors import AlreadySaved, IllegalMove
from collabgov.kit.forms import new_submission_id, own_submission
from collabgov.kit.models import save_checked

S = AgreementState


@transaction.atomic
def draft_agreement(
    *, collaboration, by, submission_id=None, parties=(), is_sample=False, **fields
):
    """Begin an agreement; `parties` are (party, must_sign, own_number) in their order.

    Sent twice with the same `submission_id`, it makes one.
    """
    fresh, said, parties = lock_open(collaboration.pk), content.tidy(fields), list(parties)
    submission_id, twin = _sent_before(submission_id, said, parties, by=by)
    if twin:
        return twin
    agreement = Agreement(
        collaboration=fresh, recorded_by=by, submission_id=submission_id, is_sample=is_sample
    )
    _begin(agreement, said, parties)
    log(agreement, "drafted", by=by, source="")
    return agreement


def _begin(agreement, said, parties):
    """Save it with its parties; its kind has to be in use."""
    content.apply(agreement, said)
    if not agreement.type.is_active:
        raise ValidationError({"type": _("This kind of agreement is no longer in use.")})
    content.check(agreement)
    agreement.stage = first_stage(agreement.type, agreement.state)
    save_checked(agreement)
    for party, must_sign, own_number in parties:
        seat(agreement, party, must_sign, own_number)


def _sent_before(submission_id, said, parties, *, by, **more):
    """The id to save under, and what the same form of the same person made before, if any."""
    if submission_id is None:
        return new_submission_id(), None
    twin = Agreement.objects.filter(submission_id=submission_id).first()
    if twin is None:
        return submission_id, None
    if twin.recorded_by_id != by.pk:
        return _sent_before(own_submission(submission_id, by), said, parties, by=by, **more)
    if _says(twin, said | more, parties):
        return submission_id, twin
    raise AlreadySaved(
        _("This form has recorded “%s” already. Save it again to make another agreement.") % twin,
        twin,
    )


def _says(twin, said, parties):
    """Whether it is what the form says; the day of its review may be reckoned."""
    places = list(twin.parties.order_by("position").values_list("party", "must_sign"))
    return places == [(party.pk, must_sign) for party, must_sign, _number in parties] and all(
        getattr(twin, name) == value for name, value in said.items() if name != "review_on"
    )


@transaction.atomic
def register_agreement(
    *,
    collaboration,
    by,
    signed_on,
    parties,
    file=None,
    document=None,
    submission_id=None,
    is_sample=False,
    **fields,
):
    """Signed elsewhere: straight in force with its document, or ended when its term is over."""
    fresh, said, parties = lock_open(collaboration.pk), content.tidy(fields), list(parties)
    submission_id, twin = _sent_before(
        submission_id, said, parties, by=by, is_registered=True, signed_on=signed_on
    )
    if twin:
        return twin
    agreement = Agreement(
        collaboration=fresh,
        recorded_by=by,
        submission_id=submission_id,
        is_sample=is_sample,
        is_registered=True,
        signed_on=not_in_future(signed_on, field="signed_on"),
        **{name: said[name] for name in ("type", "starts_on", "ends_on") if name in said},
    )
    if file is None and document is None:
        raise ValidationError({"file": _("Add the signed document.")})
    _require_whole(agreement, said["type"], parties)
    _stand(agreement, said.get("parent"))
    _begin(agreement, said, parties)
    attach(
        agreement,
        by=by,
        role=DocumentRole.SIGNED_COPY,
        document=document,
        file=file,
        title=agreement.title,
    )
    log(agreement, "registered", by=by, source="", note=agreement.source_note)
    return agreement


def _require_whole(agreement, kind, parties):
    _require_term(agreement, kind)
    _require_enough(parties, kind)


def _require_term(agreement, kind):
    if agreement.starts_on is None:
        raise ValidationError({"starts_on": _("Say from which day it is in force.")})
    if agreement.ends_on is None and not kind.may_be_open_ended:
        raise ValidationError({"ends_on": _("Say which day is its last.")})
    first, last = agreement.starts_on, agreement.ends_on
    if last is not None and first <= last < agreement.signed_on:
        raise ValidationError({"signed_on": _("This is after its last day.")})


def _require_enough(parties, kind):
    if len([row for row in parties if row[1]]) < (1 if kind.is_one_sided else 2):
        raise ValidationError(
            {"parties": _("Name the party that signs.")}
            if kind.is_one_sided
            else {"parties": _("Name at least two parties that sign.")}
        )


def _stand(agreement, parent):
    """In which state a registered one is today: its term says so, and its parent."""
    today = timezone.localdate()
    if parent is None and agreement.type.needs_parent:
        raise ValidationError({"parent": _("This kind needs a parent agreement. Name it first.")})
    if parent is not None:
        _require_signed_first(parent, agreement)
    if agreement.ends_on and agreement.ends_on < today:
        agreement.state, agreement.over_on = S.ENDED, agreement.ends_on
        agreement.state_since = agreement.ends_on
        return
    if parent is not None and not is_concluded(parent):
        raise ValidationError({"parent": _("The parent agreement is not in force.")})
    begun = agreement.starts_on <= today
    if begun and parent is not None and parent.state != S.IN_FORCE:
        raise ValidationError({"parent": _("The parent agreement is not in force.")})
    agreement.state = S.IN_FORCE if begun else S.PARTLY_SIGNED
    agreement.state_since = agreement.starts_on if begun else agreement.signed_on


def _require_signed_first(parent, agreement):
    if parent.signed_on is None or parent.state == S.ABANDONED:
        raise ValidationError({"parent": _("The parent agreement is not signed.")})
    if agreement.signed_on < parent.signed_on:
        raise ValidationError({"parent": _("The parent agreement was signed later than this one.")})


@transaction.atomic
def edit_agreement(*, agreement, by, version, **fields):
    """Everything while it is written; later its number, its source and the day of its review.

    Of a registered one the words may be corrected for a while; EditConflict when the form is
    older than what is saved.
    """
    fresh = lock_agreement(agreement)
    if version != fresh.version:
        fresh.next_version(version)  # raises
    changed = content.apply(fresh, content.tidy(fields))
    if not changed:
        return fresh
    _require_editable(fresh, set(changed))
    content.check(fresh, changed)
    if "type" in changed:
        fresh.stage = first_stage(fresh.type, fresh.state)
    save(fresh)
    # Names of fields, not their labels: the history is read in more than one language.
    log(fresh, "edited", by=by, subject=" ".join(changed))
    return fresh


def _require_editable(agreement, changed):
    if agreement.state in WRITING:
        if "type" in changed and agreement.state != S.DRAFT:
            raise IllegalMove(_("The kind can only change while it is a draft."))
        return
    require_no_amendment(agreement)
    if changed - open_details(agreement):
        raise IllegalMove(typing_refusal(agreement))


@transaction.atomic
def renew(*, agreement, by):
    """Draft what follows it: same parties and clauses, the term from the day after."""
    fresh = lock_agreement(agreement)
    if why := renewal_refusal(fresh):
        raise IllegalMove(why)
    renewal = _successor(fresh, last_day_of(fresh), by=by)
    save_checked(renewal)
    _copy_parts(fresh, renewal)
    log(renewal, "drafted", by=by, source="")
    log(fresh, "renewed", by=by, subject=renewal)
    return renewal


def _successor(old, last, *, by):
    starts_on = last + timedelta(days=1)
    parent = old.parent if old.parent_id and old.parent.state not in OVER else None
    renewal = Agreement(
        collaboration=old.collaboration,
        type=old.type,
        title=old.title,
        subject=old.subject,
        scope=old.scope,
        is_mandatory=old.is_mandatory,
        benefits=old.benefits,
        legislature_needed=old.legislature_needed,
        parent=parent,
        renews=old,
        starts_on=starts_on,
        ends_on=as_long_after(old.starts_on, old.ends_on, starts_on),
        recorded_by=by,
        is_sample=old.is_sample,
        stage=first_stage(old.type, S.DRAFT),
    )
    content.fill_review_day(renewal)
    return renewal


def as_long_after(first, last, start):
    """The last day of a term of the same length: whole years stay whole years."""
    if last is None:
        return None
    after = last + timedelta(days=1)
    if (after.month, after.day) == (first.month, first.day):
        years = after.year - first.year
        try:
            return start.replace(year=start.year + years) - timedelta(days=1)
        except ValueError:  # 29 February
            return start.replace(year=start.year + years, day=28)
    return start + (last - first)


def _copy_parts(old, renewal):
    """Its parties that are still there, what each owes, and on which laws it rests."""
    places = {}
    for place in old.parties.all():
        if place.party.ends_on is None:
            places[place.pk] = seat(renewal, place.party, place.must_sign, "")
    for clause in old.clauses.filter(is_removed=False):
        owed_by = places.get(clause.owed_by_id)
        copy = Clause(
            agreement=renewal,
            position=clause.position,
            number=clause.number,
            text=clause.text,
            is_obligation=owed_by is not None,
            owed_by=owed_by,
            is_sample=renewal.is_sample,
        )
        save_checked(copy)
    for basis in old.bases.all():
        renewal.bases.create(
            legal_basis=basis.legal_basis, article=basis.article, is_sample=renewal.is_sample
        )
