"""The site's addresses, app by app."""

from django.urls import include, path

urlpatterns = [
    path("", include("dashboards.urls")),
    path("", include("agreements.urls")),
    path("", include("actors.urls")),
    path("accounts/", include("actors.accounts.urls")),
    path("accounts/", include("actors.accounts.step_urls")),
]

handler400 = "collabgov.views.bad_request"
handler403 = "collabgov.views.forbidden"
handler404 = "collabgov.views.not_found"
handler429 = "actors.accounts.waiting.too_many"
handler500 = "collabgov.views.server_error"
