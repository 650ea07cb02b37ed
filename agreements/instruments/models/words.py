"""What the search of the register reads: every word of an agreement, kept by the database."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.utils.translation import gettext_lazy as _

from agreements.instruments.models.agreements import Agreement


class AgreementWords(models.Model):
    """The words of one agreement in one row, so that a search asks one index once.

    Triggers write it (migration 0012), whatever changes the agreement, its parties or clauses;
    no code does. `words` has them all, `heading` those of title and subject, for the order of
    what was found; `numbers` are its own number and those under which the parties file it.
    """

    agreement = models.OneToOneField(
        Agreement, on_delete=models.CASCADE, primary_key=True, related_name="said"
    )
    heading = SearchVectorField(_("words of title and subject"), editable=False)
    words = SearchVectorField(_("all words"), editable=False)
    numbers = models.TextField(_("numbers"), editable=False)

    class Meta:
        verbose_name = _("words of an agreement")
        verbose_name_plural = _("words of agreements")
        indexes = [
            GinIndex(fields=["words"], name="agreement_words_all", fastupdate=False),
            GinIndex(fields=["heading"], name="agreement_words_heading", fastupdate=False),
            GinIndex(
                OpClass("numbers", name="gin_trgm_ops"),
                name="agreement_words_numbers",
                fastupdate=False,
            ),
        ]

    def __str__(self):
        return str(self.agreement)
