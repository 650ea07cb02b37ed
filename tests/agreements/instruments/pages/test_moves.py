"""The moves of an agreement: forward and back, held up, ended, renewed; each with its page."""

import pytest

from agreements.instruments.states import AgreementState
from agreements.instruments.transitions import add_clause
from agreements.models import Agreement
from tests.agreements.instruments.pages.scene import day, pdf, sentences, url
from tests.factories.instruments import AgreementFactory, AgreementTypeFactory, AmendmentFactory

S = AgreementState


def page(agreement, verb):
    return url("agreement-move", agreement.pk, verb)


def here(agreement):
    """What the form of a step says of where the agreement stood when it was shown."""
    return f"{agreement.state}.{agreement.stage_id or ''}"


def state_of(agreement):
    return Agreement.objects.get(pk=agreement.pk).state


def test_it_is_passed_on_and_the_page_says_before_where_to(as_coordinator, client):
    agreement = as_coordinator.agreement()
    said = " ".join(client.get(page(agreement, "forward")).context["follows"])
    assert str(S.REVIEW.label) in said
    client.post(page(agreement, "forward"), {"note": "Sudah dibahas", "at": here(agreement)})
    assert state_of(agreement) == S.REVIEW
    assert agreement.changes.filter(note="Sudah dibahas").exists()


def test_what_is_missing_is_listed_instead_of_the_form(as_coordinator, client):
    agreement = as_coordinator.agreement(state=S.NEGOTIATION)
    answer = client.get(page(agreement, "forward"))
    assert answer.context["missing"]
    assert '<form method="post" novalidate' not in answer.content.decode()
    assert sentences(client.post(page(agreement, "forward"), {}))
    assert state_of(agreement) == S.NEGOTIATION


def test_the_next_stage_of_the_same_state_begins(as_coordinator, client):
    kind = AgreementTypeFactory(stages=(S.DRAFT, S.DRAFT, S.READY_TO_SIGN))
    agreement = as_coordinator.agreement(type=kind, stage=kind.stages.first())
    shown = {"at": here(agreement)}
    client.post(page(agreement, "next-stage"), shown)
    assert Agreement.objects.get(pk=agreement.pk).stage.position == 2


@pytest.mark.parametrize("verb", ["forward", "next-stage"])
def test_sent_twice_it_goes_one_step_and_the_second_reads_where_it_is(as_coordinator, client, verb):
    kind = AgreementTypeFactory(stages=(S.DRAFT, S.DRAFT, S.DRAFT, S.REVIEW, S.NEGOTIATION))
    agreement = as_coordinator.agreement(type=kind, stage=kind.stages.first())
    shown = {"at": client.get(page(agreement, verb)).context["form"].initial["at"]}
    assert client.post(page(agreement, verb), shown).status_code == 302
    before = Agreement.objects.filter(pk=agreement.pk).values().get()
    assert "sudah beralih" in sentences(client.post(page(agreement, verb), shown))
    assert "sudah beralih" in sentences(client.post(page(agreement, verb)))  # says not from where
    assert Agreement.objects.filter(pk=agreement.pk).values().get() == before


def test_it_is_sent_back_with_a_reason(as_coordinator, client):
    agreement = as_coordinator.agreement(ready=True)
    client.post(page(agreement, "send-back"), {"to": "negotiation", "reason": "Pasal 4 berubah"})
    assert state_of(agreement) == S.NEGOTIATION


@pytest.mark.parametrize(
    ("fields", "at"),
    [({"to": "negotiation"}, "reason"), ({"to": "in_force", "reason": "x"}, "to")],
)
def test_without_reason_or_to_where_it_never_was_it_stays(as_coordinator, client, fields, at):
    agreement = as_coordinator.agreement(ready=True)
    answer = client.post(page(agreement, "send-back"), fields)
    assert at in answer.context["form"].errors
    assert state_of(agreement) == S.READY_TO_SIGN


def test_the_approval_of_the_legislature_is_recorded_with_its_letter(as_coordinator, client):
    agreement = as_coordinator.agreement(state=S.LEGISLATURE, legislature_needed=True)
    data = {"on": day(as_coordinator.days(-1)), "file": pdf()}
    client.post(page(agreement, "approve"), data)
    fresh = Agreement.objects.get(pk=agreement.pk)
    assert fresh.legislature_approved_on == as_coordinator.days(-1)
    assert fresh.papers.count() == 1


def test_it_is_suspended_and_resumed(as_coordinator, client):
    agreement = as_coordinator.agreement(in_force=True)
    data = {"reason": "Bencana", "on": day(as_coordinator.today)}
    client.post(page(agreement, "suspend"), data)
    assert state_of(agreement) == S.SUSPENDED
    client.post(page(agreement, "resume"), {"note": ""})
    assert state_of(agreement) == S.IN_FORCE


def with_a_child(scene, **fields):
    parent = scene.agreement(in_force=True)
    return parent, scene.agreement(in_force=True, parent=parent, **fields)


@pytest.mark.parametrize("verb", ["end", "suspend", "terminate"])
def test_a_parent_does_not_go_without_saying_what_happens_to_its_child(
    as_coordinator, client, verb
):
    parent, child = with_a_child(as_coordinator)
    today = day(as_coordinator.today)
    data = {"reason": "Selesai", "on": today, "effective_on": today}
    data |= {"file": pdf()} if verb == "terminate" else {}
    answer = client.post(page(parent, verb), data)
    assert f"child_{child.pk}" in answer.context["form"].errors
    assert (state_of(parent), state_of(child)) == (S.IN_FORCE, S.IN_FORCE)


@pytest.mark.parametrize(("goes", "then"), [("along", S.ENDED), ("stays_alone", S.IN_FORCE)])
def test_a_child_ends_along_or_stays_alone(as_coordinator, client, goes, then):
    parent, child = with_a_child(as_coordinator)
    data = {"reason": "Selesai", "on": day(as_coordinator.today), f"child_{child.pk}": goes}
    client.post(page(parent, "end"), data)
    assert (state_of(parent), state_of(child)) == (S.ENDED, then)


def test_a_child_of_a_kind_that_needs_a_parent_cannot_stay_alone(as_coordinator, client):
    kind = AgreementTypeFactory(needs_parent=True)
    parent, child = with_a_child(as_coordinator, type=kind)
    name = f"child_{child.pk}"
    data = {"reason": "Selesai", "on": day(as_coordinator.today), name: "stays_alone"}
    assert name in client.post(page(parent, "end"), data).context["form"].errors
    assert state_of(parent) == S.IN_FORCE


def test_what_rests_on_a_child_is_asked_about_too(as_coordinator, client):
    parent, child = with_a_child(as_coordinator)
    grandchild = as_coordinator.agreement(in_force=True, parent=child)
    assert f"child_{grandchild.pk}" in client.get(page(parent, "end")).context["form"].fields


def test_a_representative_requests_the_termination_and_drops_the_request(scene, sign_in, client):
    agreement = scene.agreement(in_force=True)
    sign_in(scene.representative)
    data = {"reason": "Anggaran", "on": day(scene.today), "effective_on": day(scene.days(30))}
    client.post(page(agreement, "request-termination"), data)
    assert Agreement.objects.get(pk=agreement.pk).termination_on == scene.days(30)
    client.post(page(agreement, "drop-termination"), {"reason": "Sudah ada anggaran"})
    assert Agreement.objects.get(pk=agreement.pk).termination_on is None


def test_a_request_waits_while_an_amendment_is_open(scene, sign_in, client):
    agreement = scene.agreement(in_force=True)
    amendment = AmendmentFactory(agreement=agreement)
    sign_in(scene.representative)
    answer = client.get(page(agreement, "request-termination"))
    assert answer.context["in_the_way"] == amendment
    data = {"reason": "x", "on": day(scene.today), "effective_on": day(scene.days(30))}
    assert sentences(client.post(page(agreement, "request-termination"), data))
    fresh = Agreement.objects.get(pk=agreement.pk)
    assert fresh.termination_asked_on is None
    shown = client.get(agreement.get_absolute_url()).content.decode()
    assert page(agreement, "request-termination") not in shown


def test_another_party_does_not_drop_the_request(scene, sign_in, client):
    agreement = scene.agreement(in_force=True)
    sign_in(scene.coordinator)
    data = {"reason": "Anggaran", "on": day(scene.today), "effective_on": day(scene.days(30))}
    client.post(page(agreement, "request-termination"), data)
    drop = page(agreement, "drop-termination")
    assert drop in client.get(agreement.get_absolute_url()).content.decode()
    sign_in(scene.representative)
    assert drop not in client.get(agreement.get_absolute_url()).content.decode()
    assert client.post(drop, {"reason": "Tidak setuju"}).status_code == 403
    assert Agreement.objects.get(pk=agreement.pk).termination_asked_on


@pytest.mark.parametrize(
    ("verb", "fields", "words"),
    [
        ("request-termination", {"termination_asked_on": True}, "sudah diminta"),
        ("drop-termination", {}, "Tidak ada yang meminta"),
        ("terminate", {"termination_decided_on": True}, "sudah diputuskan"),
    ],
)
def test_what_was_said_already_is_not_asked_again(as_coordinator, client, verb, fields, words):
    agreement = as_coordinator.agreement(
        in_force=True, **dict.fromkeys(fields, as_coordinator.today)
    )
    assert words in str(client.get(page(agreement, verb)).context["closed"])


def test_it_is_terminated_with_a_letter_and_a_reason(as_coordinator, client):
    agreement = as_coordinator.agreement(in_force=True)
    data = {"reason": "Wanprestasi", "effective_on": day(as_coordinator.today), "file": pdf()}
    client.post(page(agreement, "terminate"), data)
    assert state_of(agreement) == S.TERMINATED


@pytest.mark.parametrize("left_out", ["reason", "effective_on", "file"])
def test_nothing_is_terminated_without_reason_day_and_letter(as_coordinator, client, left_out):
    agreement = as_coordinator.agreement(in_force=True)
    data = {"reason": "Wanprestasi", "effective_on": day(as_coordinator.today), "file": pdf()}
    del data[left_out]
    answer = client.post(page(agreement, "terminate"), data)
    assert left_out in answer.context["form"].errors
    assert state_of(agreement) == S.IN_FORCE


def test_a_draft_is_abandoned(as_coordinator, client):
    agreement = as_coordinator.agreement()
    shown = client.get(page(agreement, "abandon")).context["form"].initial
    client.post(page(agreement, "abandon"), {**shown, "reason": "Tidak jadi"})
    assert state_of(agreement) == S.ABANDONED


@pytest.mark.parametrize(("language", "words"), [("id", "Orang lain"), ("en", "Somebody has")])
def test_a_draft_that_somebody_went_on_writing_is_not_given_up_unseen(
    as_coordinator, client, language, words
):
    as_coordinator.coordinator.language = language
    as_coordinator.coordinator.save(update_fields=["language"])
    agreement = as_coordinator.agreement()
    shown = {**client.get(page(agreement, "abandon")).context["form"].initial, "reason": "x"}
    add_clause(agreement=agreement, by=as_coordinator.coordinator, text="Data dibagi.")
    before = Agreement.objects.filter(pk=agreement.pk).values().get()
    lines = agreement.changes.count()
    for data in (shown, {"reason": "x"}, {"reason": "x", "version": "²"}):
        answer = client.post(page(agreement, "abandon"), data)
        assert words in sentences(answer)
        assert answer.context["form"]["reason"].value() == "x"
    assert Agreement.objects.filter(pk=agreement.pk).values().get() == before
    assert agreement.changes.count() == lines
    client.post(page(agreement, "abandon"), {**shown, "version": before["version"]})
    assert state_of(agreement) == S.ABANDONED


def test_a_review_is_recorded_with_the_day_of_the_next(as_coordinator, client):
    agreement = as_coordinator.agreement(in_force=True)
    data = {"note": "Masih perlu", "next_review_on": day(as_coordinator.days(90))}
    client.post(page(agreement, "review"), data)
    assert Agreement.objects.get(pk=agreement.pk).review_on == as_coordinator.days(90)


def test_a_renewal_is_drafted_once_and_the_page_leads_to_it(as_coordinator, client):
    agreement = as_coordinator.agreement(in_force=True)
    answer = client.post(page(agreement, "renew"))
    renewal = Agreement.objects.get(renews=agreement)
    assert answer.url == renewal.get_absolute_url()
    assert sentences(client.post(page(agreement, "renew")))
    assert Agreement.objects.filter(renews=agreement).count() == 1


@pytest.mark.parametrize(
    ("state", "verb"),
    [
        ("draft", "suspend"),
        ("draft", "end"),
        ("draft", "terminate"),
        ("draft", "renew"),
        ("in_force", "abandon"),
        ("in_force", "forward"),
        ("in_force", "resume"),
        ("ready_to_sign", "forward"),
    ],
)
def test_a_move_that_the_state_forbids_says_so_and_changes_nothing(
    as_coordinator, client, state, verb
):
    trait = {"in_force": {"in_force": True}, "ready_to_sign": {"ready": True}}.get(state, {})
    agreement = as_coordinator.agreement(**trait)
    assert client.get(page(agreement, verb)).context["closed"]
    today = day(as_coordinator.today)
    data = {"reason": "x", "on": today, "effective_on": today, "note": "x", "file": pdf()}
    assert sentences(client.post(page(agreement, verb), data))
    assert state_of(agreement) == state


def test_while_an_amendment_is_open_the_page_leads_to_it(as_coordinator, client):
    agreement = as_coordinator.agreement(in_force=True)
    amendment = AmendmentFactory(agreement=agreement)
    answer = client.get(page(agreement, "end"))
    assert answer.context["in_the_way"] == amendment
    assert url("amendment-detail", amendment.pk) in answer.content.decode()
    client.post(page(agreement, "end"), {"reason": "x", "on": day(as_coordinator.today)})
    assert state_of(agreement) == S.IN_FORCE


def test_while_an_amendment_is_open_every_move_but_the_renewal_waits(as_coordinator, client):
    agreement = as_coordinator.agreement(in_force=True)
    AmendmentFactory(agreement=agreement)
    sentence = "Sampai ditandatangani atau ditarik, tidak ada yang lain berubah"
    for verb in ("review", "request-termination", "suspend", "end", "terminate"):
        assert sentence in client.get(page(agreement, verb)).content.decode(), verb
    assert sentence in client.get(url("agreement-edit", agreement.pk)).context["closed"]
    shown = client.get(agreement.get_absolute_url()).content.decode()
    assert sentence in shown
    for gone in ("review", "request-termination", "suspend", "end", "terminate"):
        assert page(agreement, gone) not in shown
    assert url("agreement-edit", agreement.pk) not in shown
    assert page(agreement, "renew") in shown


def test_a_move_of_another_collaboration_is_not_found(as_coordinator, client):
    stranger = AgreementFactory(in_force=True)
    data = {"reason": "x", "on": day(as_coordinator.today)}
    assert client.post(page(stranger, "end"), data).status_code == 404
    assert state_of(stranger) == S.IN_FORCE


@pytest.mark.parametrize("verb", ["end", "suspend", "forward", "renew", "terminate"])
def test_a_representative_who_posts_by_hand_changes_nothing(scene, sign_in, client, verb):
    agreement = scene.agreement(in_force=True)
    sign_in(scene.representative)
    assert client.post(page(agreement, verb), {"reason": "x"}).status_code == 403
    assert state_of(agreement) == S.IN_FORCE
