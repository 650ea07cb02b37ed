"""Handing a person all data that the site holds about them."""

from django.http import HttpResponse
from django.views.generic import View
from django.views.generic.detail import SingleObjectMixin

from actors.audit.kinds import EventKind
from actors.audit.recording import record_event
from actors.models import Person
from agreements.subjects.exporting import as_json
from collabgov.kit.access import RuleRequiredMixin


class SubjectExport(RuleRequiredMixin, SingleObjectMixin, View):
    """A file for the person; an admin who hands it over does not get their drafts."""

    rule_name = "agreements.export_subject"
    model = Person
    http_method_names = ["post"]

    def post(self, request, *args, **kwargs):
        person = self.get_object()
        is_own = request.user.person_id == person.pk
        text = as_json(person, is_own=is_own, reader=request.user)
        answer = HttpResponse(text, content_type="application/json; charset=utf-8")
        answer["Content-Disposition"] = f'attachment; filename="person-{person.pk}.json"'
        record_event(EventKind.SUBJECT_EXPORTED, request=request, about=person)
        return answer
