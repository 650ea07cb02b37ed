"""Pages of an organization's assessment of itself, and what each reader finds there."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from agreements.models import PulseWave
from agreements.motivation import transitions
from tests.agreements.motivation.scene import let_answer, open_culture, steps, tokens_of, waiting
from tests.factories.actors import OrganizationFactory, UserFactory
from tests.factories.motivation import PulseInvitationFactory, PulseWaveFactory
from tests.html import check_html, soup_of

pytestmark = pytest.mark.django_db


def page(name, record):
    return reverse(f"agreements:{name}", args=[record.pk])


def words(response):
    return " ".join(soup_of(response).text.split())


def shown(*opinions, people=None, organization=None):
    fields = {"organization": organization} if organization else {}
    wave, admin = open_culture(people or len(opinions), **fields)
    let_answer(wave, *opinions)
    wave = transitions.close_wave(wave=wave, by=admin)
    return transitions.publish_wave(wave=wave, by=admin)


@pytest.fixture
def admin(sign_in):
    return sign_in(UserFactory(admin=True))


# --- those who run it ----------


def test_it_is_prepared_chosen_opened_closed_and_published(client, admin):
    organization, today = OrganizationFactory(), timezone.localdate()
    empty = client.get(page("organization-culture", organization))
    check_html(empty)
    assert "Belum ada penilaian" in words(empty)
    create = page("culture-create", organization)
    assert create in empty.content.decode()
    check_html(client.get(create))
    last = today + dt.timedelta(days=10)
    fields = {
        "title": "Budaya kolaboratif",
        "opens_on": today.isoformat(),
        "closes_on": last.isoformat(),
    }
    made = client.post(create, fields)
    wave = PulseWave.objects.get()
    assert made.url == page("pulse-invited", wave)
    check_html(client.get(made.url))
    staff = [UserFactory(organization=organization).person_id for _number in range(5)]
    client.post(made.url, {"people": staff, "unnamed": "1"})
    for verb in ("open", "close", "publish"):
        said = {"reason": "Semua sudah menjawab."}
        client.post(reverse("agreements:pulse-move", args=[wave.pk, verb]), said)
        check_html(client.get(wave.get_absolute_url()))
    assert PulseWave.objects.get().state == "published"
    assert wave.organization == organization


def test_the_second_one_of_a_year_is_refused_in_the_form(client, admin):
    wave = PulseWaveFactory(of_organization=True)
    fields = {
        "title": "Lagi",
        "opens_on": wave.opens_on.isoformat(),
        "closes_on": wave.closes_on.isoformat(),
    }
    seen = client.post(page("culture-create", wave.organization), fields)
    assert seen.status_code == 200
    assert "tahun ini" in words(seen)
    assert PulseWave.objects.count() == 1


def test_its_days_are_changed_while_nobody_has_been_asked(client, admin):
    wave = PulseWaveFactory(of_organization=True)
    edit = page("pulse-edit", wave)
    form = client.get(edit)
    check_html(form)
    assert not soup_of(form).select("[name=with_extra]")
    fields = {
        "title": "Judul lain",
        "opens_on": wave.opens_on.isoformat(),
        "closes_on": wave.closes_on.isoformat(),
        "version": wave.version,
    }
    client.post(edit, fields)
    assert PulseWave.objects.get().title == "Judul lain"


def test_the_links_on_paper_name_the_organization(client, sign_in):
    wave, admin = open_culture(on_paper=3)
    sign_in(admin)
    check_html(client.get(page("pulse-links", wave)))
    seen = client.post(page("pulse-links", wave))
    check_html(seen)
    assert words(seen).count("/pulse/") == 3
    assert wave.organization.name in words(seen)


def test_people_of_the_organization_prepare_nothing(client, sign_in):
    wave = PulseWaveFactory(of_organization=True)
    sign_in(UserFactory(organization=wave.organization))
    assert client.get(page("culture-create", wave.organization)).status_code == 403
    assert client.get(page("pulse-invited", wave)).status_code == 403
    assert client.get(page("pulse-detail", wave)).status_code == 200
    sign_in(UserFactory())
    assert client.get(page("pulse-detail", wave)).status_code == 404


# --- those who are asked ----------


def test_it_is_answered_by_a_link_without_an_account():
    wave, _admin = open_culture()
    path = reverse("agreements:pulse-answer", args=[tokens_of(wave)[0]])
    form = Client().get(path)
    check_html(form)
    assert len(soup_of(form).select("fieldset")) == 7
    assert not soup_of(form).select("textarea")
    assert wave.organization.name in words(form)
    sent = {code: str(step) for code, step in steps(wave, 4).items()}
    thanks = Client().post(path, sent)
    assert thanks.status_code == 200
    assert not thanks.cookies
    assert waiting(wave) == 1
    assert Client().post(path, sent).status_code == 409


def test_who_is_asked_by_name_is_told_at_home_and_led_to_their_own_link(client, sign_in):
    wave = PulseWaveFactory(of_organization=True)
    user = sign_in(UserFactory(organization=wave.organization))
    admin = UserFactory(admin=True)
    others = [UserFactory(organization=wave.organization).person for _number in range(4)]
    transitions.choose_staff(wave=wave, by=admin, people=[user.person, *others])
    wave = transitions.open_wave(wave=wave, by=admin)
    home = client.get("/")
    assert wave.title in words(home)
    assert wave.organization.name in words(home)
    sent = client.post(page("pulse-answer-own", wave))
    assert sent.url.startswith("/pulse/")


# --- those who read ----------


def test_everybody_reads_what_was_published_and_not_who_was_asked(client, sign_in):
    organization = OrganizationFactory()
    shown(2, 3, 3, 4, 5, people=8, organization=organization)
    sign_in(UserFactory())
    seen = client.get(page("organization-culture", organization))
    check_html(seen)
    assert "5 dari 8" in words(seen)
    assert "3,4" in words(seen)
    detail = client.get(page("pulse-detail", PulseWave.objects.get()))
    check_html(detail)
    assert "Siapa yang ditanya" not in words(detail)
    assert organization.name in words(detail)


def test_too_few_answers_are_withheld_in_words(client, sign_in):
    wave = shown(2, 3, 4, people=8)
    sign_in(UserFactory())
    for url in (page("organization-culture", wave.organization), wave.get_absolute_url()):
        assert "Responden terlalu sedikit" in words(client.get(url))
    about = client.get(wave.organization.get_absolute_url())
    assert "Responden terlalu sedikit" in words(about)


def test_the_page_of_the_organization_shows_the_latest_and_leads_to_the_years(client, sign_in):
    wave = shown(2, 3, 3, 4, 5)
    sign_in(UserFactory())
    seen = client.get(wave.organization.get_absolute_url())
    check_html(seen)
    assert page("organization-culture", wave.organization) in seen.content.decode()
    assert "Median 3,0 dari 5" in words(seen)


def test_many_years_cost_no_more_queries_than_few(assert_flat_queries, admin):
    organization = OrganizationFactory()

    def keep(*years):
        for year in years:
            day = dt.date(year, 3, 3)
            wave = PulseWaveFactory(of_organization=True, organization=organization, opens_on=day)
            PulseInvitationFactory(wave=wave, party=None)

    keep(2001)
    url = page("organization-culture", organization)
    assert_flat_queries(url, grow=lambda: keep(*range(2002, 2012)), ceiling=15)


def test_a_pulse_page_of_a_collaboration_shows_no_assessment(client, admin):
    pulse = PulseWaveFactory()
    PulseWaveFactory(of_organization=True, title="Penilaian sendiri")
    seen = client.get(page("collaboration-motivation", pulse.collaboration))
    assert "Penilaian sendiri" not in words(seen)


def test_a_draft_is_dropped_and_leads_back_to_the_years(client, admin):
    wave = PulseWaveFactory(of_organization=True)
    dropped = client.post(reverse("agreements:pulse-move", args=[wave.pk, "drop"]))
    assert dropped.url == page("organization-culture", wave.organization)
    assert not PulseWave.objects.exists()


def test_no_page_of_an_assessment_calls_it_a_pulse(client, sign_in):
    wave, admin = open_culture(on_paper=3, title="Budaya kolaboratif")
    sign_in(admin)
    link = reverse("agreements:pulse-answer", args=[tokens_of(wave)[0]])
    sent = {code: str(step) for code, step in steps(wave, 4).items()}
    verbs = {
        verb: reverse("agreements:pulse-move", args=[wave.pk, verb])
        for verb in ("open", "discard", "close", "send", "publish")
    }
    seen = [
        client.get(link),
        client.post(page("pulse-links", wave)),
        client.post(verbs["open"], follow=True),
        client.post(verbs["discard"], follow=True),
        *(Client().post(link, sent) for _twice in "12"),
        client.get(verbs["close"]),
        client.post(verbs["close"], {"reason": "Semua sudah menjawab."}, follow=True),
        client.post(verbs["send"], follow=True),
        client.get(link),
        client.post(page("pulse-links", wave), follow=True),
        client.post(verbs["publish"], follow=True),
        client.get(page("organization-culture", wave.organization)),
        client.get(wave.organization.get_absolute_url()),
        client.get(page("pulse-edit", PulseWaveFactory(of_organization=True, title="Lain"))),
    ]
    for response in seen:
        assert "denyut" not in words(response).lower()
