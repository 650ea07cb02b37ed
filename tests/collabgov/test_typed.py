"""Characters that nobody sees are taken out of what is typed, everything else stays as it is."""

import pytest
from django.http import QueryDict

from agreements.models import CollaborationChange
from collabgov.typed import without_unseen
from tests.factories.charter import CollaborationFactory, coordinator_of


@pytest.mark.parametrize(
    ("typed", "arrives"),
    [
        ("Di\u200bnas\u2060 Sosial\ufeff", "Dinas Sosial"),
        ("laporan\u202exslx.exe", "laporanxslx.exe"),
        ("\u2066Dinas\u2069", "Dinas"),
        ("\U0001f468\u200d\U0001f469", "\U0001f468\u200d\U0001f469"),
        (
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
            "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        ),
        ("Rapat\r\nkedua\t ", "Rapat\r\nkedua\t "),
    ],
)
def test_unseen_characters_do_not_arrive(typed, arrives):
    sent = QueryDict(mutable=True)
    sent.setlist("notes", ["Pertama", typed])
    assert without_unseen(sent).getlist("notes") == ["Pertama", arrives]


def test_a_form_without_them_is_left_alone():
    sent = QueryDict("title=Rapat&title=Kedua")
    assert without_unseen(sent) is sent


def test_a_cleaned_form_cannot_be_changed_either():
    with pytest.raises(AttributeError):
        without_unseen(QueryDict("title=%E2%80%AERapat"))["title"] = "Lain"


def test_they_are_stored_nowhere(client, sign_in, db):
    collaboration = CollaborationFactory()
    sign_in(coordinator_of(collaboration))
    client.post(f"/collaborations/{collaboration.pk}/rest/", {"reason": "Ja\u202eda\u200b"})
    assert CollaborationChange.objects.get().note == "Jada"


def test_they_are_searched_for_nowhere(client, sign_in):
    sign_in()
    assert 'value="Dinas"' in client.get("/organizations/?q=Di%E2%80%8Bnas").content.decode()
