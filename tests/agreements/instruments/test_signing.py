"""Signatures: who, for whom, by what right, on which day; and what follows from them."""

import pytest
from django.core.exceptions import ValidationError

from agreements.instruments import transitions as verbs
from agreements.instruments.signed import text_signed
from agreements.models import Signature
from collabgov.kit.errors import IllegalMove, Refused
from tests.agreements.instruments.scene import (
    Table,
    a_file,
    day,
    last_line,
    refused_unchanged,
)
from tests.factories.actors import AppointmentFactory, UserFactory
from tests.factories.charter import RepresentativeFactory, member_of, representative_in
from tests.factories.documents import DocumentFactory
from tests.factories.instruments import RequiredDocumentFactory, SignatureFactory


def test_the_first_signature_makes_it_partly_signed_the_last_puts_it_in_force(table):
    agreement = table.ready()
    signature = table.sign(agreement, 0)
    assert signature.is_on_behalf is False
    agreement.refresh_from_db()
    assert agreement.state == "partly_signed"
    events = list(agreement.changes.order_by("pk").values_list("event", "to_state"))
    assert events[-2:] == [("signed", "ready_to_sign"), ("moved", "partly_signed")]
    table.sign(agreement, 1, signed_on=day(-1))
    agreement.refresh_from_db()
    assert (agreement.state, agreement.signed_on) == ("in_force", day(0))
    line = last_line(agreement)
    assert (line.from_state, line.to_state) == ("partly_signed", "in_force")


def test_who_need_not_sign_is_not_waited_for(table):
    agreement = table.draft()
    observer = verbs.add_party(
        agreement=agreement,
        by=table.coordinator,
        party=member_of(table.collaboration) and table.collaboration.parties.last(),
        must_sign=False,
    )
    while agreement.state != "ready_to_sign":
        agreement = verbs.forward(agreement=agreement, by=table.coordinator)
    assert observer.must_sign is False
    head = AppointmentFactory(organization=observer.party.organization)
    sign = {"place": observer, "appointment": head, "signed_on": day(0), "by": table.coordinator}
    refused_unchanged(agreement, lambda: verbs.sign(**sign), "tidak perlu menandatangani")
    assert table.signed(agreement).state == "in_force"


def test_before_its_first_day_it_waits(table):
    agreement = table.signed(table.ready(starts_on=day(5)))
    assert (agreement.state, agreement.signed_on) == ("partly_signed", day(0))
    assert list(verbs.advance(today=day(4))) == []
    assert [each.what for each in verbs.advance(today=day(5))] == ["in_force"]


def test_a_document_that_it_needs_to_be_in_force_is_waited_for(table):
    RequiredDocumentFactory(type=table.kind, role="signed_copy", needed_for="in_force")
    agreement = table.signed(table.ready())
    assert agreement.state == "partly_signed"
    verbs.attach_document(
        agreement=agreement, by=table.coordinator, role="signed_copy", file=a_file()
    )
    agreement.refresh_from_db()
    assert agreement.state == "in_force"


@pytest.mark.parametrize("state", ["draft", "review", "negotiation", "in_force"])
def test_nobody_signs_before_it_is_ready_or_after(table, state):
    agreement = table.draft()
    if state == "in_force":
        agreement = table.in_force(title="Lain")
        third = member_of(table.collaboration)
        post = AppointmentFactory(person=third.person, organization=third.organization)
        party = table.collaboration.parties.get(organization=third.organization)
        place = agreement.parties.create(party=party, position=9)
        act = lambda: verbs.sign(  # noqa: E731
            place=place, by=table.coordinator, appointment=post, signed_on=day(0), authority="own"
        )
    else:
        while agreement.state != state:
            agreement = verbs.forward(agreement=agreement, by=table.coordinator)
        act = lambda: table.sign(agreement, 0)  # noqa: E731
    refused_unchanged(agreement, act, "tidak mungkin")


def test_a_party_signs_once(table):
    agreement = table.ready()
    table.sign(agreement, 0)
    refused_unchanged(agreement, lambda: table.sign(agreement, 0), "sudah menandatangani")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"signed_on": day(1)}, "belum tiba"),
        ({"signed_on": None}, "Sebutkan tanggalnya"),
        ({"signed_on": day(-366)}, "belum memegang jabatan"),
    ],
)
def test_a_day_that_cannot_be_is_refused_at_its_field(table, fields, words):
    agreement = table.ready()
    refused_unchanged(agreement, lambda: table.sign(agreement, 0, **fields), words)
    with pytest.raises(ValidationError) as refusal:
        table.sign(agreement, 0, **fields)
    assert "signed_on" in refusal.value.error_dict


def test_nobody_signs_before_the_legislature_approved(table):
    agreement = table.ready()
    given = {"legislature_needed": True, "legislature_approved_on": day(-3)}
    type(agreement).objects.filter(pk=agreement.pk).update(**given)
    early = lambda: table.sign(agreement, 0, signed_on=day(-4))  # noqa: E731
    refused_unchanged(agreement, early, "DPRD")
    assert table.sign(agreement, 0, signed_on=day(-3)).pk


def test_nobody_signs_after_the_last_day_in_the_post(table):
    agreement = table.ready()
    post = table.posts[0]
    post.ends_on = day(-1)
    post.save()
    refused_unchanged(agreement, lambda: table.sign(agreement, 0), "tidak lagi memegang")
    assert table.sign(agreement, 0, signed_on=day(-1)).signed_on == day(-1)


def test_a_post_elsewhere_needs_a_power_of_attorney_with_its_document(table):
    agreement = table.ready()
    other = AppointmentFactory(post="Kepala Dinas")
    sign = lambda **fields: table.sign(agreement, 0, appointment=other, **fields)  # noqa: E731
    refused_unchanged(agreement, sign, "diperlukan surat kuasa")
    power = {"authority": "power_of_attorney"}
    refused_unchanged(agreement, lambda: sign(**power), "Lampirkan surat kuasa")
    foreign = DocumentFactory()
    refused_unchanged(agreement, lambda: sign(**power, power=foreign), "kolaborasi lain")
    assert sign(**power, power_file=a_file()).power.kind == "power_of_attorney"


def test_by_ones_own_authority_there_is_no_power_of_attorney(table):
    agreement = table.ready()
    refused_unchanged(
        agreement, lambda: table.sign(agreement, 0, power=table.letter()), "tidak diperlukan"
    )


def test_only_who_speaks_for_the_party_or_the_coordinator_records_it(table):
    agreement = table.ready()
    for stranger in (table.speakers[1], member_of(table.collaboration), UserFactory(admin=True)):
        refused_unchanged(
            agreement,
            lambda by=stranger: table.sign(agreement, 0, by=by),
            "Hanya perwakilan pihak itu",
        )
    signature = table.sign(agreement, 0, by=table.coordinator)
    assert signature.is_on_behalf is True
    assert agreement.changes.filter(event="signed", is_on_behalf=True).exists()


def test_the_party_confirms_what_was_recorded_on_its_behalf_somebody_else_than_who_did(table):
    agreement = table.ready()
    signature = table.sign(agreement, 0, by=table.coordinator)
    with pytest.raises(Refused, match="Hanya perwakilan"):
        verbs.confirm_signature(signature=signature, by=table.speakers[1])
    RepresentativeFactory(party=table.parties[0], person=table.coordinator.person)
    with pytest.raises(Refused, match="Anda sendiri"):
        verbs.confirm_signature(signature=signature, by=table.coordinator)
    confirmed = verbs.confirm_signature(signature=signature, by=table.speakers[0])
    assert (confirmed.is_on_behalf, confirmed.confirmed_by) == (False, table.speakers[0])
    assert last_line(agreement).event == "signature_confirmed"
    with pytest.raises(Refused, match="tidak memerlukan"):
        verbs.confirm_signature(signature=signature, by=table.speakers[0])


def test_a_signature_is_taken_back_before_it_is_in_force_only(table):
    agreement = table.ready()
    first = table.sign(agreement, 0)
    with pytest.raises(Refused, match="Hanya perwakilan"):
        verbs.take_back_signature(signature=first, by=table.speakers[1], reason="Salah.")
    with pytest.raises(ValidationError):
        verbs.take_back_signature(signature=first, by=table.speakers[0], reason=" ")
    verbs.take_back_signature(signature=first, by=table.speakers[0], reason="Salah.")
    agreement.refresh_from_db()
    assert agreement.state == "ready_to_sign"
    assert agreement.changes.filter(event="signature_withdrawn", note="Salah.").exists()
    with pytest.raises(Refused, match="sudah ditarik"):
        verbs.take_back_signature(signature=first, by=table.speakers[0], reason="Lagi.")
    again = table.sign(agreement, 0)
    table.sign(agreement, 1)
    with pytest.raises(IllegalMove, match="sudah berlaku"):
        verbs.take_back_signature(signature=again, by=table.speakers[0], reason="Salah.")


def test_signed_by_all_and_one_taken_back_it_waits_for_that_one(table):
    agreement = table.signed(table.ready(starts_on=day(5)))
    signature = Signature.objects.filter(place__agreement=agreement).first()
    verbs.take_back_signature(signature=signature, by=table.coordinator, reason="Salah.")
    agreement.refresh_from_db()
    assert (agreement.state, agreement.signed_on) == ("partly_signed", None)
    assert list(verbs.advance(today=day(5))) == []


def test_one_that_need_not_sign_takes_it_back_and_nobody_waits_for_it(table):
    third = representative_in(table.collaboration)
    party = table.collaboration.parties.get(organization=third.organization)
    post = AppointmentFactory(person=third.person, organization=third.organization)
    parties = [(each, True, "") for each in table.parties]
    agreement = table.ready(starts_on=day(5), parties=[*parties, (party, False, "")])
    place = agreement.parties.get(party=party)
    extra = SignatureFactory(place=place, appointment=post)  # from before this was refused
    table.signed(agreement)
    table.sign(table.ready(title="Anak", parent=agreement), 0)  # what rests on it stays signed
    verbs.take_back_signature(signature=extra, by=third, reason="Salah.")
    agreement.refresh_from_db()
    assert (agreement.state, agreement.signed_on) == ("partly_signed", day(0))
    assert [each.what for each in verbs.advance(today=day(5))] == ["in_force"]


def test_after_its_last_day_the_missing_document_leaves_it_to_the_calendar(table):
    RequiredDocumentFactory(type=table.kind, role="signed_copy", needed_for="in_force")
    agreement = table.signed(table.ready())
    type(agreement).objects.filter(pk=agreement.pk).update(
        starts_on=day(-9), ends_on=day(-1), review_on=None
    )
    verbs.attach_document(
        agreement=agreement, by=table.coordinator, role="signed_copy", file=a_file()
    )
    agreement.refresh_from_db()
    assert agreement.state == "partly_signed"
    assert [each.what for each in verbs.advance()] == ["in_force", "ended"]


def test_a_child_is_not_signed_before_its_parent_nor_in_force_before_it(table):
    parent = table.in_force(title="Induk")
    child = table.ready(title="Anak", parent=parent)
    refused_unchanged(
        child, lambda: table.sign(child, 0, signed_on=day(-1)), "“Induk” ditandatangani sesudah"
    )
    verbs.suspend(agreement=parent, by=table.coordinator, reason="Jeda.")
    refused_unchanged(child, lambda: table.sign(child, 0), "Induk lebih dahulu")
    verbs.resume(agreement=parent, by=table.coordinator)
    assert table.signed(child).state == "in_force"


def test_a_child_of_one_that_waits_for_its_first_day_waits_with_it(table):
    parent = table.signed(table.ready(title="Induk", starts_on=day(5)))
    child = table.signed(table.ready(title="Anak", parent=parent))
    assert child.state == "partly_signed"
    assert [str(each.agreement) for each in verbs.advance(today=day(5))] == ["Induk", "Anak"]


def test_nobody_signs_when_the_last_day_has_passed(table):
    agreement = table.ready()
    type(agreement).objects.filter(pk=agreement.pk).update(
        starts_on=day(-9), ends_on=day(-1), review_on=None
    )
    refused_unchanged(agreement, lambda: table.sign(agreement, 0), "sudah lewat")


def test_who_left_the_collaboration_signs_no_more(table):
    agreement = table.ready()
    type(table.parties[0]).objects.filter(pk=table.parties[0].pk).update(
        state="left", ends_on=day(-1)
    )
    refused_unchanged(
        agreement, lambda: table.sign(agreement, 0, by=table.coordinator), "sudah keluar"
    )


def test_an_amendment_of_another_agreement_is_not_signed_here(table):
    other = Table()
    amendment = other.offered(other.in_force())
    agreement = table.in_force()
    refused_unchanged(
        agreement, lambda: table.sign(agreement, 0, amendment=amendment), "kesepakatan lain"
    )


def test_what_was_seen_on_paper_is_noted_once_and_may_be_taken_back(table):
    agreement = table.draft()
    place = agreement.parties.first()
    check = {"place": place, "item": "duty_stamp", "by": table.coordinator}
    for verb in (verbs.check_paper, verbs.uncheck_paper):
        with pytest.raises(IllegalMove):
            verb(**check)
    while agreement.state != "ready_to_sign":
        agreement = verbs.forward(agreement=agreement, by=table.coordinator)
    with pytest.raises(ValidationError):
        verbs.check_paper(**check, done_on=day(1))
    first = verbs.check_paper(**check, done_on=day(-1))
    assert verbs.check_paper(**check, done_on=day(-1)) == first
    assert agreement.changes.filter(event="checked").count() == 1
    verbs.uncheck_paper(**check)
    verbs.uncheck_paper(**check)  # nothing is left to take back
    assert not place.checks.exists()
    assert agreement.changes.filter(event="unchecked").count() == 1


def test_nobody_signs_another_text_than_they_saw(table):
    agreement = table.ready()
    seen = text_signed(agreement)
    verbs.send_back(agreement=agreement, by=table.coordinator, to="negotiation", reason="Ubah.")
    agreement = verbs.forward(agreement=agreement, by=table.coordinator)
    assert agreement.state == "ready_to_sign"
    refused_unchanged(agreement, lambda: table.sign(agreement, 0, under=seen), "sudah berubah")
    signature = table.sign(agreement, 0, under=text_signed(agreement))
    seen = text_signed(agreement)
    verbs.take_back_signature(signature=signature, by=table.coordinator, reason="Salah.")
    assert table.sign(agreement, 1, under=seen).pk  # of the text nothing changed


def test_nobody_signs_another_amendment_than_they_saw(table):
    agreement = table.in_force()
    amendment = table.offered(agreement)
    seen = text_signed(agreement, amendment)
    verbs.recall_amendment(amendment=amendment, by=table.coordinator)
    amendment = verbs.offer_amendment(amendment=amendment, by=table.coordinator)
    act = lambda under: table.sign(agreement, 0, amendment=amendment, under=under)  # noqa: E731
    refused_unchanged(agreement, lambda: act(seen), "sudah berubah")
    assert act(text_signed(agreement, amendment)).amendment == amendment
