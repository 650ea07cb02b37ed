"""Written rules of how to do it: drafted by one party, reviewed by another, issued in writing."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.capacity.arrangement_kinds import (
    GUIDELINE_MOVES,
    IN_THE_MAKING,
    PUBLISHED,
    GuidelineKind,
    GuidelineState,
)
from agreements.capacity.models.guards import (
    moves_only,
    of_version,
    reviewed_as_handed_in,
    reviewed_before_issued,
)
from agreements.capacity.querysets.guidelines import GuidelineChangeQuerySet, GuidelineQuerySet
from agreements.charter.clock import today_in
from agreements.charter.models import Collaboration
from agreements.documents.models import Document, DocumentVersion
from agreements.engagement.models.discovery import author
from agreements.engagement.models.guards import of_document, of_one_collaboration
from collabgov.kit.audit import tracked
from collabgov.kit.models import ChangeRow, SampleMarked, Timestamped, Versioned

S = GuidelineState


def _organization(name, label, **more):
    return models.ForeignKey(
        "actors.Organization",
        on_delete=models.PROTECT,
        related_name=name,
        verbose_name=label,
        **more,
    )


@tracked
class Guideline(Timestamped, SampleMarked, Versioned):
    """A juklak, juknis, SOP or NSPK: who issues, drafts and reviews it, and by when."""

    collaboration = models.ForeignKey(
        Collaboration, on_delete=models.PROTECT, related_name="guidelines"
    )
    kind = models.CharField(_("kind"), max_length=20, choices=GuidelineKind)
    title = models.CharField(_("title"), max_length=300)
    number = models.CharField(_("number"), max_length=100, blank=True)
    owner = _organization("guidelines", _("who issues it"))
    drafter = _organization("drafted_guidelines", _("who drafts it"))
    reviewer = _organization("reviewed_guidelines", _("who reviews it"), null=True, blank=True)
    due_on = models.DateField(_("to be issued by"), null=True, blank=True)
    document = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="guidelines",
        verbose_name=_("document"),
    )
    handed_in = models.ForeignKey(
        DocumentVersion,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="guidelines",
        verbose_name=_("draft handed in"),
    )
    issued_on = models.DateField(_("issued on"), null=True, blank=True, editable=False)
    revoked_on = models.DateField(_("revoked on"), null=True, blank=True, editable=False)
    state = models.CharField(
        _("state"), max_length=20, choices=S, default=S.DRAFTING, editable=False
    )
    reviewed_by = author(_("reviewed by"))
    recorded_by = author(_("recorded by"))

    objects = GuidelineQuerySet.as_manager()

    class Meta:
        ordering = ["collaboration", "title", "pk"]
        verbose_name = _("guideline")
        verbose_name_plural = _("guidelines")
        indexes = [models.Index(fields=["collaboration", "due_on"], name="guideline_due")]
        constraints = [
            models.CheckConstraint(
                name="guideline_has_a_title",
                condition=~Q(title=""),
                violation_error_code="title",
                violation_error_message=_("Give the guideline a title."),
            ),
            models.CheckConstraint(
                name="guideline_kind_is_known", condition=Q(kind__in=GuidelineKind.values)
            ),
            models.CheckConstraint(
                name="guideline_state_is_known", condition=Q(state__in=S.values)
            ),
            models.CheckConstraint(
                name="guideline_issued_in_writing",
                condition=(~Q(state__in=PUBLISHED) & Q(issued_on=None))
                | Q(state__in=PUBLISHED, issued_on__isnull=False, document__isnull=False)
                & ~Q(number=""),
                violation_error_message=_("What is issued has a number, a day and a document."),
            ),
            models.CheckConstraint(
                name="guideline_revoked_has_a_day",
                condition=Q(
                    state=S.REVOKED, revoked_on__isnull=False, revoked_on__gte=F("issued_on")
                )
                | (~Q(state=S.REVOKED) & Q(revoked_on=None)),
                violation_error_code="revoked_on",
                violation_error_message=_("A guideline is revoked after it was issued."),
            ),
            models.CheckConstraint(
                name="guideline_draft_is_not_reviewed",
                condition=Q(reviewed_by=None) | ~Q(state=S.DRAFTING),
            ),
            models.UniqueConstraint(
                fields=["collaboration", "owner", "kind", "number"],
                name="guideline_number_once",
                condition=~Q(number=""),
                violation_error_code="number",
                violation_error_message=_("This organization has issued this number already."),
            ),
        ]
        triggers = [
            moves_only("guideline_moves_only", GUIDELINE_MOVES),
            reviewed_as_handed_in("guideline_reviewed_as_handed_in"),
            reviewed_before_issued("guideline_reviewed_before_issued"),
            of_one_collaboration(
                "guideline_of_one_collaboration",
                "NEW.collaboration_id",
                of_document(),
                of_version("handed_in_id"),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("agreements:guideline-detail", args=[self.pk])

    @property
    def is_in_the_making(self):
        return self.state in IN_THE_MAKING

    @property
    def is_reviewed(self):
        """Its reviewer has given its word, or none is named."""
        return self.reviewer_id is None or self.reviewed_by_id is not None

    @property
    def has_newer_draft(self):
        """A file was added to the document after that one was handed in."""
        draft = self.handed_in
        if draft is None:
            return False
        return draft.document.versions.filter(number__gt=draft.number).exists()

    @property
    def is_late(self):
        """Not issued, and the day has passed where the collaboration is at home."""
        is_due = self.is_in_the_making and self.due_on is not None
        return is_due and self.due_on < today_in(self.collaboration)


@tracked
class GuidelineChange(ChangeRow):
    """One line of a guideline's history; an edit leaves the state as it is."""

    guideline = models.ForeignKey(Guideline, on_delete=models.PROTECT, related_name="changes")

    objects = GuidelineChangeQuerySet.as_manager()

    class Meta(ChangeRow.Meta):
        verbose_name = _("line of the guideline's history")
        verbose_name_plural = _("lines of the guidelines' history")
