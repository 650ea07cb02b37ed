"""What an amendment does to the term: days that pass meanwhile, the review, the renewal."""

import pytest
from django.core.exceptions import ValidationError

from agreements.instruments import transitions as verbs
from collabgov.kit.errors import Refused
from tests.agreements.instruments.scene import day, refused_unchanged
from tests.agreements.instruments.test_amending import sign_all


def at_rest(table, agreement, **fields):
    """Days have passed: what is saved of the agreement is older now."""
    type(agreement).objects.filter(pk=agreement.pk).update(**fields)
    agreement.refresh_from_db()


def test_a_review_that_would_come_too_late_is_moved_before_the_new_end(table):
    agreement = table.in_force(starts_on=day(0), ends_on=day(365))
    verbs.mark_reviewed(
        agreement=agreement, by=table.coordinator, note="Baik.", next_review_on=day(200)
    )
    amendment = table.offered(agreement, changes={"ends_on": day(100)})
    sign_all(table, agreement, amendment)
    assert (agreement.ends_on, agreement.review_on) == (day(100), day(10))


def test_a_last_day_before_the_amendment_takes_effect_is_refused(table):
    agreement = table.in_force()
    refused_unchanged(
        agreement,
        lambda: table.amendment(agreement, changes={"ends_on": day(10)}, effective_on=day(11)),
        "mendahului berlakunya",
    )
    amendment = table.amendment(agreement, changes={"ends_on": day(10)})
    refused_unchanged(
        agreement,
        lambda: verbs.edit_amendment(
            amendment=amendment, by=table.coordinator, version=1, effective_on=day(11)
        ),
        "mendahului berlakunya",
    )


def test_a_last_day_that_passed_since_it_was_drafted_is_not_offered(table):
    agreement = table.in_force()
    amendment = table.amendment(agreement, changes={"ends_on": day(10)})
    amendment.changes.update(after=day(-1).isoformat())
    refused_unchanged(
        agreement,
        lambda: verbs.offer_amendment(amendment=amendment, by=table.coordinator),
        "sudah lewat",
    )


def test_the_last_signature_does_not_end_it_in_the_past(table):
    agreement = table.in_force()
    amendment = table.offered(agreement, changes={"ends_on": day(10)})
    table.sign(agreement, 0, amendment=amendment)
    at_rest(table, agreement, starts_on=day(-90), review_on=None)
    amendment.changes.update(after=day(-1).isoformat())
    refused_unchanged(
        agreement, lambda: table.sign(agreement, 1, amendment=amendment), "sudah lewat"
    )


def test_a_change_does_not_become_an_extension_that_shortens(table):
    agreement = table.in_force()
    amendment = table.amendment(agreement, changes={"ends_on": day(10)})
    edit = lambda **fields: verbs.edit_amendment(  # noqa: E731
        amendment=amendment, by=table.coordinator, version=1, **fields
    )
    refused_unchanged(agreement, lambda: edit(kind="extension"), "lebih jauh")
    with pytest.raises(Refused, match="hanya mengubah hari terakhir"):
        edit(kind="extension", changes={"title": "Lain"})
    assert edit(reason="Lain.").changes.get().after == day(10).isoformat()


def test_its_renewal_leaves_room_for_an_extension_that_is_being_signed(table):
    agreement = table.in_force()
    amendment = table.offered(agreement, kind="extension", changes={"ends_on": day(500)})
    renewal = verbs.renew(agreement=agreement, by=table.coordinator)
    assert renewal.starts_on == day(501)
    with pytest.raises(ValidationError, match="sebelum itu berakhir"):
        verbs.edit_agreement(
            agreement=renewal, by=table.coordinator, version=renewal.version, starts_on=day(366)
        )
    sign_all(table, agreement, amendment)
    assert agreement.ends_on == day(500)


def test_a_renewal_does_not_begin_while_what_it_renews_still_holds(table):
    agreement = table.in_force()
    renewal = verbs.renew(agreement=agreement, by=table.coordinator)
    while renewal.state != "ready_to_sign":
        renewal = verbs.forward(agreement=renewal, by=table.coordinator)
    table.signed(renewal)
    at_rest(table, agreement, ends_on=day(400))
    assert list(verbs.advance(today=day(366))) == []
    said = [(each.what, str(each.agreement)) for each in verbs.advance(today=day(401))]
    assert said == [("ended", str(agreement))]
