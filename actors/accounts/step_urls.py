"""Addresses that allauth asks for by its own names. Those it has and we do not are closed.

Nobody signs up, keeps several email addresses, or links accounts elsewhere by hand: accounts come
by invitation or by single sign-on.
"""

from django.urls import path

from actors.accounts import factor_views, session_views, sso_views, views

urlpatterns = [
    path("login/", views.SignIn.as_view(), name="account_login"),
    path("logout/", views.SignOut.as_view(), name="account_logout"),
    path("login/second/", views.SecondStep.as_view(), name="mfa_authenticate"),
    path("sessions/", session_views.Sessions.as_view(), name="usersessions_list"),
    path("security/", factor_views.Security.as_view(), name="mfa_index"),
    path("security/password/", factor_views.PasswordAgain.as_view(), name="account_reauthenticate"),
    path("security/code/", factor_views.CodeAgain.as_view(), name="mfa_reauthenticate"),
    path(
        "security/passkey/",
        factor_views.PasskeyAgain.as_view(),
        name="mfa_reauthenticate_webauthn",
    ),
    path("security/app/", factor_views.AddApp.as_view(), name="mfa_activate_totp"),
    path("security/app/remove/", factor_views.RemoveApp.as_view(), name="mfa_deactivate_totp"),
    path("security/passkeys/new/", factor_views.AddPasskey.as_view(), name="mfa_add_webauthn"),
    path(
        "security/passkeys/<int:pk>/edit/",
        factor_views.RenamePasskey.as_view(),
        name="mfa_edit_webauthn",
    ),
    path(
        "security/passkeys/<int:pk>/remove/",
        factor_views.RemovePasskey.as_view(),
        name="mfa_remove_webauthn",
    ),
    path("security/codes/", factor_views.RecoveryCodes.as_view(), name="mfa_view_recovery_codes"),
    path(
        "security/codes/new/",
        factor_views.NewRecoveryCodes.as_view(),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "security/codes/download/",
        factor_views.DownloadRecoveryCodes.as_view(),
        name="mfa_download_recovery_codes",
    ),
    path("oidc/<slug:provider_id>/", sso_views.Start.as_view(), name="openid_connect_login"),
    path(
        "oidc/<slug:provider_id>/back/",
        sso_views.Back.as_view(),
        name="openid_connect_callback",
    ),
    path("oidc-cancelled/", sso_views.Cancelled.as_view(), name="socialaccount_login_cancelled"),
]
