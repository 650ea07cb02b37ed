"""What the parties say of a decision, in numbers: the register and its file count in one way."""

from collections import Counter

from django.utils.functional import cached_property
from django.utils.translation import ngettext

from agreements.charter.stances import Stance


class CountsWords:
    """Of the parties that were asked; the list annotates who was, and what was said.

    See `with_stances`. Who was asked and has said nothing is counted as silent.
    """

    @cached_property
    def counted(self):
        """How many of the parties asked say what."""
        said = {row["party"]: row["stance"] for row in self.said}
        return Counter(said.get(party, Stance.NOT_STATED) for party in self.asked)

    @cached_property
    def counted_on_behalf(self):
        """How many of these words the parties have not confirmed, by what they say."""
        rows = (row for row in self.said if row["is_on_behalf"] and row["party"] in self.asked)
        return Counter(row["stance"] for row in rows)

    @property
    def own_words(self):
        """How many of the parties asked said themselves where they stand."""
        spoken = self.counted.total() - self.counted[Stance.NOT_STATED]
        return spoken - self.counted_on_behalf.total()

    @property
    def spoken_words(self):
        """The same beside how many were asked, in words."""
        sentence = ngettext(
            "%(number)d of %(all)d party asked spoke itself",
            "%(number)d of %(all)d parties asked spoke themselves",
            len(self.asked),
        )
        return sentence % {"number": self.own_words, "all": len(self.asked)}
