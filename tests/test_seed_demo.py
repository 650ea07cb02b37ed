"""The command that loads the demo: once, only where it may, and it says so."""

import pytest
from django.core.management import CommandError, call_command

from actors.accounts.models import User
from actors.models import Person
from agreements.models import (
    Agreement,
    AgreementChange,
    AgreementParty,
    AgreementType,
    Amendment,
    Baseline,
    Clause,
    Collaboration,
    CollaborationLegalBasis,
    Commitment,
    CommitmentChange,
    ContextFactor,
    Document,
    DocumentVersion,
    Goal,
    GoalChange,
    Indicator,
    LegalBasis,
    Measurement,
    Meeting,
    MeetingChange,
    Rivalry,
    Signature,
    Target,
    TheoryOfChange,
)


@pytest.fixture
def demo_site(settings, tmp_path):
    """A site where the demo is allowed, with a password file of its own."""
    settings.DEMO = True
    settings.LOCAL_DIR = tmp_path


def rows_of_everything():
    charter = (Collaboration, ContextFactor, LegalBasis, CollaborationLegalBasis)
    meetings = (Commitment, CommitmentChange, Meeting, MeetingChange, Person, User)
    agreements = (AgreementType, Agreement, AgreementChange, AgreementParty)
    inside = (Amendment, Clause, Signature)
    aims = (TheoryOfChange, Goal, GoalChange, Indicator, Baseline, Target, Measurement, Rivalry)
    models = (*charter, *meetings, *agreements, *inside, *aims, Document, DocumentVersion)
    return {model: list(model.objects.order_by("pk").values()) for model in models}


def test_a_second_run_changes_nothing_and_says_so(demo_site, db, capsys):
    call_command("seed_demo")
    first, before = capsys.readouterr().out, rows_of_everything()
    call_command("seed_demo")
    assert "Added: Penanganan 4+1" in first
    assert capsys.readouterr().out == "The demo is already there. Nothing changed.\n"
    assert rows_of_everything() == before


def test_a_site_in_production_gets_no_demo(settings, db):
    settings.DEMO = settings.DEBUG = False
    before = rows_of_everything()
    with pytest.raises(CommandError, match="production"):
        call_command("seed_demo")
    assert rows_of_everything() == before


def test_a_date_that_is_none_is_refused(demo_site, db):
    with pytest.raises(CommandError, match="YYYY-MM-DD"):
        call_command("seed_demo", today="kemarin")
