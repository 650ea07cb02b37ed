"""The calendar: a month of meetings and due dates, or one day of it."""

from django.utils.functional import cached_property
from django.views.generic import TemplateView

from agreements.engagement.forms.calendar import CalendarFilter, shifted
from agreements.engagement.month import EntriesOfDay, Month, calendar_rows
from collabgov.kit.access import OwnPageMixin
from collabgov.kit.dates import EARLIEST, LATEST
from collabgov.kit.pages import PartialMixin, TolerantPaginator

PER_PAGE = 50


class CalendarPage(OwnPageMixin, PartialMixin, TemplateView):
    """What is shown stands in the address; rows are those that the reader may see."""

    template_name = "agreements/engagement/calendar.html"
    partial_name = "agreements/engagement/_calendar.html"

    @cached_property
    def filter(self):
        return CalendarFilter(self.request.GET, user=self.request.user)

    def get_context_data(self, **kwargs):
        rows = [self.filter.narrow(each) for each in calendar_rows(self.request.user)]
        first, day = self.filter.first, self.filter.one_day
        shown = self.day_shown(day, rows) if day else {"month": Month(first, *rows)}
        return super().get_context_data(**kwargs) | {
            "filter": self.filter,
            "first": first,
            "day": day,
            "today": self.filter.today,
            "months": months_beside(first),
            **shown,
        }

    def day_shown(self, day, rows):
        paginator = TolerantPaginator(EntriesOfDay(day, *rows), PER_PAGE)
        return {"page_obj": paginator.page(self.request.GET.get("page"))}


def months_beside(first):
    """The values of the months before and after, empty where there is none."""
    beside = shifted(first, -1), shifted(first, 1)
    return [f"{month:%Y-%m}" if EARLIEST <= month <= LATEST else "" for month in beside]
