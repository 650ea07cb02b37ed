"""The only code that changes kinds of agreement, with their stages and the documents asked for."""

from django.db import transaction
from django.db.models import F
from django.utils.text import slugify
from django.utils.translation import gettext as _

from agreements.instruments.models import (
    Agreement,
    AgreementStage,
    AgreementType,
    RequiredDocument,
)
from agreements.instruments.states import WAY, AgreementState
from collabgov.kit.access import require_rule
from collabgov.kit.errors import Refused
from collabgov.kit.models import save_checked

RULE = "agreements.manage_agreement_types"
LONGEST_CODE = 40
BEYOND = 1_000  # places that no stage of a kind has


@transaction.atomic
def create_type(*, by, stages=(), documents=(), **fields):
    """A new kind. `stages` and `documents` are rows of facts, in their order."""
    require_rule(by, RULE)
    kind = AgreementType(code=_free_code(fields["name"]), **fields)
    save_checked(kind)
    _write_stages(kind, stages)
    _write_documents(kind, documents)
    return kind


@transaction.atomic
def edit_type(*, kind, by, version, stages, documents, **fields):
    """Rows that are left out go; agreements at a stage that goes stay in their state."""
    require_rule(by, RULE)
    fresh = AgreementType.objects.select_for_update().get(pk=kind.pk)
    fresh.next_version(version)
    for name, value in fields.items():
        setattr(fresh, name, value)
    save_checked(fresh)
    _write_stages(fresh, stages)
    _write_documents(fresh, documents)
    return fresh


@transaction.atomic
def retire_type(*, kind, by):
    """Nothing new is drafted of this kind; what there is goes on."""
    return _put_in_use(kind, by=by, is_active=False)


@transaction.atomic
def restore_type(*, kind, by):
    """New agreements of this kind may be drafted again."""
    return _put_in_use(kind, by=by, is_active=True)


def _put_in_use(kind, *, by, is_active):
    require_rule(by, RULE)
    fresh = AgreementType.objects.select_for_update().get(pk=kind.pk)
    if fresh.is_active != is_active:
        fresh.is_active = is_active
        fresh.version += 1
        save_checked(fresh)
    return fresh


def _write_stages(kind, rows):
    """In the order of the states, and as given inside a state."""
    rows = sorted(rows, key=lambda row: WAY.index(AgreementState(row["state"])))
    there = {stage.pk: stage for stage in kind.stages.all()}
    _require_state_kept(there, rows)
    kind.stages.exclude(pk__in=[row.get("id") for row in rows if row.get("id")]).delete()
    _free_places(kind, there, rows)
    for position, row in enumerate(rows, start=1):
        stage = there.get(row.get("id")) or AgreementStage(type=kind)
        _fill(stage, row, position)


def _free_places(kind, there, rows):
    """Where stages change places, all step out of the way first."""
    numbered = [(there.get(row.get("id")), place) for place, row in enumerate(rows, start=1)]
    if all(stage is None or stage.position == place for stage, place in numbered):
        return
    kind.stages.update(position=F("position") + BEYOND)
    for stage in there.values():
        stage.position += BEYOND


def _require_state_kept(there, rows):
    """A stage at which agreements stand does not move to another state under them."""
    for row in rows:
        stage = there.get(row.get("id"))
        if stage is None or stage.state == row["state"]:
            continue
        if Agreement.objects.filter(stage=stage).exists():
            words = _("Agreements stand at the stage “%s” now: it keeps its state.")
            raise Refused(words % stage)


def _write_documents(kind, rows):
    there = {document.pk: document for document in kind.documents.all()}
    kind.documents.exclude(pk__in=[row.get("id") for row in rows if row.get("id")]).delete()
    _free_names(there, rows)
    for position, row in enumerate(rows, start=1):
        document = there.get(row.get("id")) or RequiredDocument(type=kind)
        _fill(document, row, position)


def _free_names(there, rows):
    """Where documents exchange names, one gives up its own first: no two have the same."""
    takers = {row["name"].lower(): row.get("id") for row in rows}
    for row in rows:
        document = there.get(row.get("id"))
        if document and takers.get(document.name.lower(), document.pk) != document.pk:
            document.name = f"{document.pk} …"
            document.save(update_fields=["name"])


def _fill(record, row, position):
    """Save it where it says something else than before: the trail holds what changed."""
    said = {name: value for name, value in row.items() if name != "id"} | {"position": position}
    if record.pk and all(getattr(record, name) == value for name, value in said.items()):
        return
    for name, value in said.items():
        setattr(record, name, value)
    save_checked(record)


def _free_code(name):
    """A short code of the name that no other kind has."""
    base = slugify(name)[: LONGEST_CODE - 4] or "jenis"
    taken = set(AgreementType.objects.filter(code__startswith=base).values_list("code", flat=True))
    codes = (base, *(f"{base}-{number}" for number in range(2, len(taken) + 3)))
    return next(code for code in codes if code not in taken)
