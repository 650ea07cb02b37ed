"""Addresses of home and the dashboards."""

from django.urls import path

from dashboards import views

app_name = "dashboards"
urlpatterns = [
    path("", views.Home.as_view(), name="home"),
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
    path("organizations/<int:pk>/", views.OrganizationPage.as_view(), name="organization"),
    path("people/<int:pk>/", views.PersonPage.as_view(), name="person"),
]
