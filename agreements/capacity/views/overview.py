"""The part of a collaboration that shows what its parties are able to do together."""

from agreements.capacity.cards import registry
from agreements.charter.asking import asked_once
from agreements.charter.views.parts import PartPage


class CapacityPart(PartPage):
    """A card for each kind of capacity, with the way to its page."""

    part = "capacity"
    template_name = "agreements/capacity/overview.html"

    def read(self, collaboration):
        with asked_once():
            return {"cards": registry.cards_of(collaboration, self.request.user)}
