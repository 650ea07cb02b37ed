"""Nothing under an agreement ends, or is left waiting for ever, without a word about it."""

import pytest
from django.urls import reverse

from agreements.instruments import transitions as verbs
from agreements.instruments.follows import follows
from agreements.instruments.forms.moves import EndForm
from agreements.instruments.standing import standing_of
from agreements.models import Agreement
from tests.agreements.instruments.scene import Table, day, refused_unchanged
from tests.agreements.instruments.test_over import all_along, end, terminate
from tests.html import soup_of


@pytest.fixture
def table(db):
    return Table()


@pytest.mark.parametrize(("last", "is_refused"), [(365, True), (100, False), (50, False)])
def test_a_term_is_not_shortened_below_what_is_in_force_under_it(table, last, is_refused):
    top = table.in_force(title="Induk")
    table.in_force(title="Anak", parent=top, ends_on=day(last))
    shorten = lambda: table.amendment(top, changes={"ends_on": day(100)})  # noqa: E731
    if is_refused:
        refused_unchanged(top, shorten, "“Anak”")
    else:
        assert shorten().changes.exists()


def test_it_is_asked_again_when_the_shorter_term_is_offered(table):
    top = table.in_force(title="Induk")
    amendment = table.amendment(top, changes={"ends_on": day(100)})
    child = table.in_force(title="Anak", parent=top)
    offer = {"amendment": amendment, "by": table.coordinator}
    refused_unchanged(top, lambda: verbs.offer_amendment(**offer), "“Anak”")
    Agreement.objects.filter(pk=child.pk).update(stands_alone=True)
    assert verbs.offer_amendment(**offer).state == "signing"


def test_nobody_chooses_for_whoever_ends_it(table):
    table.kind.needs_parent = False
    top = table.in_force(title="Induk")
    child = table.in_force(title="Anak", parent=top)
    type(child.type).objects.update(needs_parent=True)
    form = EndForm(agreement=top)
    assert form.fields[f"child_{child.pk}"].initial is None
    assert len(form.fields[f"child_{child.pk}"].choices) == 1
    unsaid = EndForm({"reason": "Selesai.", "on": str(day(0))}, agreement=top)
    assert f"child_{child.pk}" in unsaid.errors


@pytest.fixture
def left_behind(table):
    top = table.in_force(title="Induk")
    child = table.ready(title="Anak", parent=top)
    table.sign(child, 0)
    for verb in ("end", "terminate"):
        assert any("“Anak”" in sentence for sentence in follows(top, verb))
    end(table, top)
    return Agreement.objects.get(pk=child.pk)


def test_what_can_no_longer_come_into_force_says_so(left_behind):
    standing = standing_of(left_behind)
    assert (standing.tone, "induknya" in standing.words) == ("bad", True)


def test_nobody_is_asked_for_a_signature_that_leads_nowhere(table, left_behind, client, sign_in):
    second = table.speakers[1]
    assert left_behind not in Agreement.objects.waiting_for(second)
    sign_in(second)
    place = left_behind.parties.get(party=table.parties[1])
    page = soup_of(client.get(reverse("agreements:agreement-sign", args=[place.pk])))
    assert page.select_one("main .alert-warning")
    assert page.select_one("main form button") is None
    page = client.get(left_behind.get_absolute_url()).content.decode()
    assert reverse("agreements:agreement-sign", args=[place.pk]) not in page


def test_while_the_parent_holds_the_signature_is_asked_for(table):
    child = table.ready(title="Anak", parent=table.in_force(title="Induk"))
    assert child in Agreement.objects.waiting_for(table.speakers[1])


def test_a_decided_termination_is_when_it_ends(table):
    agreement = table.in_force(title="Induk")
    assert agreement.last_day == day(365)
    terminate(table, agreement, effective_on=day(7), children=all_along())
    agreement.refresh_from_db()
    assert agreement.last_day == day(7)
    soon = [
        agreement in Agreement.objects.expiring(days=days, today=day(ahead))
        for days, ahead in ((7, 0), (6, 0), (7, 6), (7, 7))
    ]
    assert soon == [True, False, True, False]
    standing = standing_of(agreement)
    assert (standing.tone, "7 hari" in standing.words) == ("bad", True)
