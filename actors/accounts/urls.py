"""Addresses of the account pages."""

app_name = "accounts"
urlpatterns = []
