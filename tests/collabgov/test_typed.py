"""What nobody sees is taken out of what is typed, lines end alike, everything else stays."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.test import RequestFactory

from agreements.models import CollaborationChange
from collabgov.typed import TypedTextMiddleware, cleaned
from tests.factories.charter import CollaborationFactory, coordinator_of


@pytest.mark.parametrize(
    ("typed", "arrives"),
    [
        ("Di\u200bnas\u2060 Sosial\ufeff", "Dinas Sosial"),
        ("laporan\u202exslx.exe", "laporanxslx.exe"),
        ("\u2066Dinas\u2069", "Dinas"),
        ("Bus\x07 ke\x1b de\x85sa\x7f", "Bus ke desa"),
        ("\U0001f468\u200d\U0001f469", "\U0001f468\u200d\U0001f469"),
        (
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        ),
        ("Rapat\nkedua\t ", "Rapat\nkedua\t "),
        ("Rapat\r\nkedua\rketiga\n\r\n", "Rapat\nkedua\nketiga\n\n"),
    ],
)
def test_what_is_typed_arrives_clean(typed, arrives):
    sent = QueryDict(mutable=True)
    sent.setlist("notes", ["Pertama", typed])
    assert cleaned(sent).getlist("notes") == ["Pertama", arrives]


def test_a_form_without_them_is_left_alone():
    sent = QueryDict("title=Rapat&title=Kedua")
    assert cleaned(sent) is sent


def test_a_cleaned_form_cannot_be_changed_either():
    with pytest.raises(AttributeError):
        cleaned(QueryDict("title=%E2%80%AERapat"))["title"] = "Lain"


def test_they_are_stored_nowhere(client, sign_in, db):
    collaboration = CollaborationFactory()
    sign_in(coordinator_of(collaboration))
    client.post(f"/collaborations/{collaboration.pk}/rest/", {"reason": "Ja\u202eda\u200b"})
    assert CollaborationChange.objects.get().note == "Jada"


def test_they_are_searched_for_nowhere(client, sign_in):
    sign_in()
    assert 'value="Dinas"' in client.get("/organizations/?q=Di%E2%80%8Bnas").content.decode()


def test_lines_end_alike_in_what_is_stored_and_a_file_keeps_its_bytes(client, sign_in, db):
    collaboration = CollaborationFactory()
    sign_in(coordinator_of(collaboration))
    client.post(f"/collaborations/{collaboration.pk}/rest/", {"reason": "Satu\r\nDua"})
    assert CollaborationChange.objects.get().note == "Satu\nDua"
    sent = RequestFactory().post("/", {"a": "x\r\ny", "f": SimpleUploadedFile("a.csv", b"x\r\ny")})
    said = []
    TypedTextMiddleware(lambda request: said.append(request))(sent)
    assert said[0].POST["a"] == "x\ny"
    assert said[0].FILES["f"].read() == b"x\r\ny"
