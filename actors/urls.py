"""Addresses of the app, feature by feature."""

from actors.abbreviations.urls import urlpatterns as abbreviations
from actors.duplicates.urls import urlpatterns as duplicates
from actors.importing.urls import urlpatterns as imports
from actors.invitations.urls import urlpatterns as invitations
from actors.organizations.urls import urlpatterns as organizations
from actors.people.urls import urlpatterns as people
from actors.regions.urls import urlpatterns as regions
from actors.users.urls import urlpatterns as users

app_name = "actors"
urlpatterns = [
    *abbreviations,
    *duplicates,
    *imports,
    *organizations,
    *people,
    *regions,
    *users,
    *invitations,
]
