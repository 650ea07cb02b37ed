"""Addresses of accounts, for admins; an account's own page belongs to the dashboards."""

from django.urls import path

from actors.users import views

urlpatterns = [
    path("users/", views.UserList.as_view(), name="user-list"),
    path("users/<int:pk>/role/", views.UserRole.as_view(), name="user-role"),
    path("users/<int:pk>/link/", views.UserLink.as_view(), name="user-link"),
    path("users/<int:pk>/deactivate/", views.UserDeactivate.as_view(), name="user-deactivate"),
    path("users/<int:pk>/reactivate/", views.UserReactivate.as_view(), name="user-reactivate"),
    path(
        "users/<int:pk>/second-factor/reset/",
        views.UserFactorReset.as_view(),
        name="user-factor-reset",
    ),
    path("users/<int:pk>/sessions/end/", views.UserSessionsEnd.as_view(), name="user-sessions-end"),
    path(
        "users/<int:pk>/password-link/",
        views.UserPasswordLink.as_view(),
        name="user-password-link",
    ),
]
