"""Addresses of home and the dashboards."""

app_name = "dashboards"
urlpatterns = []
