"""Addresses of home and the dashboards."""

from django.urls import path

from dashboards import views
from dashboards.accounts.views import AccountPage
from dashboards.audit.views import AuditTrail, History
from dashboards.criteria.views import CriteriaPage
from dashboards.indicators.views import IndicatorList, IndicatorPage

app_name = "dashboards"
urlpatterns = [
    path("", views.Home.as_view(), name="home"),
    path("audit/", AuditTrail.as_view(), name="audit"),
    path("audit/<slug:model>/<int:pk>/", History.as_view(), name="history"),
    path("collaborations/<int:pk>/", views.CollaborationPage.as_view(), name="collaboration-page"),
    path(
        "collaborations/<int:pk>/dashboard/",
        views.CollaborationDashboard.as_view(),
        name="collaboration",
    ),
    path(
        "collaborations/<int:pk>/dashboard/<slug:code>/",
        views.ElementPage.as_view(),
        name="element",
    ),
    path("collaborations/<int:pk>/criteria/", CriteriaPage.as_view(), name="criteria"),
    path("indicators/", IndicatorList.as_view(), name="indicator-list"),
    path("indicators/<int:pk>/", IndicatorPage.as_view(), name="indicator"),
    path("organizations/<int:pk>/", views.OrganizationPage.as_view(), name="organization"),
    path("people/<int:pk>/", views.PersonPage.as_view(), name="person"),
    path("users/<int:pk>/", AccountPage.as_view(), name="user"),
]
