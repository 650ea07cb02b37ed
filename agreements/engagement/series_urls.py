"""Addresses of series of meetings, invitations and public holidays."""

from django.urls import path

from agreements.engagement.views import holidays, series
from agreements.engagement.views.answers import InvitationAnswer

OF_COLLABORATION, ONE = "collaborations/<int:pk>/series/", "series/<int:pk>/"

urlpatterns = [
    path(OF_COLLABORATION, series.SeriesList.as_view(), name="series-list"),
    path(f"{OF_COLLABORATION}new/", series.SeriesCreate.as_view(), name="series-create"),
    path(ONE, series.SeriesDetail.as_view(), name="series-detail"),
    path(f"{ONE}edit/", series.SeriesEdit.as_view(), name="series-edit"),
    path(f"{ONE}end/", series.SeriesEnd.as_view(), name="series-end"),
    path(f"{ONE}plan/", series.SeriesPlan.as_view(), name="series-plan"),
    path("meetings/<int:pk>/move/", series.MeetingReschedule.as_view(), name="meeting-move"),
    path("meetings/<int:pk>/series/", series.MeetingSeriesPlace.as_view(), name="meeting-series"),
    path("invitations/<int:pk>/answer/", InvitationAnswer.as_view(), name="invitation-answer"),
    path("holidays/", holidays.HolidayList.as_view(), name="holiday-list"),
    path("holidays/new/", holidays.HolidayCreate.as_view(), name="holiday-create"),
    path("holidays/<int:pk>/edit/", holidays.HolidayEdit.as_view(), name="holiday-edit"),
    path("holidays/<int:pk>/remove/", holidays.HolidayRemove.as_view(), name="holiday-remove"),
]
