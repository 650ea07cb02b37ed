"""A citizen with a slip sees how the request gets on, by the key on the slip and nothing else."""

import datetime as dt

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from agreements.capacity.service_slips import request_behind, slip_path, token_of
from agreements.capacity.transitions import service_requests
from agreements.models import ServiceRequest
from tests.agreements.capacity.service_scene import ahead
from tests.factories.actors import UserFactory
from tests.factories.services import (
    ServiceGiverFactory,
    ServiceRequestChangeFactory,
    ServiceRequestFactory,
)
from tests.html import soup_of

pytestmark = pytest.mark.django_db
ABSENT = "/slips/1-aaaa-aaaa-aaaa-aaaa/"


@pytest.fixture(autouse=True)
def _no_tries_before():
    cache.clear()


@pytest.fixture
def asked(serving):
    return serving.ask(serving.ready())


def read(asked, **headers):
    """Who holds the slip: no account, no cookie."""
    return Client(headers=headers).get(slip_path(asked))


class TestThePageOfASlip:
    def test_it_tells_the_state_the_days_and_where_to_complain(self, asked):
        page = soup_of(read(asked)).main.text
        for words in ("LT-2026/0012", "Diterima", "SP4N-LAPOR", "Loket 3", asked.service.name):
            assert words in page
        for day in (asked.asked_on, asked.due_on):
            assert f"{day.day} " in page
            assert str(day.year) in page

    def test_it_names_nobody_and_not_what_was_asked(self, serving, asked):
        service_requests.take_up(request=asked, by=serving.worker, note="Berkas sedang dibaca.")
        page = read(asked).content.decode()
        assert "Berkas sedang dibaca." in page
        for words in (str(serving.worker), str(serving.giver), asked.what):
            assert words not in page

    def test_it_follows_what_happens(self, serving, asked):
        service_requests.turn_down(request=asked, by=serving.worker, reason="Belum lengkap.")
        page = soup_of(read(asked)).main
        assert "Belum lengkap." in page.select_one(".timeline li").text
        assert len(page.select(".timeline li")) == 2
        service_requests.reopen(request=asked, by=serving.worker, reason="Salah tutup.")
        assert "Salah tutup." in soup_of(read(asked)).main.select_one(".timeline li").text

    def test_a_late_one_is_told_to_be_late(self, serving, asked):
        ServiceRequest.objects.update(asked_on=ahead(-9), due_on=ahead(-1))
        assert "Lewat tenggat" in soup_of(read(asked)).main.text

    def test_its_days_are_those_of_the_collaboration(self, asked):
        noon = timezone.now().replace(hour=15, minute=30)  # 00.30 of the next day in Jayapura
        asked.changes.update(made_at=noon)
        asked.service.collaboration.__class__.objects.update(time_zone="Asia/Jayapura")
        there = noon.date() + dt.timedelta(days=1)
        assert f"{there.day} " in soup_of(read(asked)).select_one(".timeline .when").text

    def test_nobody_keeps_a_copy_or_finds_it_by_searching(self, asked):
        answer = read(asked)
        assert answer["Cache-Control"] == "private, no-store"
        assert answer["Referrer-Policy"] == "strict-origin"  # never the path
        assert "noindex" in answer["X-Robots-Tag"]
        assert soup_of(answer).select_one("meta[name=robots]")["content"] == "noindex"

    def test_it_is_read_in_english_too(self, asked):
        page = read(asked, accept_language="en")
        assert "Where to complain" in page.content.decode()

    def test_it_costs_the_same_for_many_steps(self, asked, assert_flat_queries):
        def grow():
            ServiceRequestChangeFactory.create_batch(8, request=asked, note="Masih dikerjakan.")

        assert_flat_queries(slip_path(asked), grow=grow, ceiling=16)


class TestTheKey:
    def test_it_opens_its_own_request_however_it_is_typed(self, asked):
        number, *letters = token_of(asked).split("-")
        assert [len(group) for group in letters] == [4, 4, 4, 4]
        for typed in ("".join(letters), "-".join(letters).upper()):
            assert request_behind(f"{number}-{typed}") == asked

    def test_no_other_key_opens_it(self, asked):
        other = ServiceRequestFactory(nameless=True)
        number, rest = token_of(asked).split("-", 1)
        wrong = "b" if rest[0] == "a" else "a"
        keys = (
            f"{other.pk}-{rest}",
            f"{number}-{wrong}{rest[1:]}",
            f"{number}-{rest[:-1]}",
            f"{number}-",
            number,
            f"{'9' * 30}-{rest}",
            f"ä-{rest}",
            f"{number}-ä",
        )
        for key in keys:
            assert Client().get(f"/slips/{key}/").status_code == 404

    def test_a_request_of_an_organization_has_none(self, serving, client, sign_in):
        named = ServiceRequestFactory(service=serving.ready())
        assert request_behind(token_of(named)) is None
        assert Client().get(slip_path(named)).status_code == 404
        sign_in(serving.giver)
        url = reverse("agreements:service-request-slip", args=[named.pk])
        assert client.get(url).status_code == 404

    def test_the_same_number_with_another_slip_is_another_key(self, asked):
        before = token_of(asked)
        ServiceRequest.objects.update(reference="LT-2026/0099")
        assert request_behind(before) is None

    def test_a_secret_that_was_replaced_lately_still_opens_it(self, asked, settings):
        before, old = token_of(asked), settings.SECRET_KEY
        settings.SECRET_KEY = "lain" * 20
        assert request_behind(before) is None
        settings.SECRET_KEY_FALLBACKS = [old]
        assert request_behind(before) == asked

    def test_guessing_is_slowed_down_and_the_right_one_goes_on(self, asked):
        answers = [Client().get(ABSENT).status_code for _ in range(21)]
        assert answers == [404] * 20 + [429]
        assert read(asked).status_code == 200

    def test_one_slip_is_not_read_all_day(self, asked):
        assert {read(asked).status_code for _ in range(60)} == {200}
        assert read(asked).status_code == 429

    def test_it_only_reads(self, asked):
        assert Client().post(slip_path(asked)).status_code == 405


class TestTheSlip:
    def test_slip_and_pages_tell_the_same_terms(self, serving, asked, client, sign_in):
        sign_in(serving.worker)
        printed = client.get(reverse("agreements:service-request-slip", args=[asked.pk]))
        inside = client.get(asked.get_absolute_url())
        for page in (printed, inside, read(asked)):
            terms = soup_of(page).main.text
            for words in (
                asked.standard.time_in_words,
                asked.standard.cost_in_words,
                asked.standard.office,
                asked.standard.complaints,
            ):
                assert words in terms

    def test_it_carries_the_address(self, serving, asked, client, sign_in):
        sign_in(serving.worker)
        page = soup_of(client.get(asked.get_absolute_url()))
        url = reverse("agreements:service-request-slip", args=[asked.pk])
        assert page.select_one(f"a[href='{url}']")
        link = soup_of(client.get(url)).select_one("#slip-address")
        assert link["href"] == slip_path(asked)
        assert link.text.startswith("http")
        assert link.text.endswith(slip_path(asked))

    def test_who_has_no_part_prints_none(self, asked, client, sign_in):
        sign_in(UserFactory())
        url = reverse("agreements:service-request-slip", args=[asked.pk])
        assert client.get(url).status_code == 404

    def test_what_is_said_after_recording_fits_who_asked(self, serving, client, sign_in):
        service = serving.ready()
        sign_in(serving.giver)
        url = reverse("agreements:service-request-create", args=[service.pk])
        day = ahead(0)
        told = {"what": "Konsultasi", "asked_on": f"{day.day}/{day.month}/{day.year}"}
        named = {"organization": serving.third.organization_id}
        said = client.post(url, told | named, follow=True).content.decode()
        assert "di halaman permintaan" in said
        assert "Cetak tanda terimanya" not in said
        said = client.post(url, told | {"reference": "LT-2026/0044"}, follow=True)
        assert "Cetak tanda terimanya" in said.content.decode()


class TestWhoIsNamed:
    def test_inside_the_official_and_outside_the_office(self, serving, client, sign_in):
        organization = UserFactory().organization
        asked = serving.ask(serving.ready(), reference="", organization=organization)
        service_requests.take_up(request=asked, by=serving.worker, note="Sedang diurus.")
        sign_in(serving.giver)
        assert str(serving.worker) in client.get(asked.get_absolute_url()).content.decode()
        sign_in(UserFactory(organization=organization))
        page = soup_of(client.get(asked.get_absolute_url()))
        assert str(serving.worker) not in page.text
        assert str(serving.giver) not in page.text
        giver = serving.giver.organization.label
        assert [giver in each.text for each in page.select(".timeline .when")] == [True, True]

    def test_of_several_givers_all_are_named(self, serving, client, sign_in):
        organization = UserFactory().organization
        service = serving.ready()
        second = ServiceGiverFactory(service=service, party=serving.party(serving.third))
        asked = serving.ask(service, reference="", organization=organization)
        sign_in(UserFactory(organization=organization))
        when = soup_of(client.get(asked.get_absolute_url())).select_one(".timeline .when").text
        assert f"{serving.giver.organization.label}, {second.party.organization.label}" in when
