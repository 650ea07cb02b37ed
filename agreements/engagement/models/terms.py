"""Shared terms: what a word means here, and what else it is called."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from agreements.charter.models import Collaboration
from agreements.engagement.models.definition import dated_once_agreed, decision_that_agreed
from agreements.engagement.models.frozen import frozen_once_agreed, of_term
from agreements.engagement.models.guards import of_decision, of_one_collaboration
from agreements.engagement.querysets import TermChangeQuerySet, TermQuerySet
from agreements.engagement.states import CURRENT_TERM, TermState
from collabgov.kit.audit import tracked
from collabgov.kit.models import ChangeRow, SampleMarked, Timestamped, Versioned

MOST_SYNONYMS, LONGEST_TERM = 12, 200


@tracked
class SharedTerm(Timestamped, SampleMarked, Versioned):
    """A version of what a term means here; whatever name people type, it stays as they typed it.

    Another wording of an agreed term is a new version, and the old one stays to be read.
    """

    collaboration = models.ForeignKey(Collaboration, on_delete=models.PROTECT, related_name="terms")
    replaces = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="successors",
        verbose_name=_("replaces"),
    )
    order = models.PositiveSmallIntegerField(_("version"), default=1, editable=False)
    term = models.CharField(_("term"), max_length=LONGEST_TERM)
    definition = models.TextField(_("what it means here"))
    synonyms = ArrayField(
        models.CharField(max_length=LONGEST_TERM),
        default=list,
        blank=True,
        verbose_name=_("also called"),
    )
    state = models.CharField(
        _("state"), max_length=20, choices=TermState, default=TermState.PROPOSED, editable=False
    )
    agreed_on = models.DateField(_("agreed on"), null=True, editable=False)
    decision = decision_that_agreed()
    source_note = models.CharField(_("source"), max_length=200, blank=True)

    objects = TermQuerySet.as_manager()

    class Meta:
        ordering = ["collaboration", "term", "-order"]
        verbose_name = _("shared term")
        verbose_name_plural = _("shared terms")
        triggers = [
            frozen_once_agreed(
                "shared_term_frozen",
                "collaboration_id",
                "replaces_id",
                "order",
                "term",
                "definition",
                "synonyms",
            ),
            of_one_collaboration(
                "shared_term_of_one_collaboration",
                "NEW.collaboration_id",
                of_decision(),
                of_term("replaces_id"),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                F("collaboration"),
                Lower("term"),
                F("state"),
                name="shared_term_once",
                condition=Q(state__in=CURRENT_TERM),
                violation_error_code="term",
                violation_error_message=_("This term is there already."),
            ),
            models.UniqueConstraint(
                fields=["replaces"],
                name="shared_term_one_next_version",
                condition=Q(state=TermState.PROPOSED),
                violation_error_message=_("A new version of this term is proposed already."),
            ),
            models.CheckConstraint(
                name="shared_term_state_is_known", condition=Q(state__in=TermState.values)
            ),
            models.CheckConstraint(
                name="shared_term_says_what",
                condition=~Q(term="") & ~Q(definition=""),
                violation_error_code="definition",
                violation_error_message=_("Say what the term means here."),
            ),
            models.CheckConstraint(
                name="shared_term_few_synonyms",
                condition=Q(synonyms__len__lte=MOST_SYNONYMS),
                violation_error_code="synonyms",
                violation_error_message=_("Twelve other names are the most."),
            ),
            dated_once_agreed(
                "shared_term_agreed_has_a_date", settled=(TermState.AGREED, TermState.SUPERSEDED)
            ),
        ]

    def __str__(self):
        return self.term

    def get_absolute_url(self):
        page = reverse("agreements:collaboration-definition", args=[self.collaboration_id])
        return f"{page}#terms"


@tracked
class TermChange(ChangeRow):
    """One line of the history of a shared term."""

    term = models.ForeignKey(SharedTerm, on_delete=models.PROTECT, related_name="changes")

    objects = TermChangeQuerySet.as_manager()

    class Meta(ChangeRow.Meta):
        verbose_name = _("line of the term's history")
        verbose_name_plural = _("lines of the terms' history")
