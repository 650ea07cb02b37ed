"""Paste minutes in the meeting form: rows to check, nothing saved, nothing lost."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from agreements.models import Commitment, Meeting
from tests.agreements.engagement.posts import NEW, errors_of, fields_of, fresh, post
from tests.factories.actors import OrganizationFactory
from tests.factories.charter import PartyFactory, member_of
from tests.factories.engagement import MeetingFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db
HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def party():
    office = OrganizationFactory(
        name="Dinas Kesehatan", short_name="Dinkes Sulbar", aliases="Dinkes"
    )
    return PartyFactory(organization=office)


@pytest.fixture
def user(party, sign_in):
    return sign_in(member_of(party.collaboration))


@pytest.fixture
def fields(client, user):
    return fresh(client)


def paste(client, fields, text, url=None):
    return post(client, fields, url, pasted=text, paste_minutes="1")


def said(response):
    return soup_of(response).find(id="paste-minutes").find(class_="picker-notice").text


def in_words(day):
    return f"{day.day} Desember {day.year}"


def test_lines_become_rows_to_check_and_nothing_is_saved(client, fields, party):
    day = dt.date(timezone.localdate().year + 1, 12, 30)
    text = f"Tindak lanjut:\r\n- Dinkes: kirim data, {in_words(day)}\r\n- susun jadwal"
    response = paste(client, fields, text)
    again = fields_of(response)
    assert again["commitment-0-promise"] == "kirim data"
    assert again["commitment-0-organization"] == str(party.organization_id)
    assert again["commitment-0-due_on"].startswith("30")
    assert again["commitment-1-promise"] == "susun jadwal"
    assert again["commitment-1-organization"] == again["commitment-1-due_on"] == ""
    assert "commitment-2-promise" not in again  # the blank row made place
    assert again["pasted"] == "Tindak lanjut:"
    sentence = said(response)
    assert "2 baris menjadi komitmen" in sentence
    assert "1 tanpa instansi" in sentence
    assert "1 baris tidak dipakai" in sentence
    assert not Meeting.objects.exists()
    assert not soup_of(response).select(".is-invalid, .error-summary")


def test_pasted_rows_are_saved_like_typed_ones(client, fields, user):
    day = timezone.localdate() + dt.timedelta(days=3)
    text = f"- Dinkes: kirim <script>alert(1)</script> data, {day.day}/{day.month}/{day.year}"
    again = fields_of(paste(client, fields, text))
    assert post(client, again).status_code == 302
    promise = Commitment.objects.get()
    assert promise.promise == "kirim <script>alert(1)</script> data"
    assert promise.due_on == day
    page = client.get(Meeting.objects.get().get_absolute_url()).content.decode()
    assert "<script>alert(1)" not in page


def test_rows_that_were_typed_stay(client, fields):
    again = fields_of(paste(client, fields | {"commitment-0-promise": "Setengah"}, "- susun"))
    assert (again["commitment-0-promise"], again["commitment-1-promise"]) == ("Setengah", "susun")


def test_with_htmx_the_form_comes_back_with_the_rows(client, fields):
    sent = {**fields, "pasted": "- susun", "paste_minutes": "1"}
    response = client.post(reverse(NEW), sent, **HTMX)
    assert fields_of(response)["commitment-0-promise"] == "susun"
    assert not soup_of(response).find("html")


def test_a_meeting_with_text_left_in_the_box_is_not_saved(client, fields):
    response = post(client, fields, pasted="Hadir: semua")
    assert response.status_code == 200
    assert "#id_pasted" in errors_of(response).values()
    assert fields_of(response)["pasted"] == "Hadir: semua"
    assert not Meeting.objects.exists()


def test_what_does_not_fit_stays_in_the_box(client, fields):
    text = "\n".join(f"- urusan {number}" for number in range(103))
    response = paste(client, fields, text)
    again = fields_of(response)
    assert again["pasted"].splitlines() == ["- urusan 100", "- urusan 101", "- urusan 102"]
    assert again["commitment-99-promise"] == "urusan 99"
    assert "3 lagi tidak muat" in said(response)


def test_the_header_of_a_table_stays_with_the_rows_that_did_not_fit(client, fields):
    rows = [f"urusan {number}\tDinkes\t" for number in range(101)]
    again = fields_of(paste(client, fields, "\n".join(["Uraian\tPIC\tTenggat", *rows])))
    assert again["pasted"].splitlines() == ["Uraian\tPIC\tTenggat", "urusan 100\tDinkes\t"]


def test_a_megabyte_is_answered_in_words_and_stays_in_the_box(client, fields):
    text = "- Dinkes: kirim data, 30/11\r\n" * 35_000
    response = paste(client, fields, text)
    assert "150.000" in said(response)
    assert len(fields_of(response)["pasted"].split("\n")) == len(text.split("\n"))
    assert "commitment-1-promise" not in fields_of(response)


def test_an_empty_box_says_what_to_do(client, fields):
    assert "Tempel" in said(paste(client, fields, " \n "))


def test_minutes_are_pasted_into_a_meeting_that_is_changed(client, user, party):
    meeting = MeetingFactory(collaboration=party.collaboration)
    url = reverse("agreements:meeting-edit", args=[meeting.pk])
    response = paste(client, fields_of(client.get(url)), "- Dinkes: kirim data", url)
    assert fields_of(response)["commitment-0-organization"] == str(party.organization_id)


def test_an_organization_that_is_no_party_owns_nothing(client, fields):
    OrganizationFactory(name="Dinas Jauh")
    again = fields_of(paste(client, fields, "- Dinas Jauh: kirim data"))
    assert again["commitment-0-organization"] == ""
    assert again["commitment-0-promise"] == "Dinas Jauh: kirim data"
