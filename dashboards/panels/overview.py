"""All collaborations for who watches over them: where each stands, never how each compares."""

from django.core.paginator import Page
from django.db.models import Count, Max, Min, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from actors.importing.states import ImportState
from actors.models import (
    ImportRun,
    Invitation,
    NotDuplicate,
    Organization,
    Person,
    Region,
    SuggestedPair,
    User,
)
from agreements.charter.querysets import CollaborationQuerySet
from agreements.charter.states import PartyState
from agreements.engagement.querysets import MeetingQuerySet
from agreements.models import Collaboration, Commitment, Measurement, Meeting, Party, Rivalry
from collabgov.kit.pages import TolerantPaginator
from dashboards.charts import Stat
from dashboards.panels.counting import number_of, of_each

PER_PAGE = 20


def all_collaborations(seen: CollaborationQuerySet, page: str | None) -> Page[Collaboration]:
    """By title: parties, open commitments, the last meeting. No rates, no order by them."""
    rows = seen.for_list().annotate(
        party_total=number_of(Party.objects.exclude(state=PartyState.LEFT)),
        open_commitments=number_of(Commitment.objects.open()),
        last_met_on=_last(Meeting.objects.took_place()),
    )
    found: Page[Collaboration] = TolerantPaginator(rows, PER_PAGE).page(page)
    return found


def _last(meetings: MeetingQuerySet) -> Subquery:
    return Subquery(of_each(meetings).annotate(last=Max("held_on")).values("last"))


def register_figures(user: User) -> tuple[Stat, ...]:
    """What an admin keeps up: each figure opens its list."""
    if not user.has_perm("actors.manage_register"):
        return ()
    organizations = Organization.objects.visible_to(user).count()
    people = Person.objects.visible_to(user).count()
    regions = Region.objects.visible_to(user).count()
    return (
        _figure(
            organizations,
            ngettext("organization", "organizations", organizations),
            "actors:organization-list",
        ),
        _figure(people, ngettext("person", "people", people), "actors:person-list"),
        _figure(regions, ngettext("region", "regions", regions), "actors:region-list"),
    )


def waiting_figures(user: User) -> tuple[Stat, ...]:
    """What waits for an admin, each with the list it opens; nothing where nothing waits."""
    if not user.has_perm("actors.manage_register"):
        return ()
    invited = Invitation.objects.visible_to(user).waiting().count()
    read = ImportRun.objects.visible_to(user).filter(state=ImportState.READ).count()
    figures = [
        (
            invited,
            ngettext("open invitation", "open invitations", invited),
            "actors:invitation-list",
        ),
        (read, ngettext("import to confirm", "imports to confirm", read), "actors:import-list"),
    ]
    for model, url_name in (
        (Organization, "actors:duplicate-list"),
        (Person, "actors:duplicate-people"),
    ):
        pairs = SuggestedPair.objects.visible_to(user).filter(kind=model._meta.model_name)
        found = pairs.open(model.objects, NotDuplicate.objects).count()
        label = ngettext("suggested duplicate", "suggested duplicates", found)
        figures.append((found, label, url_name))
    return tuple(_figure(*each) for each in figures if each[0])


def checks_of(user: User) -> tuple[Stat, ...]:
    """What waits for an auditor's check, each with the list that it opens; only what there is."""
    if not user.is_auditor:
        return ()
    values = Measurement.objects.verifiable_by(user).aggregate(
        number=Count("pk"), since=Min("submitted_at")
    )
    differing = Rivalry.objects.waiting_for(user).count()
    note = ""
    if values["since"]:
        day = date_format(timezone.localtime(values["since"]), "SHORT_DATE_FORMAT")
        note = _("the first since %s") % day
    figures = (
        (values["number"], _("values to verify"), "", note),
        (differing, _("figures on which the parties differ"), "#rival-title", ""),
    )
    address = reverse("agreements:measurement-to-verify")
    return tuple(
        Stat(figure=number_format(count), label=label, href=f"{address}{place}", note=said)
        for count, label, place, said in figures
        if count
    )


def _figure(count: int, label: str, url_name: str) -> Stat:
    return Stat(
        figure=number_format(count, force_grouping=True), label=label, href=reverse(url_name)
    )
