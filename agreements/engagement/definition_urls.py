"""Addresses of the problem definition and of shared terms."""

from django.urls import path

from agreements.engagement.views import definition, terms

COLLABORATION, DEFINITION = "collaborations/<int:pk>/", "definitions/<int:pk>/"
TERM = "terms/<int:pk>/"

ADDRESSES = [
    (f"{COLLABORATION}definition/", definition.DefinitionPart, "collaboration-definition"),
    (f"{COLLABORATION}definition/new/", definition.DefinitionDraft, "definition-create"),
    (DEFINITION, definition.DefinitionDetail, "definition-detail"),
    (f"{DEFINITION}edit/", definition.DefinitionEdit, "definition-edit"),
    (f"{DEFINITION}move/<slug:verb>/", definition.DefinitionOffer, "definition-move"),
    (f"{DEFINITION}recall/", definition.DefinitionRecall, "definition-recall"),
    (f"{DEFINITION}agree/", definition.DefinitionAgree, "definition-agree"),
    (f"{DEFINITION}position/", definition.DefinitionPositionState, "definition-position"),
    (
        "definition-consents/<int:pk>/confirm/",
        definition.DefinitionPositionConfirm,
        "definition-consent-confirm",
    ),
    (f"{COLLABORATION}terms/", terms.TermList, "term-list"),
    (f"{COLLABORATION}terms/new/", terms.TermPropose, "term-create"),
    (f"{TERM}edit/", terms.TermEdit, "term-edit"),
    (f"{TERM}change/", terms.TermChange, "term-change"),
    (f"{TERM}agree/", terms.TermAgree, "term-agree"),
    (f"{TERM}drop/", terms.TermDrop, "term-drop"),
]
urlpatterns = [path(address, view.as_view(), name=name) for address, view, name in ADDRESSES]
