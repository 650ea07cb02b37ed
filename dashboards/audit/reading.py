"""Which part of the trail a reader may see, as branches of the list."""

from django.db.models import CharField
from django.db.models.functions import Cast

from actors.models import AccessEvent
from agreements.models import AssistanceRequest, Collaboration
from dashboards.audit.events import ACCESS
from dashboards.audit.log import Branch
from dashboards.audit.tables import belongs_to, events_by_key, family_of, key_of

COLLABORATION, ASSISTANCE = "agreements.collaboration", "agreements.assistancerequest"
# Where the events of a request that may still be a draft, and of its parts, name it.
DRAFTED = {
    ACCESS: "about_pk",
    ASSISTANCE: "pgh_obj_id",
    "agreements.assistanceground": "request_id",
    "agreements.assistancechange": "request_id",
}


def reads_all(user):
    return user.is_admin or user.is_auditor


def run_by(user):
    """Numbers of the collaborations whose whole trail the user reads: those they coordinate."""
    return list(
        Collaboration.objects.coordinated_by(user).order_by("pk").values_list("pk", flat=True)
    )


def branches_for(user):
    """Everything the user may read, table by table."""
    if reads_all(user):
        rows = [(key, events.objects.all()) for key, events in sorted(events_by_key().items())]
        return [*(Branch(*each) for each in rows), Branch(ACCESS, AccessEvent.objects.all())]
    ids = run_by(user)
    return branches_of_collaborations(ids, user=user) if ids else []


def branches_of_collaborations(ids, *, user):
    """All rows that belong to these collaborations, and the events about them."""
    branches = []
    for key, events in sorted(events_by_key().items()):
        condition = belongs_to(key, COLLABORATION, ids)
        if condition is not None:
            branches.append(Branch(key, _told(key, events.objects.filter(condition), user)))
    access = AccessEvent.objects.filter(collaboration_id__in=ids)
    return [*branches, Branch(ACCESS, _told(ACCESS, access, user))]


def _told(key, events, user):
    """Without what is said of requests for assistance that this reader does not see.

    A draft is its own party's until it is handed in; from then on its whole history is read.
    """
    column = DRAFTED.get(key)
    if column is None or reads_all(user):
        return events
    seen = AssistanceRequest.objects.visible_to(user).order_by().values("pk")
    hidden = AssistanceRequest.objects.exclude(pk__in=seen).order_by().values("pk")
    if key == ACCESS:
        numbers = hidden.annotate(text=Cast("pk", CharField())).values("text")
        return events.exclude(about_model=ASSISTANCE, about_pk__in=numbers)
    return events.exclude(**{f"{column}__in": hidden})


def branches_of_record(record, *, with_events, user):
    """The changes of one record and of its parts; also what else happened to it, for some."""
    root = key_of(type(record))
    branches = []
    for key in sorted(family_of(root)):
        condition = belongs_to(key, root, [record.pk])
        events = events_by_key()[key].objects.filter(condition)
        branches.append(Branch(key, _told(key, events, user)))
    if with_events:
        about = AccessEvent.objects.filter(about_model=root, about_pk=str(record.pk))
        branches.append(Branch(ACCESS, about))
    return branches
