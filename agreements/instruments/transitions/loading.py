"""Bring in the kinds of agreement of `seeds`; a kind that is there stays as it is."""

from django.db import connection, transaction

from agreements.instruments.models import AgreementStage, AgreementType, RequiredDocument
from agreements.instruments.seeds import KINDS
from collabgov.kit.models import save_checked

LOADING = 7_602_004  # an advisory lock: two servers that start at once load one after the other


@transaction.atomic
def load_types():
    """Those added now; a kind is known by its code, whatever an admin made of it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOADING])
    there = set(AgreementType.objects.values_list("code", flat=True))
    return [_add(kind, order) for order, kind in enumerate(KINDS, 1) if kind.code not in there]


def _add(kind, order):
    row = save_checked(
        AgreementType(code=kind.code, position=order, is_verified=False, **kind.facts)
    )
    for position, (state, name, name_en, days) in enumerate(kind.stages, start=1):
        stage = AgreementStage(
            type=row, position=position, state=state, name=name, name_en=name_en, days=days
        )
        save_checked(stage)
    for position, (role, name, name_en, needed_for, is_mandatory) in enumerate(kind.documents, 1):
        asked = RequiredDocument(
            type=row,
            position=position,
            role=role,
            name=name,
            name_en=name_en,
            needed_for=needed_for,
            is_mandatory=is_mandatory,
        )
        save_checked(asked)
    return row
