"""Each request in the language and time zone of the person who asks."""

from django.utils import timezone, translation


class PreferencesMiddleware:
    """The account's language and time zone win over cookie and browser."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not request.user.is_authenticated:
            return self.get_response(request)
        translation.activate(request.user.language)
        request.LANGUAGE_CODE = translation.get_language()
        with timezone.override(request.user.time_zone):
            response = self.get_response(request)
        response.headers["Content-Language"] = request.user.language
        return response
