"""Every constraint on context factors and legal bases refuses what it should."""

import datetime as dt

import pytest

from agreements.charter.kinds import LegalLevel
from tests.constraints import assert_refused
from tests.factories.charter import (
    CollaborationLegalBasisFactory,
    ContextFactorFactory,
    LegalBasisFactory,
)

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 3, 2)


@pytest.mark.parametrize(
    ("constraint", "factory", "fields"),
    [
        ("context_factor_kind_is_known", ContextFactorFactory, {"kind": "weather"}),
        (
            "context_factor_reviewed_after_noted",
            ContextFactorFactory,
            {"noted_on": DAY, "reviewed_on": dt.date(2026, 3, 1)},
        ),
        ("legal_basis_level_is_known", LegalBasisFactory, {"level": "fatwa"}),
        ("legal_basis_year_makes_sense", LegalBasisFactory, {"year": 1799}),
        ("legal_basis_year_makes_sense", LegalBasisFactory, {"year": 2201}),
        ("legal_basis_has_a_number", LegalBasisFactory, {"number": ""}),
        ("legal_basis_says_whose", LegalBasisFactory, {"level": LegalLevel.PERMEN}),
        ("legal_basis_says_whose", LegalBasisFactory, {"level": LegalLevel.PERDA}),
        ("legal_basis_url_is_safe", LegalBasisFactory, {"url": "http://peraturan.test/"}),
        ("legal_basis_url_is_safe", LegalBasisFactory, {"url": "javascript:alert(1)"}),
        ("legal_basis_in_force_has_no_end", LegalBasisFactory, {"ended_on": DAY}),
        ("legal_basis_verified_says_how", LegalBasisFactory, {"verified_note": ""}),
    ],
)
def test_a_value_that_makes_no_sense_is_refused(constraint, factory, fields):
    assert_refused(constraint, lambda: factory(**fields))


@pytest.mark.parametrize(
    "fields",
    [
        {"level": LegalLevel.UUD, "number": "", "year": 1945},
        {"level": LegalLevel.PERMEN, "issuer": "Menteri Dalam Negeri"},
        {"in_force": False, "ended_on": DAY},
        {"in_force": False},
        {"is_verified": False, "verified_note": ""},
    ],
)
def test_what_the_world_knows_can_be_recorded(fields):
    assert LegalBasisFactory(**fields).pk


def test_a_rule_is_on_the_register_once_however_it_is_written():
    same = {"level": LegalLevel.DECREE, "year": 2023, "issuer": "Gubernur Sulawesi Barat"}
    LegalBasisFactory(number="296/kep", **same)
    assert_refused(
        "legal_basis_once",
        lambda: LegalBasisFactory(number="296/KEP", **same),
    )


def test_two_ministers_may_issue_the_same_number():
    same = {"level": LegalLevel.PERMEN, "number": "22", "year": 2020}
    LegalBasisFactory(issuer="Menteri Dalam Negeri", **same)
    assert LegalBasisFactory(issuer="Menteri Kesehatan", **same).pk


def test_a_collaboration_rests_on_a_rule_once():
    row = CollaborationLegalBasisFactory()
    CollaborationLegalBasisFactory(legal_basis=row.legal_basis)
    assert_refused(
        "collaboration_legal_basis_once",
        lambda: CollaborationLegalBasisFactory(
            collaboration=row.collaboration, legal_basis=row.legal_basis
        ),
    )
