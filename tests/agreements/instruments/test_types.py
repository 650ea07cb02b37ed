"""Kinds of agreement: everybody reads them, admins keep them up, nothing vanishes under anybody."""

import pytest
from django.urls import reverse

from agreements.instruments.states import AgreementState
from agreements.instruments.transitions import types as verbs
from agreements.models import AgreementStage, AgreementType, RequiredDocument
from collabgov.kit.audit import event_model
from collabgov.kit.errors import EditConflict, Refused
from tests.factories.actors import UserFactory
from tests.factories.charter import member_of
from tests.factories.instruments import (
    AgreementFactory,
    AgreementTypeFactory,
    RequiredDocumentFactory,
)
from tests.html import soup_of

LIST = reverse("agreements:agreement-type-list")
NEW = reverse("agreements:agreement-type-create")
S = AgreementState


@pytest.fixture
def admin(db):
    return UserFactory(admin=True, language="en")


@pytest.fixture
def kind(db):
    return AgreementTypeFactory(
        name="Perjanjian kerja sama",
        stages=(S.DRAFT, S.NEGOTIATION),
        source_note="PP 28/2018",
    )


def address(name, kind):
    return reverse(f"agreements:agreement-type-{name}", args=[kind.pk])


def sent(page, **changes):
    """What the form on the page would send."""
    form = soup_of(page).select_one("main form[method=post]")
    data = {}
    for field in form.select("input[name], textarea[name]"):
        if field.get("type") != "checkbox" or field.has_attr("checked"):
            blank = field.text if field.name == "textarea" else ""
            of_a_tick = "on" if field.get("type") == "checkbox" else blank
            data[field["name"]] = field.get("value", of_a_tick)
    for select in form.select("select[name]"):
        chosen = select.select_one("option[selected]")
        data[select["name"]] = chosen["value"] if chosen else ""
    return data | changes


def stage_names(kind):
    return list(kind.stages.order_by("position").values_list("name", flat=True))


def test_everybody_reads_them_and_only_admins_are_offered_to_change(client, sign_in, kind, admin):
    sign_in(language="en")
    for page in (LIST, address("detail", kind)):
        body = client.get(page).content.decode()
        assert kind.name_en in body
        assert "/edit/" not in body
        assert NEW not in body
    sign_in(admin)
    assert NEW in client.get(LIST).content.decode()
    assert address("edit", kind) in client.get(address("detail", kind)).content.decode()


def test_nobody_else_may_change_them(client, sign_in, kind):
    sign_in()
    assert client.get(NEW).status_code == 403
    for name in ("edit", "retire", "restore"):
        assert client.post(address(name, kind)).status_code == 403


def test_an_unchecked_kind_says_so_with_its_source(client, sign_in, kind):
    AgreementType.objects.update(is_verified=False, source_note="PP 28/2018")
    sign_in(language="id")
    body = client.get(address("detail", kind)).content.decode()
    assert "Belum diperiksa terhadap peraturan" in body
    assert "PP 28/2018" in body


@pytest.mark.parametrize("rows", ["²", "-1", "٣", "9" * 5_000, "x"])
def test_more_rows_than_a_number_says_are_no_error(client, sign_in, admin, rows):
    sign_in(admin)
    answer = client.post(NEW, {"more": "stages", "stages-TOTAL_FORMS": rows, "name": "Nota"})
    assert answer.status_code == 200
    assert not AgreementType.objects.filter(name="Nota").exists()


def test_a_new_kind_with_stages_and_documents(client, sign_in, admin):
    sign_in(admin)
    rows = {
        "stages-0-name": "Penawaran",
        "stages-0-state": "review",
        "stages-0-days": "14",
        "stages-1-name": "Persiapan",
        "stages-1-state": "draft",
        "documents-0-name": "Kerangka acuan",
        "documents-0-role": "reference",
        "documents-0-needed_for": "review",
        "documents-0-is_mandatory": "on",
    }
    data = sent(client.get(NEW), name="Nota kesepakatan", **rows)
    response = client.post(NEW, data, follow=True)
    made = AgreementType.objects.get(name="Nota kesepakatan")
    assert made.code == "nota-kesepakatan"
    assert stage_names(made) == ["Persiapan", "Penawaran"]
    assert made.documents.get().is_mandatory
    assert "The kind of agreement is added." in response.content.decode()


def test_rows_change_move_and_go(client, sign_in, admin, kind):
    sign_in(admin)
    page = client.get(address("edit", kind))
    changes = {"stages-0-name": "Naskah", "stages-1-DELETE": "on", "stages-2-name": "Telaah"}
    data = sent(page, **changes, **{"stages-2-state": "draft", "stages-2-place": "9"})
    assert client.post(address("edit", kind), data).status_code == 302
    assert stage_names(kind) == ["Naskah", "Telaah"]


def test_documents_and_stages_exchange_their_names_in_one_save(client, sign_in, admin, kind):
    one = RequiredDocumentFactory(type=kind, name="Kerangka acuan", position=1)
    two = RequiredDocumentFactory(type=kind, name="Naskah", position=2)
    first, second = kind.stages.all()
    sign_in(admin)
    names = {"documents-0-name": "naskah", "documents-1-name": "Kerangka acuan"}
    names |= {"stages-0-name": second.name, "stages-1-name": first.name}
    data = sent(client.get(address("edit", kind)), **names)
    assert client.post(address("edit", kind), data).status_code == 302
    assert list(kind.documents.values_list("pk", "name")) == [
        (one.pk, "naskah"),
        (two.pk, "Kerangka acuan"),
    ]
    assert stage_names(kind) == [second.name, first.name]


def test_a_name_that_becomes_free_is_taken_in_the_same_save(client, sign_in, admin, kind):
    gone = RequiredDocumentFactory(type=kind, name="Kerangka acuan")
    sign_in(admin)
    new = {"name": "KERANGKA ACUAN", "role": "reference", "needed_for": "review"}
    rows = {f"documents-1-{name}": value for name, value in new.items()}
    data = sent(client.get(address("edit", kind)), **rows, **{"documents-0-DELETE": "on"})
    assert client.post(address("edit", kind), data).status_code == 302
    assert kind.documents.get().name == "KERANGKA ACUAN"
    assert kind.documents.get().pk != gone.pk


def test_one_name_twice_is_refused_at_its_row(client, sign_in, admin, kind):
    RequiredDocumentFactory(type=kind, name="Kerangka acuan")
    sign_in(admin)
    new = {"name": "kerangka ACUAN", "role": "reference", "needed_for": "review"}
    rows = {f"documents-1-{name}": value for name, value in new.items()}
    data = sent(client.get(address("edit", kind)), **rows)
    page = soup_of(client.post(address("edit", kind), data))
    assert page.select_one("#id_documents-1-name")["aria-invalid"] == "true"
    assert "already on the list" in page.select_one("#id_documents-1-name_error").text
    assert kind.documents.count() == 1


def test_what_did_not_change_leaves_no_trace_on_the_trail(client, sign_in, admin, kind):
    RequiredDocumentFactory(type=kind, position=1)
    events = event_model(AgreementStage).objects, event_model(RequiredDocument).objects
    sign_in(admin)
    data = sent(client.get(address("edit", kind)), **{"stages-1-name": "Telaah"})
    before = [rows.count() for rows in events]
    assert client.post(address("edit", kind), data).status_code == 302
    assert [rows.count() for rows in events] == [before[0] + 1, before[1]]


def test_more_rows_keep_what_was_typed_and_judge_nothing(client, sign_in, admin, kind):
    sign_in(admin)
    data = sent(client.get(address("edit", kind)), name="", more="stages")
    page = soup_of(client.post(address("edit", kind), data))
    assert page.select_one("[name=stages-TOTAL_FORMS]")["value"] == "7"
    assert not page.select_one("[role=alert]:not([hidden])")


def test_a_refusal_names_the_row_and_keeps_what_was_typed(client, sign_in, admin, kind):
    sign_in(admin)
    data = sent(
        client.get(address("edit", kind)), **{"stages-0-days": "-4", "stages-0-name": "Lain"}
    )
    page = soup_of(client.post(address("edit", kind), data))
    assert page.select_one("#id_stages-0-days")["aria-invalid"] == "true"
    assert page.select_one("#id_stages-0-name")["value"] == "Lain"
    assert stage_names(kind) != ["Lain"]


def test_two_admins_at_once_the_second_reads_a_sentence(client, sign_in, admin, kind):
    sign_in(admin)
    data = sent(client.get(address("edit", kind)), name="Typed by me")
    AgreementType.objects.filter(pk=kind.pk).update(version=7)
    response = client.post(address("edit", kind), data)
    assert "Somebody else saved this" in response.content.decode()
    kind.refresh_from_db()
    assert kind.name != "Typed by me"
    with pytest.raises(EditConflict):
        verbs.edit_type(kind=kind, by=admin, version=1, stages=(), documents=())


def test_checked_needs_a_source(client, sign_in, admin, kind):
    sign_in(admin)
    data = sent(client.get(address("edit", kind)), is_verified="on", source_note="")
    assert "against which regulation" in client.post(address("edit", kind), data).content.decode()


def test_a_stage_in_use_may_go_and_the_agreement_says_so(client, sign_in, admin, kind):
    agreement = AgreementFactory(type=kind, stage=kind.stages.first())
    stages = [{"name": "Baru", "name_en": "", "state": "draft", "days": None}]
    verbs.edit_type(kind=kind, by=admin, version=1, stages=stages, documents=())
    agreement.refresh_from_db()
    assert (agreement.stage, agreement.state) == (None, S.DRAFT)
    sign_in(member_of(agreement.collaboration, language="en"))
    body = client.get(agreement.get_absolute_url()).content.decode()
    assert "no longer on the list of this kind" in body


def test_a_stage_in_use_keeps_its_state(admin, kind):
    stage = kind.stages.first()
    AgreementFactory(type=kind, stage=stage)
    moved = {"id": stage.pk, "name": stage.name, "name_en": "", "state": "review", "days": 3}
    with pytest.raises(Refused, match=stage.name):
        verbs.edit_type(kind=kind, by=admin, version=1, stages=[moved], documents=())
    assert kind.stages.count() == 2


def test_out_of_use_and_into_use_again(client, sign_in, admin, kind):
    RequiredDocumentFactory(type=kind)
    sign_in(admin)
    client.post(address("retire", kind))
    assert not AgreementType.objects.in_use().filter(pk=kind.pk).exists()
    client.post(address("restore", kind))
    assert AgreementType.objects.in_use().filter(pk=kind.pk).exists()


def test_a_code_is_free(admin):
    first = verbs.create_type(by=admin, name="Nota Kesepahaman")
    second = verbs.create_type(by=admin, name="Nota-kesepahaman")
    assert (first.code, second.code) == ("nota-kesepahaman", "nota-kesepahaman-2")


def test_the_list_costs_the_same_however_long(sign_in, assert_flat_queries):
    sign_in()
    AgreementTypeFactory()
    assert_flat_queries(LIST, grow=lambda: AgreementTypeFactory.create_batch(4), ceiling=12)
