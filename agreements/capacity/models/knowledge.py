"""What the parties know together, who keeps it, and what has rested on it."""

from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.capacity.arrangement_kinds import (
    KNOWLEDGE_MOVES,
    KnowledgeAccess,
    KnowledgeEvent,
    KnowledgeKind,
    KnowledgeState,
)
from agreements.capacity.models.guards import moves_only
from agreements.capacity.querysets.knowledge import (
    KnowledgeChangeQuerySet,
    KnowledgeQuerySet,
    KnowledgeUseQuerySet,
)
from agreements.charter.models import Collaboration
from agreements.documents.models import Document
from agreements.engagement.models import Decision, JointFinding, Meeting
from agreements.engagement.models.discovery import author
from agreements.engagement.models.guards import (
    of_decision,
    of_document,
    of_meeting,
    of_one_collaboration,
)
from collabgov.kit.audit import tracked
from collabgov.kit.models import ChangeRow, SampleMarked, Timestamped, Versioned

S = KnowledgeState
OF_ASSET = "(SELECT collaboration_id FROM agreements_knowledgeasset WHERE id = NEW.asset_id)"
OF_FINDING = "(SELECT collaboration_id FROM agreements_jointfinding WHERE id = NEW.finding_id)"
TARGETS = ("decision", "finding", "meeting")


def _exactly_one(names):
    """One of these columns is filled, the others are empty."""
    filled = ({f"{name}__isnull": name != chosen for name in names} for chosen in names)
    return reduce(or_, (Q(**columns) for columns in filled))


def _target(model, label):
    return models.ForeignKey(
        model,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="knowledge_uses",
        verbose_name=label,
    )


@tracked
class KnowledgeAsset(Timestamped, SampleMarked, Versioned):
    """A dataset, study, map, guideline or lesson: where it lies, and who may have it."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="knowledge_assets"
    )
    kind = models.CharField(_("kind"), max_length=20, choices=KnowledgeKind)
    title = models.CharField(_("title"), max_length=300)
    about = models.TextField(_("what it tells"), blank=True)
    custodian = models.ForeignKey(
        "actors.Organization",
        on_delete=models.PROTECT,
        related_name="knowledge_assets",
        verbose_name=_("who keeps it"),
    )
    access = models.CharField(
        _("who may have it"),
        max_length=20,
        choices=KnowledgeAccess,
        default=KnowledgeAccess.PARTIES,
    )
    document = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="knowledge_assets",
        verbose_name=_("document"),
    )
    address = models.URLField(_("address"), max_length=500, blank=True)
    made_on = models.DateField(_("as of"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=20, choices=S, default=S.SHARED, editable=False)
    recorded_by = author(_("recorded by"))

    objects = KnowledgeQuerySet.as_manager()

    class Meta:
        ordering = ["collaboration", "title", "pk"]
        verbose_name = _("knowledge asset")
        verbose_name_plural = _("knowledge assets")
        constraints = [
            models.CheckConstraint(
                name="knowledge_has_a_title",
                condition=~Q(title=""),
                violation_error_code="title",
                violation_error_message=_("Give it a title."),
            ),
            models.CheckConstraint(
                name="knowledge_kind_is_known", condition=Q(kind__in=KnowledgeKind.values)
            ),
            models.CheckConstraint(
                name="knowledge_access_is_known", condition=Q(access__in=KnowledgeAccess.values)
            ),
            models.CheckConstraint(
                name="knowledge_state_is_known", condition=Q(state__in=S.values)
            ),
            models.CheckConstraint(
                name="knowledge_lies_somewhere",
                condition=Q(access=KnowledgeAccess.REQUEST)
                | Q(document__isnull=False)
                | ~Q(address=""),
                violation_error_code="address",
                violation_error_message=_("Say where it lies: a document or an address."),
            ),
            models.CheckConstraint(
                name="knowledge_on_request_is_not_handed_out",
                condition=~Q(access=KnowledgeAccess.REQUEST) | Q(document=None),
                violation_error_code="document",
                violation_error_message=_(
                    "Everybody in the collaboration can open its documents: what is given on"
                    " request only has none here."
                ),
            ),
        ]
        triggers = [
            moves_only("knowledge_moves_only", KNOWLEDGE_MOVES),
            of_one_collaboration(
                "knowledge_of_one_collaboration", "NEW.collaboration_id", of_document()
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("agreements:knowledge-detail", args=[self.pk])

    @property
    def is_shared(self):
        return self.state == S.SHARED


@tracked
class KnowledgeUse(Timestamped, SampleMarked):
    """That a decision, a joint finding or a meeting rested on the asset: one of them a row."""

    asset = models.ForeignKey(KnowledgeAsset, on_delete=models.PROTECT, related_name="uses")
    decision = _target(Decision, _("decision"))
    finding = _target(JointFinding, _("joint finding"))
    meeting = _target(Meeting, _("meeting"))
    note = models.TextField(_("what it was used for"), blank=True)
    recorded_by = author(_("recorded by"))

    objects = KnowledgeUseQuerySet.as_manager()

    class Meta:
        ordering = ["asset", "pk"]
        verbose_name = _("use of knowledge")
        verbose_name_plural = _("uses of knowledge")
        constraints = [
            models.CheckConstraint(
                name="knowledge_use_in_one_place",
                condition=_exactly_one(TARGETS),
                violation_error_message=_("Choose one: a decision, a finding or a meeting."),
            ),
            *(
                models.UniqueConstraint(
                    fields=["asset", name],
                    name=f"knowledge_use_once_in_a_{name}",
                    violation_error_code=name,
                    violation_error_message=_("This use is on record already."),
                )
                for name in TARGETS
            ),
        ]
        triggers = [
            of_one_collaboration(
                "knowledge_use_of_one_collaboration",
                OF_ASSET,
                of_decision(),
                OF_FINDING,
                of_meeting(),
            ),
        ]

    def __str__(self):
        return str(self.asset)

    def get_absolute_url(self):
        return f"{self.asset.get_absolute_url()}#use-{self.pk}"

    @property
    def collaboration(self):
        return self.asset.collaboration

    @property
    def collaboration_id(self):
        return self.asset.collaboration_id

    @property
    def target(self):
        return self.decision or self.finding or self.meeting


@tracked
class KnowledgeChange(ChangeRow):
    """One line of an asset's history: its own moves, and the uses that were recorded."""

    asset = models.ForeignKey(KnowledgeAsset, on_delete=models.PROTECT, related_name="changes")
    event = models.CharField(
        _("what happened"), max_length=20, choices=KnowledgeEvent, default=KnowledgeEvent.MOVED
    )
    subject = models.CharField(_("about"), max_length=300, blank=True)

    objects = KnowledgeChangeQuerySet.as_manager()

    class Meta(ChangeRow.Meta):
        verbose_name = _("line of the asset's history")
        verbose_name_plural = _("lines of the assets' history")
        constraints = [
            models.CheckConstraint(
                name="knowledge_change_event_is_known",
                condition=Q(event__in=KnowledgeEvent.values),
            ),
        ]
