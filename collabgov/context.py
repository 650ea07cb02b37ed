"""What every page knows about the site."""

from django.conf import settings


def site(request):
    # "brand": the sign-in and password views put a `site_name` of their own into the context.
    return {
        "brand": settings.SITE_NAME,
        "site_name": settings.SITE_NAME,
        "demo": settings.DEMO,
    }
