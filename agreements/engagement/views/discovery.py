"""The part of a collaboration that shows what the parties discover about each other."""

from agreements.charter.asking import asked_once
from agreements.charter.views.parts import PartPage
from agreements.engagement.discovery_page import facts_of


class DiscoveryPart(PartPage):
    """Statements by party, open questions, joint findings, proposals and assessments."""

    part = "discovery"
    template_name = "agreements/engagement/discovery.html"

    def read(self, collaboration):
        with asked_once():
            return facts_of(collaboration, self.request.user, self.request.GET)
