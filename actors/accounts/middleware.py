"""Each request in the language and time zone of the person who asks."""

from django.utils import timezone, translation


class PreferencesMiddleware:
    """The account's language and time zone win over cookie and browser."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not request.user.is_authenticated:
            return self.get_response(request)
        language, time_zone = request.user.language, request.user.time_zone
        translation.activate(language)
        request.LANGUAGE_CODE = translation.get_language()
        with timezone.override(time_zone):
            response = self.get_response(request)
        response.headers["Content-Language"] = language
        return response
