"""What was said in an assessment becomes a record: also a definition, and an option of a topic."""

import pytest
from django.urls import reverse

from agreements.engagement.transitions import assessments, options, proposals, statements
from agreements.engagement.transitions import definition as definitions
from agreements.engagement.transitions.topics import close_item
from agreements.models import Option, ProblemDefinition
from collabgov.kit.errors import Refused
from tests.agreements.engagement.deciding import Scene
from tests.constraints import assert_refused
from tests.factories.definition import ProblemDefinitionFactory
from tests.factories.deliberation import OptionFactory
from tests.factories.discovery import AssessmentEntryFactory, AssessmentFactory
from tests.html import soup_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    return Scene()


@pytest.fixture
def entry(scene):
    sheet = AssessmentFactory(collaboration=scene.collaboration)
    return AssessmentEntryFactory(assessment=sheet, party=scene.health, text="Data tersebar.")


def at(name, record, query=""):
    return reverse(f"agreements:{name}", args=[record.pk]) + query


def links(client, entry):
    page = soup_of(client.get(entry.assessment.get_absolute_url()))
    return [link["href"] for link in page.select(f"#entry-{entry.pk} a")]


def test_the_coordinator_turns_it_into_a_definition(client, scene, entry, sign_in):
    sign_in(scene.coordinator)
    link = at("definition-create", scene.collaboration, f"?entry={entry.pk}")
    assert link in links(client, entry)
    page = soup_of(client.get(link))
    assert page.select_one("textarea[name=text]").get_text().strip() == "Data tersebar."
    client.post(link, {"text": "Data anak tersebar di tiga dinas."})
    made = ProblemDefinition.objects.get()
    entry.refresh_from_db()
    assert entry.became == made
    assert at("definition-detail", made) in links(client, entry)


def test_a_new_version_begins_with_what_holds_and_what_was_said(client, scene, entry, sign_in):
    ProblemDefinitionFactory(collaboration=scene.collaboration, agreed=True, text="Lama.")
    sign_in(scene.coordinator)
    page = client.get(at("definition-create", scene.collaboration, f"?entry={entry.pk}"))
    begun = soup_of(page).select_one("textarea[name=text]").get_text().strip()
    assert begun == "Lama.\n\nData tersebar."


def test_beside_an_open_version_it_is_not_offered_and_nothing_turns(client, scene, entry, sign_in):
    ProblemDefinitionFactory(collaboration=scene.collaboration)
    sign_in(scene.coordinator)
    assert not [href for href in links(client, entry) if "definition" in href]
    with pytest.raises(Refused):
        definitions.draft_definition(
            collaboration=scene.collaboration, by=scene.coordinator, entry=entry, text="Lain."
        )
    entry.refresh_from_db()
    assert entry.became is None


def test_members_are_not_offered_to_define(client, scene, entry, sign_in):
    sign_in(scene.health_speaker)
    assert not [href for href in links(client, entry) if "definition" in href]


def test_whoever_takes_part_turns_it_into_an_option_of_a_topic(client, scene, entry, sign_in):
    sign_in(scene.health_speaker)
    link = at("entry-option", entry)
    assert link in links(client, entry)
    form = soup_of(client.get(link))
    assert form.select_one("input[name=title]")["value"] == "Data tersebar."
    topics = [each["value"] for each in form.select("select[name=topic] option") if each["value"]]
    assert topics == [str(scene.item.pk)]
    said = {"topic": scene.item.pk, "title": "Satu gudang data", "cost": ""}
    assert client.post(link, said).url.endswith(f"#entry-{entry.pk}")
    option = Option.objects.get()
    entry.refresh_from_db()
    assert (entry.became, option.agenda_item) == (option, scene.item)
    again = client.post(link, {**said, "title": "Lain"})
    assert "sudah menjadi" in again.content.decode()
    assert Option.objects.count() == 1


def test_a_closed_topic_is_not_offered(client, scene, entry, sign_in):
    close_item(item=scene.item, by=scene.coordinator)
    sign_in(scene.health_speaker)
    form = soup_of(client.get(at("entry-option", entry)))
    assert not [each for each in form.select("select[name=topic] option") if each["value"]]


def test_an_option_that_is_taken_off_the_table_frees_the_entry(scene, entry):
    option = options.add_option(
        agenda_item=scene.item, by=scene.health_speaker, title="Gudang data", entry=entry
    )
    options.remove_option(option=option, by=scene.health_speaker)
    entry.refresh_from_db()
    assert entry.became is None
    assessments.edit_entry(
        entry=entry, by=scene.health_speaker, version=entry.version, text="Lain."
    )


def test_an_entry_for_all_together_is_edited_by_its_writer(client, scene, sign_in):
    sheet = AssessmentFactory(collaboration=scene.collaboration)
    entry = AssessmentEntryFactory(assessment=sheet, recorded_by=scene.health_speaker)
    sign_in(scene.health_speaker)
    link = at("entry-edit", entry)
    assert client.get(link).status_code == 200
    client.post(link, {"text": "Lain.", "version": entry.version})
    entry.refresh_from_db()
    assert entry.text == "Lain."


def test_what_one_party_said_is_not_stated_or_proposed_by_another(scene, entry):
    with pytest.raises(Refused):
        statements.record_statement(
            party=scene.works, by=scene.works_speaker, kind="concern", text="Kami.", entry=entry
        )
    with pytest.raises(Refused):
        proposals.submit_proposal(
            from_party=scene.works,
            by=scene.works_speaker,
            kind="idea",
            title="Kami",
            text="Kami.",
            entry=entry,
        )
    entry.refresh_from_db()
    assert entry.became is None


def test_what_an_entry_became_is_one_thing_of_its_collaboration(entry):
    rows = type(entry).objects.filter(pk=entry.pk)
    foreign = {"definition": ProblemDefinitionFactory(), "option": OptionFactory()}
    for name, record in foreign.items():
        found = {name: record}
        assert_refused("entry_of_one_collaboration", lambda found=found: rows.update(**found))
    both = {
        "definition": ProblemDefinitionFactory(collaboration=entry.assessment.collaboration),
        "option": OptionFactory(agenda_item__meeting__collaboration=entry.assessment.collaboration),
    }
    assert_refused("entry_became_one_thing", lambda: rows.update(**both))


def test_the_meeting_shows_what_is_weighed_before_anything_is_put_forward(client, scene, sign_in):
    option = OptionFactory(
        agenda_item=scene.item, title="Gudang data", cost=5_000_000, proposed_by=scene.health
    )
    sign_in(scene.health_speaker)
    topic = soup_of(client.get(scene.first.get_absolute_url())).select_one(
        f"#topic-{scene.item.pk}"
    )
    assert "Gudang data" in topic.get_text()
    assert topic.select(f"a[href='{at('option-edit', option)}']")
    scene.decide(scene.deliberated(), option=option)
    topic = soup_of(client.get(scene.first.get_absolute_url())).select_one(
        f"#topic-{scene.item.pk}"
    )
    assert not topic.select(f"a[href='{at('option-edit', option)}']")


def test_what_one_party_said_is_no_option_of_another(scene, entry):
    with pytest.raises(Refused, match="Pihak lain"):
        options.add_option(
            agenda_item=scene.item,
            by=scene.works_speaker,
            title="Gudang data",
            proposed_by=scene.works,
            entry=entry,
        )
    assert not Option.objects.exists()


def test_an_entry_that_says_a_standing_option_again_becomes_that_option(scene, entry):
    told = {"by": scene.health_speaker, "title": "Gudang data", "proposed_by": scene.health}
    standing = options.add_option(agenda_item=scene.item, **told)
    assert options.add_option(agenda_item=scene.item, entry=entry, **told) == standing
    entry.refresh_from_db()
    assert entry.became == standing


def test_a_turn_is_offered_to_those_who_may_take_it(client, scene, entry, sign_in):
    ways = [
        at("statement-create", scene.collaboration, f"?entry={entry.pk}"),
        at("proposal-create", scene.collaboration, f"?entry={entry.pk}"),
        at("question-create", scene.collaboration, f"?entry={entry.pk}"),
    ]
    offers = {}
    for user in (scene.health_speaker, scene.works_speaker, scene.coordinator):
        sign_in(user)
        found = links(client, entry)
        offers[user] = [way in found for way in ways]
    assert offers[scene.health_speaker] == [True, True, True]
    assert offers[scene.works_speaker] == [False, False, True]
    assert offers[scene.coordinator][0]
