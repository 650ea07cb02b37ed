"""The list of indicators as small pictures, and the page of one with its large picture."""

from django.utils.functional import cached_property
from django.views.generic import DetailView, ListView

from agreements.goals import indicator_page
from agreements.goals.courses import courses_of
from agreements.goals.filters import IndicatorFilter
from agreements.goals.telling import sentence_of
from agreements.models import Indicator, Measurement
from collabgov.kit.access import VisibleRowsMixin
from collabgov.kit.pages import CappedPaginator, PartialMixin
from dashboards.indicators.pictures import large_picture, small_picture
from dashboards.indicators.regions import ends_of, rows_of
from dashboards.indicators.standing import facts_of
from dashboards.links import list_of

SHOWN = 8  # values in the table of the page; the register has them all


class IndicatorList(PartialMixin, VisibleRowsMixin, ListView):
    """Each indicator with its last value, its target, the verdict and a small picture."""

    model = Indicator
    template_name = "dashboards/indicators/list.html"
    partial_name = "dashboards/indicators/_indicators.html"
    context_object_name = "indicators"
    paginate_by = 12
    paginator_class = CappedPaginator

    @cached_property
    def filter(self):
        return IndicatorFilter(self.request.GET, user=self.request.user)

    def get_queryset(self):
        return self.filter.narrow(super().get_queryset()).for_list()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(filter=self.filter, **kwargs)
        rows = list(context["indicators"])
        courses = courses_of(rows)
        for row in rows:
            row.courses = courses[row.pk]
            row.picture = small_picture(row.courses.whole)
            row.sentence = sentence_of(row.courses.whole)
        return context | {"indicators": rows}


class IndicatorPage(VisibleRowsMixin, DetailView):
    """How it goes, region by region, and every value behind it; then how it is defined."""

    model = Indicator
    template_name = "dashboards/indicators/indicator.html"
    context_object_name = "indicator"

    def get_queryset(self):
        return super().get_queryset().for_list().select_related("definition_decision__meeting")

    @cached_property
    def courses(self):
        return courses_of([self.object])[self.object.pk]

    def get_context_data(self, **kwargs):
        user, courses = self.request.user, self.courses
        values = Measurement.objects.standing().filter(indicator=self.object)
        values_url = list_of("agreements:measurement-list", indicator=self.object.pk)
        return super().get_context_data(
            courses=courses,
            whole=courses.whole,
            standing=facts_of(courses.whole),
            picture=large_picture(courses.whole),
            beside=courses.beside.words,
            regions=rows_of(courses, values_url),
            ends=ends_of(courses),
            values=values.for_list()[:SHOWN],
            values_url=values_url,
            value_count=values.count(),
            may_enter=user.has_perm("agreements.enter_measurement", self.object),
            **indicator_page.facts_of(self.object, user),
            **kwargs,
        )
