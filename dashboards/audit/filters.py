"""The filters of the audit trail: what stands in the address, and what of it narrows the list."""

import datetime as dt

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from actors.audit.kinds import EventKind
from agreements.models import Collaboration
from collabgov.kit.forms import DayField, DayInput
from dashboards.audit.events import ACCESS
from dashboards.audit.lines import ACTIONS
from dashboards.audit.log import Branch
from dashboards.audit.meant import TooMany, accounts_meant, organizations_meant
from dashboards.audit.reading import branches_for, branches_of_collaborations, reads_all
from dashboards.audit.tables import belongs_to, events_by_key, label_of
from dashboards.audit.whys import events_because, rows_because

ADDRESSES = ("ip", "request")  # of machines: for who reads everything
NAMES = {"who": accounts_meant, "organization": organizations_meant}
TOO_MANY = {
    "who": _("More than %(most)d accounts fit this. Write more of the name or the address."),
    "organization": _("More than %(most)d organizations fit this. Write more of the name."),
}
TOO_MANY_BY_NAME = _("More than %(most)d accounts fit this. Write more of the name.")
BASELINE = "baseline"  # rows as they were when the trail began: nobody did that


def select(label, **kwargs):
    widget = forms.Select(attrs={"class": "form-select"})
    return forms.ChoiceField(label=label, required=False, widget=widget, **kwargs)


def line(label, **kwargs):
    widget = forms.TextInput(attrs={"class": "form-control", "autocomplete": "off"})
    return forms.CharField(label=label, required=False, max_length=100, widget=widget, **kwargs)


def day():
    return DayInput(attrs={"class": "form-control day-input"})


class AuditFilter(forms.Form):
    """Whatever it does not understand it says, and leaves no line: nobody reads a wrong list."""

    who = line(_("Who"), help_text=_("A name or an email address."))
    table = select(_("Kind of record"))
    record = forms.IntegerField(
        label=_("Number of the record"),
        required=False,
        min_value=1,
        max_value=2**63 - 1,
        widget=forms.TextInput(attrs={"class": "form-control", "inputmode": "numeric"}),
    )
    action = select(_("Change"), choices=[("", _("Every change")), *ACTIONS.items()])
    kind = select(_("Event"), choices=[("", _("Every event")), *EventKind.choices])
    since = DayField(label=_("From"), required=False, widget=day())
    until = DayField(label=_("Until"), required=False, widget=day())
    collaboration = forms.ModelChoiceField(
        label=_("Collaboration"),
        required=False,
        queryset=Collaboration.objects.none(),
        empty_label=_("Every collaboration"),
        widget=forms.Select(attrs={"class": "form-select"}),
    )
    organization = line(_("Acted for"), help_text=_("A part of an organization's name."))
    reason = line(_("Reason"), help_text=_("One word of it is enough."))
    ip = forms.GenericIPAddressField(
        label=_("IP address"),
        required=False,
        unpack_ipv4=True,
        widget=forms.TextInput(attrs={"class": "form-control", "autocomplete": "off"}),
    )
    request = line(_("Request"))

    def __init__(self, data, *, user):
        super().__init__(data, auto_id="filter_%s")
        self.user, self.meant, self.withheld = user, {}, {}
        self.too_many = dict(TOO_MANY)
        seen = Collaboration.objects.visible_to(user)
        if not reads_all(user):
            seen = Collaboration.objects.coordinated_by(user)
            self.withheld = {name: self.fields.pop(name).label for name in ADDRESSES}
            self.fields["who"].help_text = _("A name.")
            self.too_many["who"] = TOO_MANY_BY_NAME
        self.fields["collaboration"].queryset = seen.order_by("title", "pk")
        tables = sorted((str(label_of(key)), key) for key in self._tables())
        named = [(key, label) for label, key in tables]
        self.fields["table"].choices = [("", _("Every kind")), *named]

    def _tables(self):
        if reads_all(self.user):
            return events_by_key()
        return [key for key in events_by_key() if belongs_to(key, "agreements.collaboration", [])]

    def clean(self):
        """Names become numbers; what does not narrow the list as the address says, is said."""
        for name, label in self.withheld.items():
            if self.data.get(name):
                self.add_error(None, _("You cannot filter by %s.") % label)
        for name, meant in NAMES.items():
            if text := self.cleaned_data.get(name):
                try:
                    self.meant[name] = meant(text, self.user)
                except TooMany as there:
                    self.add_error(name, self.too_many[name] % {"most": there.most})

    @property
    def chosen(self):
        """What was understood and narrows the list, by name."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value not in (None, "")}

    def branches(self):
        """The tables to read, each narrowed to what the address asks for."""
        chosen = self.chosen
        if self.errors:
            return []
        wanted = self._readable(chosen.get("collaboration"))
        narrowed = [self._narrowed(branch, chosen | self.meant) for branch in wanted]
        return [branch for branch in narrowed if branch is not None]

    def _readable(self, collaboration):
        if collaboration is None:
            return branches_for(self.user)
        return branches_of_collaborations([collaboration.pk], user=self.user)

    def _narrowed(self, branch, chosen):
        is_log = branch.source == ACCESS
        condition = (_event_condition if is_log else _row_condition)(branch.source, chosen)
        if condition is None:
            return None
        condition &= _days(branch.columns[0], chosen.get("since"), chosen.get("until"))
        rows = branch.rows.filter(condition)
        if "reason" in chosen:
            rows = (events_because if is_log else rows_because)(rows, chosen["reason"])
        return Branch(branch.source, rows)


def _days(at, since, until):
    """From the beginning of one day to the end of another, as the reader's clock has it."""
    condition = Q()
    if since:
        condition &= Q(**{f"{at}__gte": _midnight(since)})
    if until:
        condition &= Q(**{f"{at}__lt": _midnight(until + dt.timedelta(days=1))})
    return condition


def _midnight(day):
    return timezone.make_aware(dt.datetime.combine(day, dt.time.min))


def _row_condition(source, chosen):
    """Which rows of this table of changes are wanted; None: none."""
    if "kind" in chosen or chosen.get("table", source) != source:
        return None
    action = chosen.get("action")
    condition = Q(pgh_label=action) if action else ~Q(pgh_label=BASELINE)
    if "record" in chosen:
        condition &= Q(pgh_obj_id=chosen["record"])
    if "who" in chosen:
        condition &= Q(pgh_context__user__in=chosen["who"])
    if "ip" in chosen:
        condition &= Q(pgh_context__ip=chosen["ip"])
    if "request" in chosen:
        condition &= Q(pgh_context__request=chosen["request"])
    if "organization" in chosen:
        condition &= Q(pgh_context__organization__in=chosen["organization"])
    return condition


def _event_condition(_source, chosen):
    """Which events of the log are wanted; None: none."""
    if "action" in chosen:
        return None
    names = {"kind": "kind", "table": "about_model", "ip": "ip", "request": "request_id"}
    condition = Q(**{names[name]: chosen[name] for name in names if name in chosen})
    if "record" in chosen:
        condition &= Q(about_pk=str(chosen["record"]))
    if "who" in chosen:
        condition &= Q(user_id__in=chosen["who"])
    if "organization" in chosen:
        condition &= Q(organization_id__in=chosen["organization"])
    return condition
