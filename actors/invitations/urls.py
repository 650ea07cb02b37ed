"""Addresses of invitations: three for admins, one for whoever is invited."""

from django.urls import path

from actors.invitations import views
from actors.invitations.accepting import InvitationAccept

urlpatterns = [
    path("users/invitations/", views.InvitationList.as_view(), name="invitation-list"),
    path("users/invite/", views.Invite.as_view(), name="invite"),
    path(
        "users/invitations/<int:pk>/send/", views.InvitationSend.as_view(), name="invitation-send"
    ),
    path(
        "users/invitations/<int:pk>/revoke/",
        views.InvitationRevoke.as_view(),
        name="invitation-revoke",
    ),
    path("accounts/invitations/<str:token>/", InvitationAccept.as_view(), name="invitation-accept"),
]
