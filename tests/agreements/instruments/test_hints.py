"""What the page of an agreement says by itself: steps never taken, what looks forgotten, names."""

import pytest
from django.urls import reverse
from django.utils import translation

from agreements.instruments import transitions as verbs
from agreements.instruments.hints import hints_of
from agreements.instruments.lines import history_of
from agreements.instruments.strip import strip_of
from agreements.models import Agreement
from tests.agreements.instruments.scene import a_file, day
from tests.factories.instruments import (
    AgreementStageFactory,
    AgreementTypeFactory,
    AmendmentFactory,
    ClauseFactory,
    RequiredDocumentFactory,
)
from tests.html import soup_of

STAGES = ("draft", "draft", "review", "negotiation", "in_force", "in_force")


def css_of(agreement):
    fresh = Agreement.objects.get(pk=agreement.pk)
    return [step.css for step in strip_of(fresh, fresh.changes.all())]


def page_of(client, sign_in, table, agreement):
    table.coordinator.language = "id"
    table.coordinator.save()
    sign_in(table.coordinator)
    return soup_of(client.get(agreement.get_absolute_url()))


def test_a_stage_that_was_left_out_is_not_said_to_be_passed(table, client, sign_in):
    agreement = table.draft(type=AgreementTypeFactory(stages=STAGES))
    assert css_of(agreement)[:3] == ["here", "next", "next"]
    verbs.forward(agreement=agreement, by=table.coordinator)
    assert css_of(agreement)[:4] == ["done", "skipped", "here", "next"]
    strip = page_of(client, sign_in, table, agreement).select_one(".stage-strip")
    assert "dilewati" in strip.select_one(".skipped").text
    assert "dilewati" not in strip.select_one(".done").text


def test_a_stage_at_which_it_stood_stays_passed_when_it_is_sent_back(table):
    agreement = table.draft(type=AgreementTypeFactory(stages=STAGES))
    verbs.next_stage(agreement=agreement, by=table.coordinator)
    verbs.forward(agreement=agreement, by=table.coordinator)
    assert css_of(agreement)[:3] == ["done", "done", "here"]
    verbs.send_back(agreement=agreement, by=table.coordinator, to="draft", reason="Ubah.")
    verbs.forward(agreement=agreement, by=table.coordinator)
    assert css_of(agreement)[:3] == ["done", "done", "here"]


def test_what_was_registered_or_ended_early_passed_no_other_stage(table):
    kind = AgreementTypeFactory(stages=STAGES)
    agreement = verbs.register_agreement(
        collaboration=table.collaboration,
        by=table.coordinator,
        type=kind,
        title="Lama",
        signed_on=day(-2),
        starts_on=day(-2),
        ends_on=day(90),
        file=a_file(),
        parties=[(party, True, "") for party in table.parties],
    )
    assert css_of(agreement)[-2:] == ["here", "next"]
    assert set(css_of(agreement)[:-2]) == {"skipped"}
    verbs.end(agreement=agreement, by=table.coordinator, reason="Sepakat.")
    assert css_of(agreement)[-2:] == ["done", "skipped"]


def test_its_buttons_say_where_each_step_leads(table, client, sign_in):
    agreement = table.draft(type=AgreementTypeFactory(stages=STAGES))
    page = page_of(client, sign_in, table, agreement)
    words = [button.text.strip() for button in page.select("#state .btn-row .btn")]
    assert "Teruskan ke “Tahap 3”" in words  # as its strip calls it
    assert any(each.startswith("Tahap berikutnya: “") for each in words)
    while agreement.state != "negotiation":
        agreement = verbs.forward(agreement=agreement, by=table.coordinator)
    page = page_of(client, sign_in, table, agreement)
    words = [button.text.strip() for button in page.select("#state .btn-row .btn")]
    assert "Teruskan ke “Siap ditandatangani”" in words  # at no stage there: the state


def test_the_paper_is_checked_once_there_is_one(table, client, sign_in):
    agreement = table.draft()
    paper = reverse("agreements:agreement-paper", args=[agreement.pk])
    assert paper not in str(page_of(client, sign_in, table, agreement))
    agreement = table.ready()
    paper = reverse("agreements:agreement-paper", args=[agreement.pk])
    assert paper in str(page_of(client, sign_in, table, agreement))


def test_a_letter_of_the_legislature_is_asked_for_only_where_it_approves(table, client, sign_in):
    RequiredDocumentFactory(type=table.kind, role="legislature", name="Surat DPRD")
    agreement = table.draft(legislature_needed=False)
    page = page_of(client, sign_in, table, agreement)
    assert "Surat DPRD" not in page.select_one("#documents").text
    Agreement.objects.filter(pk=agreement.pk).update(legislature_needed=True)
    page = page_of(client, sign_in, table, agreement)
    assert "Surat DPRD" in page.select_one("#documents").text


def test_what_looks_forgotten_is_said_and_refuses_nothing(table, client, sign_in):
    agreement = table.draft()
    words = " ".join(hints_of(agreement))
    assert "pasal" in words
    assert "nomor" in words.lower()
    assert words.split()[0] in page_of(client, sign_in, table, agreement).select_one("#state").text
    step = reverse("agreements:agreement-move", args=[agreement.pk, "forward"])
    assert words.split()[0] in client.get(step).content.decode()
    ClauseFactory(agreement=agreement)
    Agreement.objects.filter(pk=agreement.pk).update(number="7/2026")
    assert hints_of(Agreement.objects.get(pk=agreement.pk)) == []


def test_of_what_was_signed_elsewhere_nothing_is_worth_a_look_before_signing(table):
    agreement = verbs.register_agreement(
        collaboration=table.collaboration,
        by=table.coordinator,
        type=AgreementTypeFactory(),
        title="Belum mulai",
        starts_on=day(9),
        ends_on=day(99),
        signed_on=day(-1),
        parties=[(party, True, "") for party in table.parties],
        file=a_file(),
    )
    assert (agreement.state, agreement.number, hints_of(agreement)) == ("partly_signed", "", [])


def test_a_renewal_tells_of_the_gap_before_it_and_of_its_shorter_parent(table, client, sign_in):
    parent = table.in_force(title="Induk")
    agreement = table.in_force(parent=parent)
    renewal = verbs.renew(agreement=agreement, by=table.coordinator)
    verbs.end(agreement=agreement, by=table.coordinator, reason="Sepakat.")
    words = " ".join(hints_of(Agreement.objects.get(pk=renewal.pk)))
    assert "tidak satu pun berlaku" in words
    assert "kesepakatan induknya" in words
    assert "Pembaruan" in page_of(client, sign_in, table, renewal).select_one(".badges").text


def test_under_its_parent_two_of_one_title_say_which_renews_which(table, client, sign_in):
    parent = table.in_force(title="Induk")
    agreement = table.in_force(parent=parent)
    renewal = verbs.renew(agreement=agreement, by=table.coordinator)
    rows = page_of(client, sign_in, table, parent).select("#family .rows li")
    said = {row.a["href"]: row.text for row in rows}
    later, earlier = "pembaruan dari yang terdahulu", "ada pembaruannya"
    assert later in said[renewal.get_absolute_url()]
    assert later not in said[agreement.get_absolute_url()]
    assert earlier in said[agreement.get_absolute_url()]


def test_what_is_renewed_already_is_not_offered_to_be_renewed(table, client, sign_in):
    agreement = table.in_force()
    renew = reverse("agreements:agreement-move", args=[agreement.pk, "renew"])
    assert page_of(client, sign_in, table, agreement).select(f'a[href="{renew}"]')
    renewal = verbs.renew(agreement=agreement, by=table.coordinator)
    assert not page_of(client, sign_in, table, agreement).select(f'a[href="{renew}"]')
    verbs.abandon(agreement=renewal, by=table.coordinator, reason="Batal.")
    assert page_of(client, sign_in, table, agreement).select(f'a[href="{renew}"]')


def test_amendments_are_counted_along_and_an_extension_says_that_it_is_one(table):
    agreement = table.in_force()
    AmendmentFactory(agreement=agreement, order=1, state="withdrawn")
    second = AmendmentFactory(agreement=agreement, order=2, kind="extension")
    assert "2: Perpanjangan" in str(second)


@pytest.mark.parametrize("name", ["number", "title", "source_note"])
def test_characters_that_nobody_sees_are_left_out_of_one_line(table, name):
    agreement = table.draft(**{name: " 7/PKS\x01\u200b \x02 \n2026\x7f"})
    assert getattr(agreement, name) == "7/PKS 2026"


def test_an_amendment_leaves_them_out_of_the_title_too(table):
    said = table.amendment(table.in_force(), changes={"title": "Judul\x01 \u200b baru\n"})
    assert said.changes.get().after == "Judul baru"


def fold_of(client, sign_in, user, agreement, language):
    """What the folded part of its page is called, and what is in it."""
    user.language = language
    user.save(update_fields=["language"])
    sign_in(user)
    fold = soup_of(client.get(agreement.get_absolute_url())).select_one(".grave-ways")
    return fold.summary.text.strip(), {link.text.strip() for link in fold.select("a")}


@pytest.mark.parametrize(
    ("language", "names"),
    [
        (
            "id",
            ["Tidak jadi ditandatangani?", "Tangguhkan atau akhiri", "Akhiri", "Minta diakhiri"],
        ),
        ("en", ["Not to be signed after all?", "Suspend or end it", "End it", "Ask to end it"]),
    ],
)
def test_what_is_folded_away_is_called_by_what_is_possible(table, client, sign_in, language, names):
    draft, holding, runs_it = table.draft(title="Rancangan"), table.in_force(), table.coordinator
    said = [fold_of(client, sign_in, runs_it, each, language) for each in (draft, holding)]
    verbs.suspend(agreement=holding, by=runs_it, reason="Jeda.")
    readers = (runs_it, table.speakers[0])
    said += [fold_of(client, sign_in, each, holding, language) for each in readers]
    assert [name for name, _links in said] == names
    assert [len(links) for _name, links in said] == [1, 4, 3, 1]


@pytest.mark.parametrize(("language", "shown"), [("id", "Penawaran"), ("en", "Offer")])
@pytest.mark.parametrize("written_in", ["id", "en"])
def test_the_history_names_a_stage_in_its_reader_s_language(table, language, shown, written_in):
    named = {"name": "Penawaran", "name_en": "Offer"}
    AgreementStageFactory(type=table.kind, position=20, state="draft", **named)
    agreement = table.draft()
    with translation.override(written_in):
        verbs.next_stage(agreement=agreement, by=table.coordinator)
    changes = agreement.changes.for_list()
    with translation.override(language):
        assert history_of(changes, table.kind.stages.all())[0].about == shown
        # a stage that is gone is called as it was written
        written = named["name_en" if written_in == "en" else "name"]
        assert history_of(changes, table.kind.stages.exclude(name="Penawaran"))[0].about == written


@pytest.mark.parametrize(("language", "shown"), [("id", "Penawaran"), ("en", "Offer")])
def test_the_page_shows_its_history_so(table, client, sign_in, language, shown):
    named = {"name": "Penawaran", "name_en": "Offer"}
    AgreementStageFactory(type=table.kind, position=20, state="draft", **named)
    agreement = table.draft()
    verbs.next_stage(agreement=agreement, by=table.coordinator)
    table.coordinator.language = language
    table.coordinator.save(update_fields=["language"])
    sign_in(table.coordinator)
    page = soup_of(client.get(agreement.get_absolute_url()))
    assert page.select_one("#history li span").text == shown
