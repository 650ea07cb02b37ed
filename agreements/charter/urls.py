"""Addresses of the charter pages."""

from django.urls import path

from agreements.charter.views import (
    collaborations,
    context,
    cycles,
    drivers,
    exchange,
    legal,
    parties,
    parts,
    people,
    stakeholders,
)

CONTEXT = "context/<int:pk>/"
COLLABORATION = "collaborations/<int:pk>/"
PARTY = "parties/<int:pk>/"

urlpatterns = [
    path("collaborations/", collaborations.CollaborationList.as_view(), name="collaboration-list"),
    path(
        "collaborations/new/",
        collaborations.CollaborationCreate.as_view(),
        name="collaboration-create",
    ),
    path(f"{COLLABORATION}charter/", parts.CharterPart.as_view(), name="collaboration-charter"),
    path(f"{COLLABORATION}parties/", parts.PartiesPart.as_view(), name="collaboration-parties"),
    path(f"{COLLABORATION}drivers/", parts.DriversPart.as_view(), name="collaboration-drivers"),
    path(f"{COLLABORATION}context/", parts.ContextPart.as_view(), name="collaboration-context"),
    path(
        f"{COLLABORATION}legal-bases/",
        parts.LegalBasesPart.as_view(),
        name="collaboration-legal-bases",
    ),
    path(f"{COLLABORATION}goals/", parts.GoalsPart.as_view(), name="collaboration-goals"),
    path(f"{COLLABORATION}changes/", parts.ChangesPart.as_view(), name="collaboration-changes"),
    path(
        f"{COLLABORATION}edit/",
        collaborations.CollaborationEdit.as_view(),
        name="collaboration-edit",
    ),
    path(
        f"{COLLABORATION}move/<slug:verb>/",
        collaborations.CollaborationMove.as_view(),
        name="collaboration-move",
    ),
    path(
        f"{COLLABORATION}rest/",
        collaborations.CollaborationRest.as_view(),
        name="collaboration-rest",
    ),
    path(
        f"{COLLABORATION}close/",
        collaborations.CollaborationClose.as_view(),
        name="collaboration-close",
    ),
    path(f"{COLLABORATION}parties/new/", parties.PartyCreate.as_view(), name="party-create"),
    path(
        f"{COLLABORATION}parties/import/",
        exchange.PartiesImport.as_view(),
        name="parties-import",
    ),
    path(
        f"{COLLABORATION}parties/export/",
        exchange.PartiesExport.as_view(),
        name="parties-export",
    ),
    path(f"{PARTY}edit/", parties.PartyEdit.as_view(), name="party-edit"),
    path(f"{PARTY}move/<slug:verb>/", parties.PartyMove.as_view(), name="party-move"),
    path(f"{PARTY}pause/", parties.PartyPause.as_view(), name="party-pause"),
    path(f"{PARTY}end/", parties.PartyEnd.as_view(), name="party-end"),
    path(
        f"{PARTY}representatives/new/",
        people.RepresentativeCreate.as_view(),
        name="representative-create",
    ),
    path(
        "representatives/<int:pk>/end/",
        people.RepresentativeEnd.as_view(),
        name="representative-end",
    ),
    path(
        f"{COLLABORATION}coordinators/new/",
        people.CoordinatorCreate.as_view(),
        name="coordinator-create",
    ),
    path("coordinators/<int:pk>/end/", people.CoordinatorEnd.as_view(), name="coordinator-end"),
    path(f"{COLLABORATION}drivers/new/", drivers.DriverCreate.as_view(), name="driver-create"),
    path("drivers/<int:pk>/edit/", drivers.DriverEdit.as_view(), name="driver-edit"),
    path("drivers/<int:pk>/remove/", drivers.DriverRemove.as_view(), name="driver-remove"),
    path(f"{COLLABORATION}context/new/", context.ContextCreate.as_view(), name="context-create"),
    path(f"{CONTEXT}edit/", context.ContextEdit.as_view(), name="context-edit"),
    path(f"{CONTEXT}still-so/", context.ContextReview.as_view(), name="context-review"),
    path(f"{CONTEXT}remove/", context.ContextRemove.as_view(), name="context-remove"),
    path(f"{COLLABORATION}legal-bases/new/", legal.RestsOnCreate.as_view(), name="rests-on-create"),
    path("rests-on/<int:pk>/remove/", legal.RestsOnRemove.as_view(), name="rests-on-remove"),
    path("legal-bases/", legal.LegalBasisList.as_view(), name="legal-basis-list"),
    path("legal-bases/new/", legal.LegalBasisCreate.as_view(), name="legal-basis-create"),
    path("legal-bases/choose/", legal.LegalBasisChoose.as_view(), name="legal-basis-choose"),
    path("legal-bases/<int:pk>/", legal.LegalBasisDetail.as_view(), name="legal-basis-detail"),
    path("legal-bases/<int:pk>/edit/", legal.LegalBasisEdit.as_view(), name="legal-basis-edit"),
    path(f"{COLLABORATION}cycles/new/", cycles.CycleCreate.as_view(), name="cycle-create"),
    path("cycles/<int:pk>/edit/", cycles.CycleEdit.as_view(), name="cycle-edit"),
    path("cycles/<int:pk>/move/<slug:verb>/", cycles.CycleMove.as_view(), name="cycle-move"),
    path(
        f"{COLLABORATION}stakeholders/",
        stakeholders.StakeholderMap.as_view(),
        name="stakeholder-map",
    ),
    path(
        f"{COLLABORATION}stakeholders/new/",
        stakeholders.StakeholderCreate.as_view(),
        name="stakeholder-create",
    ),
    path(
        "stakeholders/<int:pk>/edit/",
        stakeholders.StakeholderEdit.as_view(),
        name="stakeholder-edit",
    ),
    path(
        "stakeholders/<int:pk>/remove/",
        stakeholders.StakeholderRemove.as_view(),
        name="stakeholder-remove",
    ),
]
