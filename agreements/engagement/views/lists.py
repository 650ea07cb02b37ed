"""Lists: meetings to come and behind us, one's own drafts."""

from django.utils.translation import gettext_lazy as _
from django.views.generic import ListView

from actors.importing.exporting import ExportMixin
from agreements.engagement.exports import meeting_table
from agreements.engagement.forms.filters import MeetingFilter
from agreements.engagement.views.sheet import collaborations_for
from agreements.models import Meeting, MeetingDraft
from collabgov.kit.access import VisibleRowsMixin
from collabgov.kit.pages import CappedPaginator, PartialMixin, capped_count

UPCOMING, PAST, DRAFTS = "upcoming", "past", "drafts"


class MeetingTabs:
    """The rows behind each tab, narrowed by the filter in the address."""

    def __init__(self, meetings, data, user):
        self.filter = MeetingFilter(data, user)
        rows = self.filter.narrow(meetings)
        self.rows = {
            UPCOMING: rows.upcoming(),
            PAST: rows.behind(),
            DRAFTS: MeetingDraft.objects.visible_to(user).for_list(),
        }
        self.counts = {name: capped_count(rows) for name, rows in self.rows.items()}
        self.when = data.get("when")
        if self.when not in self.rows:
            self.when = UPCOMING if self.counts[UPCOMING] else PAST

    @property
    def listed(self):
        if self.when == UPCOMING:
            return self.rows[UPCOMING].for_list().order_by("held_on", "starts_at", "pk")
        return self.rows[PAST].for_list() if self.when == PAST else self.rows[DRAFTS]


class MeetingList(ExportMixin, PartialMixin, VisibleRowsMixin, ListView):
    """Three tabs over one filter."""

    model = Meeting
    template_name = "agreements/engagement/meeting_list.html"
    partial_name = "agreements/engagement/_meetings.html"
    export_name = _("meetings")
    export_table = staticmethod(meeting_table)
    paginate_by = 25
    paginator_class = CappedPaginator

    def get_queryset(self):
        self.tabs = MeetingTabs(super().get_queryset(), self.request.GET, self.request.user)
        return self.tabs.listed

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            when=self.tabs.when,
            counts=self.tabs.counts,
            filter=self.tabs.filter,
            may_log=bool(collaborations_for(self.request.user)),
            **kwargs,
        )
