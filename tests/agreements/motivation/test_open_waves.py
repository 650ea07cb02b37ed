"""What is settled when a pulse opens offers no form any more."""

import pytest
from django.urls import reverse

from tests.agreements.motivation.scene import open_culture, open_pulse
from tests.html import soup_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("opened", [open_pulse, open_culture])
@pytest.mark.parametrize("name", ["pulse-edit", "pulse-invited"])
def test_the_forms_of_a_draft_lead_back_to_a_pulse_that_is_open(client, sign_in, opened, name):
    wave, runner = opened()
    sign_in(runner)
    answer = client.get(reverse(f"agreements:{name}", args=[wave.pk]), follow=True)
    assert answer.redirect_chain == [(wave.get_absolute_url(), 302)]
    assert (
        "tidak dapat diubah lagi"
        in soup_of(answer).select_one(".alert, [role=alert], .messages").text
    )
