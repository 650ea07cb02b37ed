"""The agenda and the minutes of a meeting on paper: to print, and as DOCX on a letterhead."""

from django.http import Http404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.generic import DetailView, View
from django.views.generic.detail import SingleObjectMixin

from agreements.engagement.paper import agenda_words, minutes_words
from agreements.letters.kinds import Purpose
from agreements.letters.views import on_letterhead
from agreements.models import Meeting
from collabgov.kit.access import VisibleRowsMixin
from collabgov.kit.ids import as_id
from collabgov.kit.prose import plain, prose


class MeetingPaper(VisibleRowsMixin):
    """Whoever sees a meeting may have it on paper; `?for=outside` leaves out what stays inside."""

    model = Meeting
    say = staticmethod(plain)

    def get_queryset(self):
        return super().get_queryset().select_related("collaboration", "facilitator")

    @property
    def is_outside(self):
        return bool(self.request.GET.get("for"))  # whatever it says, the safe copy

    def named(self, name, *more):
        """The name of the file: nobody should send the one meant for inside by mistake."""
        return "-".join([name, *more, *([_("for-outsiders")] if self.is_outside else [])])

    def given(self):
        return {"sender": self.request.user.organization, "outside": self.is_outside}


class AgendaPaper(MeetingPaper):
    purpose, kind = Purpose.AGENDA, "agenda"

    def words(self, meeting):
        return agenda_words(meeting, **self.given())

    def file_name(self, meeting):
        name = _("agenda-%(day)s-%(title)s")
        words = {"day": meeting.held_on.isoformat(), "title": slugify(meeting.title)[:60]}
        return self.named(name % words)


class MinutesPaper(MeetingPaper):
    purpose, kind = Purpose.MINUTES, "minutes"

    @cached_property
    def version(self):
        """The one in the address, else the newest that counts: while one is corrected, the last."""
        versions = self.object.minutes.for_list()
        if (wanted := self.request.GET.get("version")) is None:
            return versions.first()
        found = versions.filter(number=as_id(wanted) or 0).first()
        if found is None:
            raise Http404
        return found

    def words(self, meeting):
        return minutes_words(meeting, say=self.say, version=self.version, **self.given())

    def file_name(self, meeting):
        words = {"day": meeting.held_on.isoformat(), "title": slugify(meeting.title)[:60]}
        name = _("minutes-%(day)s-%(title)s") % words
        return self.named(name, *([f"v{self.version.number}"] if self.version else []))


class PrintPage(DetailView):
    """The paper as a page."""

    template_name = "agreements/engagement/meeting_print.html"
    say = staticmethod(prose)

    def get_context_data(self, **kwargs):
        version = getattr(self, "version", None)
        query = {"for": "outside" if self.is_outside else "", "version": version and version.number}
        return super().get_context_data(
            paper=self.words(self.object),
            kind=self.kind,
            is_outside=self.is_outside,
            version=version,
            docx_query="&".join(f"{name}={value}" for name, value in query.items() if value),
            **kwargs,
        )


class AgendaPrint(AgendaPaper, PrintPage):
    pass


class MinutesPrint(MinutesPaper, PrintPage):
    say = staticmethod(prose)


class DocxFile(SingleObjectMixin, View):
    """Written anew each time, on the letterhead of the reader's organization."""

    http_method_names = ["get", "head", "options"]

    def get(self, request, *args, **kwargs):
        self.object = meeting = self.get_object()
        name = f"{self.file_name(meeting)}.docx"
        words = self.words(meeting)
        page = reverse(f"agreements:meeting-{self.kind}-print", args=[meeting.pk])
        if query := request.GET.urlencode():
            page = f"{page}?{query}"
        return on_letterhead(request, words, self.purpose, about=meeting, name=name, otherwise=page)


class AgendaDocx(AgendaPaper, DocxFile):
    pass


class MinutesDocx(MinutesPaper, DocxFile):
    pass
