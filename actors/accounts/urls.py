"""Addresses of the account pages."""

from django.urls import path

from actors.accounts import password_views, views

app_name = "accounts"
urlpatterns = [
    path("login/", views.SignIn.as_view(), name="login"),
    path("logout/", views.SignOut.as_view(), name="logout"),
    path("profile/", views.Profile.as_view(), name="profile"),
    path("language/", views.SetLanguage.as_view(), name="language"),
    path("password/", password_views.PasswordChange.as_view(), name="password-change"),
    path("password/forgotten/", password_views.PasswordReset.as_view(), name="password-reset"),
    path(
        "password/forgotten/sent/",
        password_views.PasswordResetDone.as_view(),
        name="password-reset-done",
    ),
    path(
        "password/new/<uidb64>/<token>/",
        password_views.PasswordResetConfirm.as_view(),
        name="password-reset-confirm",
    ),
]
