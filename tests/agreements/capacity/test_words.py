"""What capacity calls things in Indonesian, where one English word stands for two of them."""

import pytest
from django.urls import reverse
from django.utils import translation

from agreements.capacity.arrangement_page import REVOKE
from agreements.capacity.forms.guidelines import GuidelineForm, RevokeForm
from agreements.capacity.views.structures import StructureCreate
from agreements.charter.forms.collaborations import CollaborationForm
from tests.agreements.capacity.assistance_scene import Help
from tests.html import soup_of


def test_a_guideline_is_revoked_and_a_structure_set_up_in_their_own_words():
    with translation.override("id"):
        assert str(REVOKE.label) == "Cabut"
        assert str(RevokeForm.base_fields["revoked_on"].label) == "Dicabut pada"
        assert str(StructureCreate.submit_label) == "Bentuk"
        assert str(GuidelineForm.base_fields["title"].label) == "Judul"
        assert str(CollaborationForm.base_fields["title"].label) == "Nama"


@pytest.mark.django_db
def test_why_one_asks_and_why_one_refuses_have_words_of_their_own(client, sign_in):
    scene = Help()
    refused = scene.refused(scene.submitted())
    sign_in(scene.health_speaker)

    def said(name, place):
        page = soup_of(client.get(reverse(f"agreements:assistance-{name}", args=[refused.pk])))
        return [{each.get_text() for each in part.select("dt")} for part in page.select(place)]

    asked, answer = said("detail", "#facts-title ~ .facts, #answer-title ~ .facts")
    assert "Dasar permintaan" in asked
    assert {"Dasar penolakan", "Alasan tertulis"} <= answer
    assert "Alasan" not in asked | answer
    request, refusal = said("print", "article.letter")
    assert "Dasar permintaan" in request
    assert {"Dasar penolakan", "Alasan tertulis"} <= refusal
