"""What the demo shows of shared motivation, figure by figure."""

import pytest
from django.core.management import call_command
from django.utils import timezone, translation

from actors.accounts.models import SiteRole
from actors.models import User
from agreements.models import PulseResponse, PulseResult, PulseWave
from agreements.motivation.results_page import results_of
from tests.html import soup_of

pytestmark = pytest.mark.django_db
SULBAR = {
    "Kepercayaan bersama": "3,3",
    "Pemahaman bersama": "3,7",
    "Legitimasi internal": "3,7",
    "Komitmen bersama": "4,0",
}


@pytest.fixture
def demo(settings):
    settings.DEMO = True
    call_command("seed_demo", verbosity=0)


def shown(wave):
    rows = PulseResult.objects.filter(wave=wave, circle="all").exclude(measure="")
    return {row.measure: None if row.suppressed else round(row.median, 1) for row in rows}


def test_one_agency_has_assessed_itself_twice_and_got_better(demo):
    before, after = PulseWave.objects.exclude(organization=None).order_by("opens_on")
    assert before.organization == after.organization
    assert after.closes_on < timezone.localdate()
    assert after.opens_on.year > before.opens_on.year
    assert (before.title[-4:], after.title[-4:]) == (
        str(before.opens_on.year),
        str(after.opens_on.year),
    )
    assert (before.answered, before.invited, shown(before)) == (12, 18, {"O": 2.7})
    assert (after.answered, after.invited, shown(after)) == (13, 18, {"O": 3.7})
    with translation.override("en"):
        (told,) = results_of(after)["told"]
    assert told.change == "up since the assessment before"


def test_sulbar_and_bogor_are_told_as_the_paper_says(demo):
    first, second, small, fuller = (
        PulseWave.objects.get(collaboration__title__icontains=where, title__endswith=f" {number}")
        for where in ("4+1", "SAKIP")
        for number in ("I", "II")
    )
    assert (first.answered, first.invited) == (15, 24)
    assert shown(first) == {"T": 3.3, "U": 3.7, "L": 3.7, "C": 4.0}
    assert second.state == "open"
    assert second.invitations.filter(person__user__email="petugas@demo.test").exists()
    assert (small.answered, small.invited) == (4, 9)
    assert set(shown(small).values()) == {None}
    assert (fuller.answered, fuller.invited) == (6, 9)
    assert shown(fuller)["T"] == 3.0
    assert shown(fuller)["X2"] == 2.5
    told = PulseResult.objects.filter(wave=fuller)
    for beyond in ("counts", "q1", "q3", "spread", "low", "high"):
        assert not told.exclude(**{beyond: None}).exists()
    assert not told.filter(suppressed=False, mean=None).exists()
    assert not PulseResponse.objects.filter(wave__in=[small, fuller]).exists()


@pytest.fixture
def read(demo, client):
    """The page of a demo pulse, as an account of the demo that sees it reads it."""

    def read(where, number):
        wave = PulseWave.objects.get(
            collaboration__title__icontains=where, title__endswith=f" {number}"
        )
        client.force_login(reader_of(wave))
        seen = client.get(wave.get_absolute_url())
        assert seen.status_code == 200
        return " ".join(soup_of(seen).text.split())

    return read


def reader_of(wave):
    """An account of an organization that takes part; it runs nothing."""
    homes = wave.collaboration.parties.values("organization")
    return User.objects.filter(role=SiteRole.STAFF, organization__in=homes).order_by("pk").first()


def test_the_pages_of_bogor_withhold_the_first_and_tell_the_second_as_means(read):
    withheld = read("SAKIP", "I")
    assert "<5 dari 9" in withheld
    assert "Responden terlalu sedikit" in withheld
    assert "4 dari 9" not in withheld
    assert "Median" not in withheld
    told = read("SAKIP", "II")
    assert "6 dari 9" in told
    assert "Dukungan pejabat yang berwenang 2,5" in told
    assert "tidak ditampilkan" in told


def test_the_page_of_sulbar_tells_the_four_medians_of_fifteen(read):
    told = read("4+1", "I")
    assert "15 dari 24" in told
    rows = [f"{name} {median}" for name, median in SULBAR.items()]
    assert [row for row in rows if row not in told] == []


def test_nothing_of_the_demo_was_published_before_it_ended(demo):
    """The moved days of every wave that is over lie behind whoever looks at it."""
    over = PulseWave.objects.over()
    assert over.count() == 5
    assert not over.filter(closes_on__gt=timezone.localdate()).exists()
