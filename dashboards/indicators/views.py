"""The list of indicators as small pictures, and the page of one with its large picture."""

from django.utils.functional import cached_property

from agreements.goals.courses import courses_of
from agreements.goals.telling import sentence_of
from agreements.goals.views import indicators
from agreements.models import Measurement
from dashboards.indicators.pictures import large_picture, small_picture
from dashboards.indicators.regions import ends_of, rows_of
from dashboards.indicators.standing import facts_of
from dashboards.links import list_of

SHOWN = 8  # values in the table of the page; the register has them all


class IndicatorList(indicators.IndicatorList):
    """Each indicator with its last value, its target, the verdict and a small picture."""

    partial_name = "dashboards/indicators/_indicators.html"
    paginate_by = 12

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        rows = list(context["indicators"])
        courses = courses_of(rows)
        for row in rows:
            row.courses = courses[row.pk]
            row.picture = small_picture(row.courses.whole)
            row.sentence = sentence_of(row.courses.whole)
        return context | {"indicators": rows}


class IndicatorPage(indicators.IndicatorDetail):
    """How it goes, region by region, and every value behind it; then how it is defined."""

    template_name = "dashboards/indicators/indicator.html"

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
            **kwargs,
        )
