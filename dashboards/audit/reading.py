"""Which part of the trail a reader may see, as branches of the list."""

from actors.models import AccessEvent
from agreements.models import Collaboration
from dashboards.audit.events import ACCESS
from dashboards.audit.log import Branch
from dashboards.audit.tables import belongs_to, events_by_key, family_of, key_of

COLLABORATION = "agreements.collaboration"


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
    return branches_of_collaborations(ids) if ids else []


def branches_of_collaborations(ids):
    """All rows that belong to these collaborations, and the events about them."""
    branches = []
    for key, events in sorted(events_by_key().items()):
        condition = belongs_to(key, COLLABORATION, ids)
        if condition is not None:
            branches.append(Branch(key, events.objects.filter(condition)))
    access = AccessEvent.objects.filter(collaboration_id__in=ids)
    return [*branches, Branch(ACCESS, access)]


def branches_of_record(record, *, with_events):
    """The changes of one record and of its parts; also what else happened to it, for some."""
    root = key_of(type(record))
    branches = []
    for key in sorted(family_of(root)):
        condition = belongs_to(key, root, [record.pk])
        branches.append(Branch(key, events_by_key()[key].objects.filter(condition)))
    if with_events:
        about = AccessEvent.objects.filter(about_model=root, about_pk=str(record.pk))
        branches.append(Branch(ACCESS, about))
    return branches
