"""An organization asks its own people how it works with others: verbs, rules, what is stored."""

import datetime as dt
import json

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import translation

from actors.duplicates.transitions import merge
from actors.models import Organization, User
from actors.organizations.kinds import Sector
from agreements.management.commands import close_pulses
from agreements.models import (
    PulseAnswer,
    PulseChange,
    PulseComment,
    PulseInvitation,
    PulseItem,
    PulseResponse,
    PulseResult,
    PulseSpool,
    PulseTurn,
    PulseWave,
)
from agreements.motivation import transitions
from agreements.motivation.candidates import people_of
from agreements.motivation.results_page import results_of
from agreements.motivation.transitions.items import CULTURE, current_version
from collabgov.kit.errors import IllegalMove, Refused
from tests.agreements.motivation.scene import let_answer, open_culture, steps, tokens_of, waiting
from tests.constraints import assert_refused
from tests.factories.actors import (
    AppointmentFactory,
    OrganizationFactory,
    PersonFactory,
    UserFactory,
)
from tests.factories.charter import PartyFactory, coordinator_of
from tests.factories.motivation import PulseInvitationFactory, PulseWaveFactory

pytestmark = pytest.mark.django_db
FIRST, LAST = dt.date(2025, 3, 3), dt.date(2025, 3, 14)


@pytest.fixture
def admin():
    return UserFactory(admin=True)


def draft(organization, by, *, opens_on=FIRST, closes_on=LAST, title="Budaya kolaboratif"):
    days = {"opens_on": opens_on, "closes_on": closes_on, "today": opens_on}
    return transitions.draft_assessment(organization=organization, by=by, title=title, **days)


def published(organization, *opinions, year=2025, people=None):
    """An assessment of that year that so many answered, and is shown."""
    wave, admin = open_culture(
        people or len(opinions),
        organization=organization,
        opens_on=FIRST.replace(year=year),
        closes_on=LAST.replace(year=year),
    )
    let_these(wave, *opinions)
    wave = transitions.close_wave(wave=wave, by=admin)
    return transitions.publish_wave(wave=wave, by=admin)


# --- what is asked ----------


def test_it_asks_seven_statements_and_a_pulse_asks_none_of_them():
    current_version(CULTURE)
    asked = PulseItem.objects.of_wave(PulseWaveFactory(of_organization=True))
    assert [item.code for item in asked] == [f"O{number}" for number in range(1, 8)]
    for with_extra in (False, True):
        pulse = PulseWaveFactory(with_extra=with_extra)
        assert not PulseItem.objects.of_wave(pulse).filter(dimension="O").exists()


def test_a_new_wording_of_the_culture_is_none_of_the_pulse():
    version = current_version()
    content = json.loads(CULTURE.read_text(encoding="utf-8"))
    transitions.load_items({**content, "version": version + 1})
    assert not PulseItem.objects.filter(version=version + 1).exclude(dimension="O").exists()
    assert PulseItem.objects.of_wave(PulseWaveFactory()).count() == 12


# --- preparing it ----------


def test_an_assessment_is_prepared_once_and_its_history_begins(admin):
    organization = OrganizationFactory()
    wave = draft(organization, admin)
    assert draft(organization, admin) == wave
    assert (wave.about, wave.state) == (organization.name, "draft")
    assert [line.event for line in wave.changes.all()] == ["drafted"]


def test_an_organization_out_of_use_asks_nobody(admin):
    with pytest.raises(Refused):
        draft(OrganizationFactory(is_active=False), admin)


def test_a_second_one_in_the_same_year_is_refused_at_the_first_day(admin):
    organization = OrganizationFactory()
    draft(organization, admin)
    later = {"opens_on": dt.date(2025, 9, 1), "closes_on": dt.date(2025, 9, 12)}
    with pytest.raises(ValidationError) as refused:
        draft(organization, admin, title="Lagi", **later)
    assert [error.code for error in refused.value.error_dict["__all__"]] == ["opens_on"]
    draft(OrganizationFactory(), admin)
    draft(organization, admin, opens_on=dt.date(2026, 3, 2), closes_on=dt.date(2026, 3, 13))


def test_only_people_of_the_organization_are_asked(admin):
    organization = OrganizationFactory()
    account = UserFactory(organization=organization).person
    post = AppointmentFactory(organization=organization).person
    assert set(people_of(organization)) == {account, post}
    wave = draft(organization, admin)
    stranger = PersonFactory()
    with pytest.raises(Refused, match=str(stranger)):
        transitions.choose_staff(wave=wave, by=admin, people=[account, stranger])
    transitions.choose_staff(wave=wave, by=admin, people=[account, post], unnamed=4)
    assert wave.invitations.count() == 6
    transitions.choose_staff(wave=wave, by=admin, people=[account], unnamed=4)
    assert wave.invitations.filter(person=post).count() == 0
    assert wave.changes.filter(event="invited").count() == 2


def test_fewer_than_five_people_are_never_asked(admin):
    wave = draft(OrganizationFactory(), admin)
    transitions.choose_staff(wave=wave, by=admin, people=[], unnamed=4)
    with pytest.raises(Refused):
        transitions.open_wave(wave=wave, by=admin, today=FIRST)


def test_links_on_paper_alone_do_not_make_one(admin):
    wave = draft(OrganizationFactory(), admin)
    transitions.choose_staff(wave=wave, by=admin, people=[], unnamed=9)
    with pytest.raises(Refused, match=r"surel|mail"):
        transitions.open_wave(wave=wave, by=admin, today=FIRST)


def test_who_has_left_the_organization_since_is_not_asked(admin):
    organization = OrganizationFactory()
    users = [UserFactory(organization=organization) for _number in range(6)]
    wave = draft(organization, admin)
    people = [user.person for user in users]
    transitions.choose_staff(wave=wave, by=admin, people=people)
    User.objects.filter(pk=users[0].pk).update(organization=OrganizationFactory())
    with pytest.raises(Refused, match=users[0].person.full_name):
        transitions.open_wave(wave=wave, by=admin, today=FIRST)


def test_between_two_years_people_are_left_alone_for_three_months():
    organization = OrganizationFactory()
    published(organization, *[2, 3] * 6, year=2025)
    soon = {"opens_on": dt.date(2026, 1, 5), "closes_on": dt.date(2026, 1, 16)}
    assert open_culture(5, organization=organization, **soon)[0].state == "open"
    other = OrganizationFactory()
    wave, admin = open_culture(
        5, organization=other, opens_on=dt.date(2025, 12, 1), closes_on=dt.date(2025, 12, 12)
    )
    let_these(wave, 4, 4, 3, 3, 2)
    transitions.close_wave(wave=wave, by=admin)
    with pytest.raises(Refused, match=r"tiga bulan|three months"):
        open_culture(5, organization=other, **soon)


def let_these(wave, *opinions):
    for token, step in zip(tokens_of(wave), opinions, strict=False):
        transitions.answer(token=token, said=steps(wave, step), today=wave.opens_on)


def test_once_it_is_open_who_is_asked_stays():
    wave, admin = open_culture()
    with pytest.raises(IllegalMove):
        transitions.choose_staff(wave=wave, by=admin, people=[], unnamed=9)
    assert wave.invitations.count() == 5


# --- answering and counting: the pulse's own rules ----------


def test_an_answer_is_sealed_without_a_remark_and_spends_its_link():
    wave, _admin = open_culture()
    let_answer(wave, 4, comment="Saya, Ani.")
    assert waiting(wave) == 1
    with pytest.raises(Refused):
        let_answer(wave, 4)


def test_remarks_are_kept_of_nobody():
    wave = published(OrganizationFactory(), *[4, 3] * 8)
    assert not PulseComment.objects.filter(wave=wave).exists()


def test_fewer_than_five_answers_show_nothing_and_are_thrown_away():
    wave = published(OrganizationFactory(), 4, 4, 3, 2, people=9)
    row = wave.results.get()
    assert (row.measure, row.n, row.invited, row.suppressed) == ("O", 4, 9, True)
    assert row.median is None
    assert not PulseResponse.objects.filter(wave=wave).exists()


def test_five_answers_show_the_whole_and_no_single_statement_and_no_circle():
    wave = published(OrganizationFactory(), 2, 3, 3, 4, 5, people=8)
    whole = wave.results.get(measure="O")
    assert (whole.median, whole.mean) == (3, 3.4)
    for beyond in ("q1", "q3", "spread", "low", "high"):
        assert getattr(whole, beyond) is None
    assert {row.circle for row in wave.results.all()} == {"all"}
    assert not wave.results.exclude(item=None).filter(suppressed=False).exists()


def test_a_change_of_its_sector_begins_no_second_group():
    wave, admin = open_culture(12)
    let_answer(wave, *[3, 4] * 3)
    Organization.objects.filter(pk=wave.organization_id).update(sector=Sector.ACADEMIA)
    for token in tokens_of(wave)[6:]:
        transitions.answer(token=token, said=steps(wave, 2))
    transitions.close_wave(wave=wave, by=admin)
    assert set(wave.results.values_list("circle", flat=True)) == {"all"}


def test_ten_answers_show_the_steps_of_each_statement():
    wave = published(OrganizationFactory(), *[2, 3, 4] * 4)
    rows = wave.results.exclude(item=None)
    assert rows.count() == 7
    assert all(sum(row.counts) == 12 for row in rows)


def test_after_the_close_nothing_leads_to_who_answered():
    few = published(OrganizationFactory(), 2, 3, 3, 4, 5)
    assert not PulseResponse.objects.filter(wave=few).exists()
    wave = published(OrganizationFactory(), *[2, 3, 4] * 4)
    assert not PulseSpool.objects.filter(wave=wave).exists()
    assert not PulseTurn.objects.filter(invitation__wave=wave).exists()
    assert wave.salt == ""
    assert set(PulseResponse.objects.filter(wave=wave).values_list("circle", flat=True)) == {""}
    assert PulseAnswer.objects.filter(response__wave=wave).count() == 12 * 7


def test_the_calendar_closes_it_after_its_last_day(capsys, monkeypatch):
    monkeypatch.setattr(close_pulses, "may_tidy", lambda: False)
    wave, _admin = open_culture(opens_on=FIRST, closes_on=LAST)
    call_command("close_pulses", today="2025-03-15", verbosity=1)
    assert PulseWave.objects.get(pk=wave.pk).state == "closed"
    assert wave.organization.name in capsys.readouterr().out


# --- from year to year ----------


def change_of(wave):
    with translation.override("id"):
        (told,) = results_of(wave)["told"]
    return told.change


def test_a_change_is_told_only_where_the_interval_says_so():
    organization = OrganizationFactory()
    published(organization, *[2, 3] * 6, year=2023)
    same = published(organization, *[2, 3, 3] * 4, year=2024)
    better = published(organization, *[4, 5] * 6, year=2025)
    assert change_of(same).startswith("tidak ada perubahan yang jelas sejak penilaian")
    assert change_of(better) == "naik sejak penilaian sebelumnya"
    assert results_of(better)["before"] == same


def test_another_organization_is_never_what_it_is_compared_with():
    published(OrganizationFactory(), *[2, 3] * 6, year=2024)
    own = published(OrganizationFactory(), *[4, 5] * 6, year=2025)
    assert results_of(own)["before"] is None
    assert change_of(own) == ""


# --- who sees and who may ----------


def test_before_it_is_published_only_its_own_people_and_the_keepers_see_it():
    wave, admin = open_culture()
    own = UserFactory(organization=wave.organization)
    for user in (own, admin, UserFactory(auditor=True)):
        assert wave in PulseWave.objects.visible_to(user)
    outsider = UserFactory()
    assert wave not in PulseWave.objects.visible_to(outsider)
    assert not PulseChange.objects.visible_to(outsider).exists()


def test_published_its_figures_are_for_all_and_who_was_asked_is_not():
    wave = published(OrganizationFactory(), 2, 3, 3, 4, 5)
    outsider = UserFactory()
    assert wave in PulseWave.objects.visible_to(outsider)
    assert PulseResult.objects.visible_to(outsider).filter(wave=wave).exists()
    assert not PulseInvitation.objects.visible_to(outsider).exists()
    assert not PulseChange.objects.visible_to(outsider).exists()


def test_somebody_without_an_organization_sees_no_pulse_of_others():
    pulse, culture = PulseWaveFactory(), PulseWaveFactory(of_organization=True)
    nobody = UserFactory(organization=None)
    assert not PulseWave.objects.visible_to(nobody).filter(pk__in=[pulse.pk, culture.pk]).exists()


def test_admins_run_it_and_neither_its_people_nor_coordinators_do():
    wave, admin = open_culture()
    party = PartyFactory(organization=wave.organization)
    assert admin.has_perm("agreements.run_pulse", wave)
    assert admin.has_perm("agreements.run_culture", wave.organization)
    for user in (
        UserFactory(organization=wave.organization),
        coordinator_of(party.collaboration),
        UserFactory(auditor=True),
    ):
        assert not user.has_perm("agreements.run_pulse", wave)
        assert not user.has_perm("agreements.run_culture", wave.organization)
    assert not admin.has_perm("agreements.discuss_pulse", wave)


def test_an_admin_still_runs_no_pulse_of_a_collaboration(admin):
    assert not admin.has_perm("agreements.run_pulse", PulseWaveFactory())


# --- what the database refuses ----------


def test_a_wave_asks_a_collaboration_or_an_organization_and_not_both():
    one, organization = "pulse_wave_asks_of_one_thing", OrganizationFactory()
    assert_refused(one, lambda: PulseWaveFactory(organization=organization))
    assert_refused(one, lambda: PulseWaveFactory(collaboration=None))
    assert_refused(one, lambda: PulseWaveFactory(of_organization=True, with_extra=True))


def test_an_organization_has_one_in_a_year():
    wave = PulseWaveFactory(of_organization=True, opens_on=FIRST)
    same = {"of_organization": True, "organization": wave.organization}
    assert_refused(
        "culture_assessment_once_a_year",
        lambda: PulseWaveFactory(**same, opens_on=dt.date(2025, 12, 31)),
    )
    PulseWaveFactory(**same, opens_on=dt.date(2026, 1, 1))


def test_a_party_asks_in_a_collaboration_and_only_there():
    culture, pulse = PulseWaveFactory(of_organization=True), PulseWaveFactory()
    PulseInvitationFactory(wave=culture, party=None)
    assert_refused(
        "pulse_invitation_by_a_party", lambda: PulseInvitationFactory(wave=pulse, party=None)
    )
    assert_refused(
        "pulse_invitation_by_a_party",
        lambda: PulseInvitationFactory(wave=culture, party=PartyFactory()),
    )


# --- two records of one organization ----------


def join(keep, away, by):
    return merge(kind="organization", keep=keep.pk, away=away.pk, sides={}, by=by)


def test_two_that_assessed_themselves_in_one_year_stay_two(admin):
    first, second = (PulseWaveFactory(of_organization=True, opens_on=FIRST) for _ in "12")
    with pytest.raises(Refused, match=second.title):
        join(first.organization, second.organization, admin)


def test_years_of_two_records_become_the_years_of_one(admin):
    first = PulseWaveFactory(of_organization=True, opens_on=FIRST)
    second = PulseWaveFactory(of_organization=True, opens_on=FIRST.replace(year=2024))
    join(first.organization, second.organization, admin)
    assert first.organization.culture_assessments.count() == 2
