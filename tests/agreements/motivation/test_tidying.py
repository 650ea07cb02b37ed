"""What a close leaves in the files of the database: nothing, once nobody reads it any more."""

import datetime as dt

import pytest
from django.core.management import call_command
from django.db import connection
from django.urls import reverse

from agreements.models import PulseSpool, PulseTurn, PulseWave
from agreements.motivation import tidying
from agreements.motivation.states import WaveState
from agreements.motivation.views import waves as pages
from collabgov.roles import tables
from tests.agreements.motivation import attack
from tests.agreements.motivation.scene import let_answer, open_pulse
from tests.agreements.subjects.test_two_roles import two_roles  # noqa: F401 - a fixture
from tests.factories.motivation import PulseSpoolFactory
from tests.html import soup_of
from tests.requiring import missing

pytestmark = pytest.mark.django_db(transaction=True)
HELD = f"'{attack.SPOOL}'::regclass, '{attack.TURNS}'::regclass"


@pytest.fixture(autouse=True)
def empty(transactional_db):
    """What other tests left in the files is gone."""
    tidying.tidy()
    assert bytes_held() == 0


@pytest.fixture
def no_pauses(monkeypatch):
    monkeypatch.setattr(tidying, "PAUSES", (0,))


def bytes_held():
    """How long the files are in which answers waited and turns were: a dead row keeps a page."""
    held = f"oid IN ({HELD})"
    beside = f"oid IN (SELECT reltoastrelid FROM pg_class WHERE {held})"
    ((length,),) = attack.rows(
        f"SELECT sum(pg_relation_size(oid)) FROM pg_class WHERE {held} OR {beside}"
    )
    return length


def answered():
    wave, runner = open_pulse(parties=5, each=3)
    let_answer(wave, *[4] * 7, *[3] * 5)
    return wave, runner


def pressed(client, wave, verb):
    """The page after its button was pressed."""
    move = reverse("agreements:pulse-move", args=[wave.pk, verb])
    return " ".join(soup_of(client.post(move, {"reason": "Lekas."}, follow=True)).text.split())


def test_closed_by_its_button_nothing_dead_stays_in_the_files(client, sign_in):
    wave, runner = answered()
    sign_in(runner)
    assert bytes_held() > 0
    seen = pressed(client, wave, "close")
    assert PulseWave.objects.get(pk=wave.pk).state == WaveState.CLOSED
    assert bytes_held() == 0
    assert tidying.is_clean()
    assert "pada malam nanti" not in seen


def test_thrown_away_by_its_button_nothing_dead_stays_either(client, sign_in):
    wave, runner = answered()
    PulseSpool.objects.filter(wave=wave).delete()
    PulseSpoolFactory(wave=wave)
    sign_in(runner)
    pressed(client, wave, "discard")
    assert PulseWave.objects.get(pk=wave.pk).state == WaveState.CLOSED
    assert bytes_held() == 0


def test_without_the_cleaning_the_files_still_hold_who_answered(client, sign_in, monkeypatch):
    wave, runner = answered()
    monkeypatch.setattr(pages, "tidy_now", lambda: True)
    sign_in(runner)
    pressed(client, wave, "close")
    assert not PulseTurn.objects.exists()
    assert bytes_held() > 0


@pytest.fixture
def somebody_reads(transactional_db):
    """Another session that looks at the database as it was: a dump, say."""
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
        cursor.execute("SELECT count(*) FROM agreements_pulseturn")
    yield other
    other.close()


@pytest.mark.usefixtures("no_pauses")
def test_while_a_dump_still_reads_it_the_page_says_until_when(client, sign_in, request):
    wave, runner = answered()
    sign_in(runner)
    other = request.getfixturevalue("somebody_reads")
    seen = pressed(client, wave, "close")
    assert "pada malam nanti" in seen
    assert not tidying.is_clean()
    with other.cursor() as cursor:
        cursor.execute("ROLLBACK")  # answered once it looks no more; closing alone waits for nobody
    other.close()
    call_command("close_pulses", verbosity=0)
    assert bytes_held() == 0
    assert tidying.is_clean()


@pytest.mark.usefixtures("somebody_reads", "no_pauses")
def test_the_nightly_command_says_what_it_could_not_clean(capsys):
    wave, _runner = answered()
    late = wave.closes_on + dt.timedelta(days=1)
    call_command("close_pulses", today=late.isoformat(), verbosity=0)
    assert "still reads the tables" in capsys.readouterr().err


@pytest.mark.usefixtures("no_pauses")
def test_a_site_that_may_not_clean_says_that_the_night_does(client, sign_in, monkeypatch):
    monkeypatch.setattr(tidying, "may_tidy", lambda: False)
    wave, runner = answered()
    sign_in(runner)
    assert "pada malam nanti" in pressed(client, wave, "close")


# --- where the pages have a role of their own ----------


def test_on_an_older_server_that_role_leaves_it_to_the_owner_and_the_page_says_so(
    two_roles,  # noqa: F811
    client,
    sign_in,
    monkeypatch,
):
    monkeypatch.setattr(tables, "MAINTAIN_SINCE", 10**9)
    wave, runner = answered()
    sign_in(runner)
    assert "pada malam nanti" in pressed(client, wave, "close")
    assert bytes_held() > 0
    call_command("close_pulses", verbosity=0)
    assert bytes_held() == 0


def test_the_role_of_the_pages_cleans_what_it_does_not_own(two_roles, client, sign_in):  # noqa: F811
    if connection.pg_version < tables.MAINTAIN_SINCE:
        missing("This server knows no right to clean but the owner's.")
    ((me, owner),) = attack.rows(
        "SELECT current_user, tableowner FROM pg_tables WHERE tablename = 'agreements_pulseturn'"
    )
    assert me == two_roles != owner
    wave, runner = answered()
    sign_in(runner)
    pressed(client, wave, "close")
    assert bytes_held() == 0
    assert tidying.is_clean()


def test_the_role_of_the_pages_may_clean_these_tables_and_no_others(two_roles):  # noqa: F811
    if connection.pg_version < tables.MAINTAIN_SINCE:
        missing("This server knows no right to clean but the owner's.")
    found = attack.rows(
        "SELECT relname FROM pg_class WHERE relkind = 'r'"
        " AND relnamespace = current_schema()::regnamespace"
        f" AND has_table_privilege('{two_roles}', oid, 'MAINTAIN')"
    )
    assert sorted(name for (name,) in found) == tables.cleaned()
    assert len(tables.cleaned()) == 8
