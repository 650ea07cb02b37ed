"""The pages of amendments: draft, edit, clauses inside, offer, recall, withdraw, sign."""

from datetime import timedelta

import pytest

from agreements.instruments.states import AgreementState, AmendmentState
from agreements.models import Agreement, Amendment, AmendmentChange, Signature
from tests.agreements.instruments.pages.scene import day, sentences, url
from tests.factories.instruments import ClauseFactory

S, A = AgreementState, AmendmentState


@pytest.fixture
def agreement(as_coordinator):
    return as_coordinator.agreement(in_force=True, subject="Data sasaran.")


def typed(agreement, **fields):
    """The form as it stands, with a reason."""
    return {
        "title": agreement.title,
        "subject": agreement.subject,
        "ends_on": day(agreement.ends_on),
        "reason": "Sasaran bertambah.",
    } | fields


@pytest.fixture
def amendment(agreement, client):
    client.post(url("amendment-create", agreement.pk), typed(agreement, title="Judul baru"))
    return Amendment.objects.get()


def send(client, amendment, verb, data=None):
    """Its page is opened and its button pressed."""
    page = url("amendment-move", amendment.pk, verb)
    shown = client.get(page).context["form"].initial
    return client.post(page, {"version": shown["version"], **(data or {})})


def changes(amendment):
    return {row.field: row.after for row in amendment.changes.filter(of="field")}


def test_the_form_holds_what_stands(agreement, client):
    form = client.get(url("amendment-create", agreement.pk)).context["form"]
    assert form["title"].value() == agreement.title
    assert form["ends_on"].value() == agreement.ends_on


def test_the_page_of_a_draft_leads_to_every_clause_that_it_may_change(amendment, client):
    clause = ClauseFactory(agreement=amendment.agreement)
    gone = ClauseFactory(agreement=amendment.agreement, is_removed=True)
    page = client.get(url("amendment-detail", amendment.pk)).content.decode()
    assert url("amendment-clause-change", clause.pk) in page
    assert url("amendment-clause-change", gone.pk) not in page
    send(client, amendment, "offer")
    page = client.get(url("amendment-detail", amendment.pk)).content.decode()
    assert url("amendment-clause-change", clause.pk) not in page


def test_an_extension_leads_to_no_clause_and_says_when_its_parent_ends_before(
    as_coordinator, agreement, client
):
    clause = ClauseFactory(agreement=agreement)
    parent = as_coordinator.agreement(in_force=True, ends_on=agreement.ends_on)
    Agreement.objects.filter(pk=agreement.pk).update(parent=parent)
    later = day(agreement.ends_on + timedelta(days=1))
    data = {"ends_on": later, "reason": "Diperpanjang."}
    client.post(url("amendment-create", agreement.pk, kind="extension"), data)
    amendment = Amendment.objects.get()
    for page in (
        url("amendment-detail", amendment.pk),
        url("amendment-move", amendment.pk, "offer"),
    ):
        shown = client.get(page).content.decode()
        assert "lebih lama daripada kesepakatan induknya" in shown
        assert url("amendment-clause-change", clause.pk) not in shown
    assert (
        "lebih lama"
        not in client.get(url("amendment-move", amendment.pk, "withdraw")).content.decode()
    )


def test_only_what_differs_becomes_the_amendment(agreement, client):
    answer = client.post(url("amendment-create", agreement.pk), typed(agreement, title="Baru"))
    amendment = Amendment.objects.get()
    assert answer.url == url("amendment-detail", amendment.pk)
    assert changes(amendment) == {"title": "Baru"}
    agreement.refresh_from_db()
    assert agreement.title != "Baru"


def test_an_extension_asks_for_the_last_day_only(as_coordinator, agreement, client):
    page = url("amendment-create", agreement.pk, kind="extension")
    fields = client.get(page).context["form"].fields
    assert "title" not in fields
    later = as_coordinator.days(900)
    client.post(page, {"ends_on": day(later), "reason": "Belum selesai"})
    amendment = Amendment.objects.get()
    assert (amendment.kind, changes(amendment)) == ("extension", {"ends_on": later.isoformat()})


@pytest.mark.parametrize(
    ("kind", "fields", "at"),
    [
        ("change", {"reason": " "}, "reason"),
        ("change", {"title": ""}, "title"),
        ("change", {"ends_on": "1/1/2199"}, "ends_on"),
        ("change", {"ends_on": "31/2/2027"}, "ends_on"),
        ("change", {"effective_on": "1/1/1999"}, "effective_on"),
        ("extension", {"ends_on": ""}, "ends_on"),
        ("extension", {}, "ends_on"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(agreement, client, kind, fields, at):
    page = url("amendment-create", agreement.pk, kind=kind)
    answer = client.post(page, typed(agreement, **fields))
    assert at in answer.context["form"].errors
    assert not Amendment.objects.exists()


def test_a_second_amendment_waits_and_the_page_leads_to_the_first(agreement, amendment, client):
    page = url("amendment-create", agreement.pk)
    assert client.get(page).context["in_the_way"] == amendment
    assert sentences(client.post(page, typed(agreement, title="Lain")))
    assert Amendment.objects.count() == 1


def test_a_draft_is_not_amended(as_coordinator, client):
    draft = as_coordinator.agreement(ends_on=as_coordinator.days(9))
    page = url("amendment-create", draft.pk)
    assert client.get(page).context["closed"]
    assert sentences(client.post(page, typed(draft, title="Lain")))
    assert not Amendment.objects.exists()


def test_the_draft_is_edited_from_where_it_is(agreement, amendment, client):
    page = url("amendment-edit", amendment.pk)
    opened = client.get(page)
    assert opened.context["form"]["title"].value() == "Judul baru"
    assert 'name="title"' in opened.content.decode()
    data = typed(agreement, subject="Lain", version=amendment.version)
    client.post(page, data)
    assert changes(amendment) == {"subject": "Lain"}


def test_two_who_edit_it_at_once_are_told(agreement, amendment, client):
    page = url("amendment-edit", amendment.pk)
    client.post(page, typed(agreement, reason="Pertama", version=1))
    answer = client.post(page, typed(agreement, reason="Kedua", version=1))
    assert [(one.saved, one.typed) for one in answer.context["form"].conflict] == [
        ("Pertama", "Kedua")
    ]


def test_a_clause_is_changed_added_and_taken_out_by_the_amendment(agreement, amendment, client):
    first, second = ClauseFactory.create_batch(2, agreement=agreement)
    new = {"number": "Pasal 9", "text": "Tambahan."}
    client.post(url("amendment-clause-new", amendment.pk), new)
    change = url("amendment-clause-change", first.pk)
    client.post(change, {"number": first.number, "text": "Diubah."})
    client.post(url("amendment-clause-out", second.pk))
    found = amendment.changes.exclude(of="field").values_list("of", "clause")
    assert set(found) == {("new_clause", None), ("clause", first.pk), ("no_clause", second.pk)}
    first.refresh_from_db()
    assert first.text != "Diubah."
    assert client.get(change).context["form"]["text"].value() == "Diubah."


def test_without_an_open_amendment_no_clause_changes(agreement, client):
    clause = ClauseFactory(agreement=agreement)
    for name in ("amendment-clause-change", "amendment-clause-out"):
        page = url(name, clause.pk)
        assert client.get(page).context["closed"]
        assert sentences(client.post(page, {"number": "1", "text": "Lain"}))
    assert not AmendmentChange.objects.exists()


def test_one_change_is_left_out_again(amendment, client):
    change = amendment.changes.get()
    answer = client.post(url("amendment-line-drop", change.pk))
    assert answer.url == url("amendment-detail", amendment.pk)
    assert not AmendmentChange.objects.exists()


def test_before_it_is_offered_the_difference_is_shown(amendment, client):
    page = url("amendment-move", amendment.pk, "offer")
    assert "<ins>Judul</ins>" in client.get(page).content.decode()
    send(client, amendment, "offer")
    amendment.refresh_from_db()
    assert amendment.state == A.SIGNING


def test_what_changes_nothing_is_not_offered(amendment, client):
    amendment.changes.all().delete()
    assert sentences(send(client, amendment, "offer"))
    amendment.refresh_from_db()
    assert amendment.state == A.DRAFT


def test_it_is_recalled_and_withdrawn(amendment, client):
    for verb, data, state in (
        ("offer", {}, A.SIGNING),
        ("recall", {}, A.DRAFT),
        ("withdraw", {"reason": "Tidak jadi"}, A.WITHDRAWN),
    ):
        send(client, amendment, verb, data)
        amendment.refresh_from_db()
        assert amendment.state == state
    assert client.get(url("amendment-move", amendment.pk, "offer")).context["closed"]


@pytest.mark.parametrize(("language", "words"), [("id", "Orang lain"), ("en", "Somebody has")])
@pytest.mark.parametrize("verb", ["offer", "withdraw", "recall"])
def test_what_somebody_changed_meanwhile_is_looked_at_first(
    as_coordinator, agreement, amendment, client, verb, language, words
):
    as_coordinator.coordinator.language = language
    as_coordinator.coordinator.save(update_fields=["language"])
    if verb == "recall":
        send(client, amendment, "offer")
    page = url("amendment-move", amendment.pk, verb)
    shown = {**client.get(page).context["form"].initial, "reason": "x"}
    if verb == "recall":  # somebody else recalled it and offered it anew
        send(client, amendment, "recall")
        send(client, amendment, "offer")
    else:
        version = Amendment.objects.get().version
        client.post(
            url("amendment-edit", amendment.pk), typed(agreement, title="Lain", version=version)
        )
    before = Amendment.objects.values().get()
    for data in (shown, {"reason": "x"}):
        assert words in sentences(client.post(page, data))
    assert Amendment.objects.values().get() == before
    assert send(client, amendment, verb, {"reason": "x"}).status_code == 302


def test_nothing_is_withdrawn_without_a_reason(amendment, client):
    answer = send(client, amendment, "withdraw", {})
    assert "reason" in answer.context["form"].errors
    amendment.refresh_from_db()
    assert amendment.state == A.DRAFT


def test_the_last_signature_merges_it(as_coordinator, agreement, amendment, client):
    send(client, amendment, "offer")
    for place, head in zip(
        agreement.parties.order_by("position"), as_coordinator.heads, strict=True
    ):
        page = url("agreement-sign", place.pk)
        assert client.get(page).context["amendment"] == amendment
        data = {"signed_on": day(as_coordinator.today), "authority": "own", "appointment": head.pk}
        data["under"] = client.get(page).context["form"]["under"].value()
        client.post(page, data)
    agreement.refresh_from_db()
    assert agreement.title == "Judul baru"


def test_who_saw_another_text_reads_it_before_signing(as_coordinator, agreement, amendment, client):
    send(client, amendment, "offer")
    place, head = agreement.parties.order_by("position").first(), as_coordinator.heads[0]
    page = url("agreement-sign", place.pk)
    data = {"signed_on": day(as_coordinator.today), "authority": "own", "appointment": head.pk}
    data["under"] = client.get(page).context["form"]["under"].value()
    send(client, amendment, "recall")
    send(client, amendment, "offer")
    answer = client.post(page, data)
    assert "sudah berubah" in sentences(answer)
    assert not Signature.objects.exists()
    data["under"] = answer.context["form"]["under"].value()
    client.post(page, data)
    assert Signature.objects.get().amendment == amendment


def test_what_it_says_of_another_text_is_told_before_anybody_signs(agreement, amendment, client):
    shown = lambda: client.get(amendment.get_absolute_url()).content.decode()  # noqa: E731
    assert "tidak lagi seperti" not in shown()
    type(agreement).objects.filter(pk=agreement.pk).update(title="Diganti diam-diam")
    assert "tidak lagi seperti" in shown()
    type(amendment).objects.filter(pk=amendment.pk).update(state=A.WITHDRAWN)
    assert "tidak lagi seperti" not in shown()


def test_what_is_being_signed_is_not_edited(agreement, amendment, client):
    send(client, amendment, "offer")
    page = url("amendment-edit", amendment.pk)
    amendment.refresh_from_db()
    data = typed(agreement, title="Diam-diam", version=amendment.version)
    assert sentences(client.post(page, data))
    assert changes(amendment) == {"title": "Judul baru"}


def test_a_representative_who_posts_by_hand_changes_nothing(
    scene, agreement, amendment, sign_in, client
):
    sign_in(scene.representative)
    for page in (
        url("amendment-edit", amendment.pk),
        url("amendment-move", amendment.pk, "offer"),
        url("amendment-clause-new", amendment.pk),
        url("amendment-create", agreement.pk),
    ):
        assert client.post(page, typed(agreement, title="Lain")).status_code == 403
    assert changes(amendment) == {"title": "Judul baru"}
