"""The card of the matrix of responsibilities on the overview of capacity."""

from django.urls import reverse
from django.utils.translation import gettext as _

from agreements.capacity.cards import Card, Figure
from agreements.capacity.matrix_page import matrix_of
from agreements.charter.states import CollaborationState

ORDER = 12


def card_of(collaboration, user):
    here = [collaboration.pk]
    there = reverse("agreements:collaboration-responsibilities", args=here)
    may_add = collaboration.state != CollaborationState.CLOSED and user.has_perm(
        "agreements.arrange_leadership", collaboration
    )
    matrix = matrix_of(collaboration)
    words = _("%(filled)s of %(cells)s issues in regions have a lead")
    words %= {"filled": matrix.filled, "cells": matrix.cells}
    return Card(
        key="responsibilities",
        title=_("Responsibilities by region"),
        text=_("Who answers for which issue in which region."),
        icon="geo-alt",
        url=there,
        figures=(Figure(words, f"{there}#cells"),) if matrix.cells else (),
        add_label=_("Give a responsibility"),
        add_url=reverse("agreements:area-create", args=here) if may_add else "",
    )
