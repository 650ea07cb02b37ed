"""The words of the pulse: its dimensions, its steps, what happens to a wave."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Dimension(TextChoices):
    """The four parts of shared motivation (Emerson 2012), and what is asked beside them."""

    TRUST = "T", _("Mutual trust")
    UNDERSTANDING = "U", _("Mutual understanding")
    LEGITIMACY = "L", _("Internal legitimacy")
    COMMITMENT = "C", _("Shared commitment")
    EXTRA = "X", _("Workload and support")
    CULTURE = "O", _("Collaborative culture")


SCORED = (
    Dimension.TRUST,
    Dimension.UNDERSTANDING,
    Dimension.LEGITIMACY,
    Dimension.COMMITMENT,
)
EXTRA_ITEMS = ("X1", "X2")
# What each card of the form asks about, in a few words.
ABOUT = {
    Dimension.TRUST: _("Can one rely on the others?"),
    Dimension.UNDERSTANDING: _("Do we know what the others can and cannot do?"),
    Dimension.LEGITIMACY: _("Is this the right place, and is it fair?"),
    Dimension.COMMITMENT: _("Do we stay, and is it worth it?"),
    Dimension.EXTRA: _("What it costs, and who helps when it stalls"),
    Dimension.CULTURE: _("How does your own organization work with others?"),
}
STEPS = (
    (1, pgettext_lazy("pulse", "Strongly disagree")),
    (2, pgettext_lazy("pulse", "Disagree")),
    (3, pgettext_lazy("pulse", "Neutral")),
    (4, pgettext_lazy("pulse", "Agree")),
    (5, pgettext_lazy("pulse", "Strongly agree")),
)
UNKNOWN = "none", pgettext_lazy("pulse", "Don't know, or does not apply")


class Measure(TextChoices):
    """What a figure of the results is about: a dimension, or one of the two extra items."""

    TRUST = "T", Dimension.TRUST.label
    UNDERSTANDING = "U", Dimension.UNDERSTANDING.label
    LEGITIMACY = "L", Dimension.LEGITIMACY.label
    COMMITMENT = "C", Dimension.COMMITMENT.label
    STRAIN = "X1", _("Strain on one's own duties")
    SUPPORT = "X2", _("Support from above")
    CULTURE = "O", Dimension.CULTURE.label


# Of these the whole is told step by step: what a circle said would come out by subtraction.
ONE_STATEMENT = frozenset({Measure.STRAIN.value, Measure.SUPPORT.value})


class Circle(TextChoices):
    """The only breakdown there is, as coarse as can be: never by organization."""

    ALL = "all", _("All who answered")
    GOVERNMENT = "government", _("Government")
    OTHERS = "others", _("Outside government")


class Withheld(TextChoices):
    """Why a figure is not shown."""

    FEW = "few", _("Too few answered for anything to be shown.")
    FEW_FOR_DETAIL = "few_detail", _("Too few answered for the single answers to be shown.")
    TELLING = "telling", _("Of so few, even the mean would tell what single people said.")
    ALIKE = "alike", _("Nearly all gave the same answer: to show it would tell what each one said.")
    TOGETHER = (
        "together",
        _(
            "The statements of a measure are shown together or not at all: of at least one of them"
            " nearly all said the same, and from the others it could be computed."
        ),
    )


class PulseEvent(TextChoices):
    DRAFTED = "drafted", pgettext_lazy("pulse", "Prepared")
    EDITED = "edited", pgettext_lazy("pulse", "Changed")
    INVITED = "invited", _("Who is asked was changed")
    OPENED = "opened", pgettext_lazy("pulse", "Opened")
    MAILED = "mailed", _("Links sent by mail")
    MAILED_AGAIN = "mailed_again", _("Links sent once more where the first mail failed")
    PRINTED = "printed", _("Links on paper shown")
    REMINDED = "reminded", _("Reminder sent")
    CLOSED = "closed", pgettext_lazy("pulse", "Closed")
    THROWN_AWAY = "thrown_away", pgettext_lazy("pulse", "Closed, its answers thrown away unread")
    PUBLISHED = "published", _("Results published")
    REMARK_REMOVED = "remark_removed", _("A remark that named somebody was removed")
    DISCUSSED = "discussed", _("Results put on an agenda")


LEAST_PARTIES = 3  # of two, each could tell the other one from the whole
LEAST = 5  # people: nothing is told of fewer
LEAST_IN_DETAIL = 10  # people: from here on the single steps of an answer are shown
LEAST_FOR_COMMENTS = 3 * LEAST  # answers to the wave: from here on comments are shown
MOST_OF_A_PARTY = 3  # voices
MOST_UNNAMED = 500  # people whom one organization asks by links on paper
LONGEST_COMMENT = 1_000
# What stands in the place of a remark that named somebody; pages say it in the reader's language.
REMOVED_REMARK = "[removed: it named somebody]"
