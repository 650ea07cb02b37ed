"""The page of those who answer: by a link alone, without an account, a session or a cookie."""

from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import View

from agreements.motivation.clock import is_answerable
from agreements.motivation.forms.answers import AnswerForm
from agreements.motivation.models import PulseItem
from agreements.motivation.transitions import UsedAlready, answer, wave_of
from collabgov.kit.access import PublicMixin
from collabgov.kit.errors import Refused

LANGUAGES = ("id", "en")
FORM = "agreements/motivation/answer/form.html"
OVER = "agreements/motivation/answer/over.html"
REFUSED = "agreements/motivation/answer/refused.html"
SPENT = "agreements/motivation/answer/spent.html"
THANKS = "agreements/motivation/answer/thanks.html"


@method_decorator([csrf_exempt, sensitive_post_parameters()], name="dispatch")
class PulseAnswerPage(PublicMixin, View):
    """The key in the address is all that lets one in, so no other site can send this form.

    Nothing here asks `request.user`, the session or the address of the reader: before this page
    was reached, `collabgov.kit.unlinked` has dropped them.
    """

    http_method_names = ["get", "head", "post"]

    def dispatch(self, request, *args, token, **kwargs):
        with translation.override(language_of(request)):
            return super().dispatch(request, *args, token=token, **kwargs)

    def get(self, request, token):
        """The same whether the link was used or not: else whoever has it would see who answered."""
        wave = found(token)
        if not is_answerable(wave):
            return page(OVER, wave, status=410)
        return page(FORM, wave, form=form_of(wave))

    def post(self, request, token):
        wave = found(token)
        if not is_answerable(wave):
            return page(OVER, wave, status=410)
        if request.POST.get("language") in LANGUAGES:
            # The button for the other language: nothing is sent yet, all stands as it was chosen.
            return page(FORM, wave, form=form_of(wave, initial=request.POST))
        form = form_of(wave, request.POST)
        if not form.is_valid():
            return page(FORM, wave, form=form)
        try:
            answer(token=token, said=form.said, comment=form.remark)
        except UsedAlready:
            return page(SPENT, wave, status=409)
        except Refused as refusal:
            return page(REFUSED, wave, refusal=str(refusal), status=409)
        return page(THANKS, wave)


def language_of(request):
    """As the button of the form says; else as the address does."""
    wanted = request.POST.get("language") or request.GET.get("language", "")
    return wanted if wanted in LANGUAGES else translation.get_language()


def found(token):
    wave = wave_of(token)
    if wave is None:
        raise Http404
    return wave


def form_of(wave, *sent, **more):
    items = list(PulseItem.objects.of_wave(wave))
    return AnswerForm(*sent, items=items, with_remark=not wave.is_of_organization, **more)


def page(template, wave, *, status=200, **context):
    """Rendered without the request: what reads accounts and cookies is not even asked."""
    language = translation.get_language()
    facts = {"wave": wave, "LANGUAGE_CODE": language}
    content = render_to_string(template, facts | context)
    return HttpResponse(content, status=status, headers={"Content-Language": language})
