"""The history of a collaboration tells of its joint services, and of no request."""

from agreements.capacity.transitions import service_requests
from agreements.charter.history import history_of


def test_planning_publishing_and_running_stand_in_the_history_of_the_collaboration(serving):
    service = serving.ready()
    told = {(line.what, line.about) for line in history_of(serving.collaboration)}
    assert ("Layanan direncanakan", service.name) in told
    assert any(service.name in about and "→" in about for _what, about in told)


def test_requests_stay_on_their_own_pages(serving):
    asked = serving.ask(serving.ready())
    before = len(history_of(serving.collaboration))
    service_requests.turn_down(request=asked, by=serving.giver, reason="Bukan aset kami.")
    lines = history_of(serving.collaboration)
    assert len(lines) == before
    assert not any("Bukan aset kami." in line.note for line in lines)
