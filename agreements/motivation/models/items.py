"""The statements of the pulse, in versions: another wording is another statement."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from agreements.motivation.kinds import Dimension
from agreements.motivation.querysets import ItemQuerySet
from collabgov.kit.audit import tracked


@tracked
class PulseItem(models.Model):
    """One statement that people agree or disagree with. Its words never change: a line of
    figures over several waves is about the same words, or it is none."""

    code = models.CharField(_("code"), max_length=4)
    version = models.PositiveSmallIntegerField(_("version"))
    dimension = models.CharField(_("dimension"), max_length=1, choices=Dimension)
    is_reversed = models.BooleanField(_("agreement is a bad sign"), default=False)
    text_id = models.CharField(_("statement in Indonesian"), max_length=200)
    text_en = models.CharField(_("statement in English"), max_length=200)

    objects = ItemQuerySet.as_manager()

    class Meta:
        ordering = ["version", "pk"]
        verbose_name = _("statement of the pulse")
        verbose_name_plural = _("statements of the pulse")
        constraints = [
            models.UniqueConstraint(fields=["code", "version"], name="pulse_item_version_once"),
            models.CheckConstraint(
                name="pulse_item_says_something", condition=~Q(text_id="") & ~Q(text_en="")
            ),
            models.CheckConstraint(
                name="pulse_item_dimension_is_known", condition=Q(dimension__in=Dimension.values)
            ),
        ]
        triggers = [pgtrigger.Protect(name="words_stay", operation=pgtrigger.Update)]

    def __str__(self):
        return f"{self.code}: {self.text}"

    @property
    def text(self):
        """The statement in the reader's language."""
        return self.text_en if (get_language() or "").startswith("en") else self.text_id
