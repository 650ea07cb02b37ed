"""Addresses of values: entering, verifying, rival figures, locked periods, the calendar."""

from django.urls import path

from agreements.goals.views import (
    calendar,
    grid,
    locks,
    measured,
    measuring,
    numbers,
    rivalries,
    verifying,
)

VERBS = {
    "edit": measuring.MeasurementEdit,
    "submit": measuring.MeasurementSubmit,
    "verify": measuring.MeasurementVerify,
    "return": measuring.MeasurementReturn,
    "dispute": measuring.MeasurementDispute,
    "settle": measuring.MeasurementSettle,
    "correct": measuring.MeasurementCorrect,
    "discard": measuring.MeasurementDiscard,
    "differ": measuring.RivalryRaise,
}
COLLABORATION = "collaborations/<int:pk>/"
PAGES = [
    ("indicators/entry/", grid.EntryGrid, "measurement-grid"),
    ("indicators/<int:pk>/values/new/", measuring.MeasurementCreate, "measurement-create"),
    ("numbers/read/", numbers.NumberRead, "number-read"),
    ("measurements/", measured.MeasurementList, "measurement-list"),
    ("measurements/verify/", verifying.MeasurementsToVerify, "measurement-to-verify"),
    ("measurements/<int:pk>/", measuring.MeasurementDetail, "measurement-detail"),
    ("rivalries/<int:pk>/", rivalries.RivalryDetail, "rivalry-detail"),
    ("rivalries/<int:pk>/resolve/", rivalries.RivalryResolve, "rivalry-resolve"),
    (f"{COLLABORATION}reporting/", calendar.ReportingCalendar, "reporting-calendar"),
    (f"{COLLABORATION}reporting/values/", calendar.OwedList, "owed-list"),
    (f"{COLLABORATION}locks/", locks.LockList, "lock-list"),
    (f"{COLLABORATION}locks/new/", locks.LockCreate, "lock-create"),
    ("locks/<int:pk>/lift/", locks.LockLift, "lock-lift"),
]
urlpatterns = [
    *(path(address, view.as_view(), name=name) for address, view, name in PAGES),
    *(
        path(f"measurements/<int:pk>/{verb}/", view.as_view(), name=f"measurement-{verb}")
        for verb, view in VERBS.items()
    ),
]
