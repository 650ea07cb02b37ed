"""Addresses of decisions, of the options before them, and of where the parties stand."""

from django.urls import path

from agreements.engagement.views import deciding as forms
from agreements.engagement.views.decisions import DecisionDetail, DecisionList

TOPIC, DECISION, OPTION = "topics/<int:pk>/", "decisions/<int:pk>/", "options/<int:pk>/"

PAGES = [
    ("decisions/", DecisionList, "decision-list"),
    (DECISION, DecisionDetail, "decision-detail"),
    (f"{TOPIC}decisions/new/", forms.PutForward, "decision-create"),
    (f"{DECISION}move/<slug:verb>/", forms.DecisionMove, "decision-move"),
    (f"{DECISION}decide/", forms.DecisionDecide, "decision-decide"),
    (f"{DECISION}withdraw/", forms.DecisionWithdraw, "decision-withdraw"),
    (f"{DECISION}review/", forms.DecisionReview, "decision-review"),
    (f"{DECISION}instrument/", forms.DecisionInstrument, "decision-instrument"),
    (f"{DECISION}change/", forms.DecisionAmend, "decision-amend"),
    (f"{DECISION}position/", forms.DecisionPosition, "decision-position"),
    ("positions/<int:pk>/confirm/", forms.DecisionPositionConfirm, "position-confirm"),
    ("positions/<int:pk>/answer/", forms.ObjectionAnswerPage, "objection-answer"),
    (f"{TOPIC}options/new/", forms.OptionCreate, "option-create"),
    (f"{OPTION}edit/", forms.OptionEdit, "option-edit"),
    (f"{OPTION}remove/", forms.OptionRemove, "option-remove"),
]
urlpatterns = [path(address, view.as_view(), name=name) for address, view, name in PAGES]
