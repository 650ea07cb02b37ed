"""A published remark that names somebody goes whole, by an admin who does not run the pulse."""

import pytest
from django.db import transaction
from django.db.utils import DatabaseError
from django.urls import reverse

from agreements.models import Collaboration, PulseChange, PulseComment
from agreements.motivation import transitions
from agreements.motivation.kinds import REMOVED_REMARK, PulseEvent
from agreements.subjects.erasing import erase
from collabgov.duties import WHO_MAY
from collabgov.kit.errors import IllegalMove, Refused
from tests.agreements.motivation.scene import let_answer, open_pulse
from tests.constraints import assert_refused
from tests.factories.actors import PersonFactory, UserFactory
from tests.factories.charter import CoordinatorFactory, coordinator_of, member_of
from tests.factories.motivation import PulseChangeFactory, PulseCommentFactory
from tests.html import check_html, soup_of

pytestmark = pytest.mark.django_db
NAMED = "Pak Darmawan Kusuma menunda semuanya."
OTHER = "Rapatnya terlalu lama."
WHY = "Menyebut nama seorang kepala bidang."


@pytest.fixture
def wave():
    wave, runner = open_pulse(parties=6, each=3)
    let_answer(wave, *[4, 3, 2, 5, 3] * 3, comment=NAMED)
    closed = transitions.close_wave(wave=wave, by=runner)
    return transitions.publish_wave(wave=closed, by=runner)


@pytest.fixture
def remark(wave):
    return wave.comments.first()


@pytest.fixture
def admin():
    return UserFactory(admin=True)


def page(remark):
    return reverse("agreements:pulse-remark-remove", args=[remark.pk])


def words(response):
    return " ".join(soup_of(response).text.split())


def test_its_words_go_and_the_history_says_why(wave, remark, admin):
    transitions.remove_remark(remark=remark, by=admin, reason=f" {WHY} ")
    remark.refresh_from_db()
    assert remark.text == REMOVED_REMARK
    assert wave.comments.filter(text=NAMED).count() == 14
    line = wave.changes.last()
    assert (line.event, line.note, line.made_by) == (PulseEvent.REMARK_REMOVED, WHY, admin)
    assert wave.changes.filter(event=PulseEvent.REMARK_REMOVED).count() == 1


def test_it_is_removed_once_and_not_without_a_reason(wave, remark, admin):
    with pytest.raises(Refused, match=r"mengapa|why"):
        transitions.remove_remark(remark=remark, by=admin, reason="  ")
    transitions.remove_remark(remark=remark, by=admin, reason=WHY)
    with pytest.raises(Refused, match=r"sudah|already"):
        transitions.remove_remark(remark=remark, by=admin, reason=WHY)
    assert wave.changes.filter(event=PulseEvent.REMARK_REMOVED).count() == 1


def test_before_it_is_published_nobody_reads_it_and_nobody_removes_it(client, sign_in, admin):
    wave, runner = open_pulse(parties=6, each=3)
    let_answer(wave, *[4, 3, 2, 5, 3] * 3, comment=NAMED)
    closed = transitions.close_wave(wave=wave, by=runner)
    remark = closed.comments.first()
    with pytest.raises(IllegalMove):
        transitions.remove_remark(remark=remark, by=admin, reason=WHY)
    sign_in(admin)
    assert client.get(page(remark)).status_code == 404


def test_also_in_a_closed_collaboration_since_who_is_named_is_still_named(wave, remark, admin):
    rows = Collaboration.objects.filter(pk=wave.collaboration_id)
    rows.update(state="closed", ends_on=wave.closes_on)
    assert transitions.remove_remark(remark=remark, by=admin, reason=WHY).is_removed


def test_an_admin_removes_it_on_its_page_and_both_languages_say_so(client, sign_in, wave, remark):
    sign_in(UserFactory(admin=True))
    shown = client.get(wave.get_absolute_url())
    assert page(remark) in shown.content.decode()
    form = client.get(page(remark))
    check_html(form)
    assert NAMED in words(form)
    empty = client.post(page(remark), {"reason": ""})
    assert soup_of(empty).select(".error-summary")
    done = client.post(page(remark), {"reason": WHY}, follow=True)
    check_html(done)
    assert "menyebut nama orang" in words(done)
    assert page(remark) not in done.content.decode()
    again = client.post(page(remark), {"reason": WHY})
    assert "sudah dihapus" in words(again)
    assert NAMED not in words(again)
    sign_in(member_of(wave.collaboration, language="en"))
    seen = client.get(wave.get_absolute_url())
    assert "Removed: it named somebody." in words(seen)
    assert WHY in words(seen)
    assert "/remarks/" not in seen.content.decode()


def test_whoever_runs_the_pulse_does_not_pick_not_even_as_an_admin(client, sign_in, wave, remark):
    both = UserFactory(admin=True)
    CoordinatorFactory(collaboration=wave.collaboration, person=both.person)
    for user in (coordinator_of(wave.collaboration), both, member_of(wave.collaboration)):
        sign_in(user)
        assert client.post(page(remark), {"reason": WHY}).status_code == 403
        assert "/remarks/" not in client.get(wave.get_absolute_url()).content.decode()
    remark.refresh_from_db()
    assert remark.text == NAMED
    assert "agreements.remove_remark" in WHO_MAY


def test_the_database_lets_only_this_text_take_the_place_of_a_remark(remark):
    rows = PulseComment.objects.filter(pk=remark.pk)
    for text in ("Lain.", "", f"{REMOVED_REMARK} ", REMOVED_REMARK[:-1]):
        assert_refused("pulse_comment_only_removed", lambda text=text: rows.update(text=text))
    elsewhere = PulseCommentFactory().wave
    assert_refused(
        "pulse_comment_only_removed", lambda: rows.update(wave=elsewhere, text=REMOVED_REMARK)
    )
    assert rows.update(text=REMOVED_REMARK) == 1
    assert_refused("pulse_comment_only_removed", lambda: rows.update(text=NAMED))
    with pytest.raises(DatabaseError, match="Cannot delete"), transaction.atomic():
        rows.delete()


def test_the_database_keeps_no_removal_without_a_reason():
    assert_refused(
        "pulse_change_removal_says_why",
        lambda: PulseChangeFactory(event=PulseEvent.REMARK_REMOVED, note=""),
    )


def test_who_is_erased_is_named_in_no_remark_any_more(wave, admin):
    lines = PulseChange.objects.count()
    other = PulseCommentFactory(text=OTHER)
    done = erase(PersonFactory(full_name="Darmawan Kusuma"), by=admin)
    assert done.changed["agreements.PulseComment"] == 15
    assert set(wave.comments.values_list("text", flat=True)) == {REMOVED_REMARK}
    other.refresh_from_db()
    assert other.text == OTHER
    assert PulseChange.objects.count() == lines
