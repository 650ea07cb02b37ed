"""To whom each open thing goes, or everything at once."""

from django import forms
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from actors.models import Appointment, Organization, Person
from agreements.handover.transitions import END, SETTLED
from collabgov.kit.forms import LONGEST_REASON, PlacedErrorsMixin
from collabgov.kit.periods import holds_on

MOST_OFFERED = 200
NOTHING = gettext_noop("Choose to whom at least one thing goes.")
LEAVE = ("", _("Leave as it is"))


class HandoverForm(PlacedErrorsMixin, forms.Form):
    """One choice for each line that the reader may settle, one for all others, one note."""

    everything = forms.ChoiceField(
        label=_("Everything goes to"),
        required=False,
        help_text=_(
            "What this person may take over goes to them, unless you choose somebody else below."
        ),
    )
    note = forms.CharField(
        label=_("Reason or note"),
        required=False,
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("It stays in the history. Needed when something ends without a successor."),
    )

    use_required_attribute = False

    def __init__(self, *args, person, lines, **kwargs):
        super().__init__(*args, **kwargs)
        self.person = person
        self.lines = [line for line in lines if line.may]
        for line in self.lines:
            self.fields[line.key] = forms.ChoiceField(
                label=f"{line.kind}: {line.title}", required=False, choices=self._choices(line)
            )
        names = {pk: str(who) for group in self.people.values() for pk, who in group.items()}
        offered = sorted(names.items(), key=lambda pair: pair[1].casefold())
        self.fields["everything"].choices = [("", _("Choose nobody")), *offered]

    @cached_property
    def people(self):
        """Organization → {id: person}, of all lines in one query each for posts and accounts."""
        wanted = {pk for line in self.lines for pk in line.organizations}
        active = Person.objects.active().exclude(pk=self.person.pk)
        found = {pk: {} for pk in wanted}
        serve = holds_on(prefix="appointments__")
        member = Q(user__is_active=True)
        ways = ((serve, "appointments__organization"), (member, "user__organization"))
        for today, path in ways:  # one filter: it is the post there that holds today
            rows = active.filter(today, **{f"{path}__in": wanted})
            rows = rows.order_by("pk").values_list(path, "pk")
            for organization, pk in rows[: MOST_OFFERED * 5]:
                found[organization][pk] = None
        everybody = Person.objects.in_bulk({pk for group in found.values() for pk in group})
        return {pk: {who: everybody[who] for who in group} for pk, group in found.items()}

    @cached_property
    def posts(self):
        """(organization, person, first day, last day) of posts, where a line asks for one."""
        homes = {pk for line in self.lines if line.post_days for pk in line.organizations}
        rows = Appointment.objects.filter(organization__in=homes) if homes else ()
        return rows and list(rows.values_list("organization", "person", "starts_on", "ends_on"))

    def _offered(self, line):
        """Who may take it over: those there today, with a post in its days where one is needed."""
        who = {pk: one for home in line.organizations for pk, one in self.people[home].items()}
        if line.post_days is None:
            return who
        posted = {post[1] for post in self.posts if _suits(post, line)}
        return {pk: one for pk, one in who.items() if pk in posted}

    def _choices(self, line):
        who = self._offered(line)
        named = sorted(((str(pk), str(one)) for pk, one in who.items()), key=lambda pair: pair[1])
        choices = [LEAVE]
        if line.hand_to is not None:
            choices += named[:MOST_OFFERED]
        if line.end is not None:
            choices.append((END, line.end_label))
        return choices

    @cached_property
    def deserted(self):
        """Organizations of which nobody is there today who could take over."""
        asked = {pk for line in self.lines if line.hand_to for pk in line.organizations}
        return list(Organization.objects.filter(pk__in=[pk for pk in asked if not self.people[pk]]))

    @property
    def rows(self):
        """Each line that may be settled, with its field."""
        return [(line, self[line.key]) for line in self.lines]

    def clean(self):
        given = super().clean()
        for_all = given.get("everything", "")
        self.choices, self.without_post = {}, []
        for line in self.lines:
            offered = {value for value, _label in self.fields[line.key].choices}
            choice = given.get(line.key) or (for_all if for_all in offered else "")
            if choice:
                self.choices[line.key] = choice
            elif self._lacks_a_post(line, for_all):
                self.without_post.append(line)
        if not self.choices and self.without_post:
            self.add_error("everything", self.stays)
        elif not self.choices and not self.errors:
            self.add_error(None, _(SETTLED) if self._asks_for_what_is_gone() else _(NOTHING))
        if END in self.choices.values() and not given.get("note", "").strip():
            self.add_error("note", _("Say why, in a few words."))
        return given

    def _lacks_a_post(self, line, who):
        """Somebody of the organization who could take it over, held they a post there."""
        colleagues = {str(pk) for home in line.organizations for pk in self.people[home]}
        return bool(line.post_days and line.hand_to) and who in colleagues

    def _asks_for_what_is_gone(self):
        """The same sent twice, or something that somebody else was quicker with."""
        named = {key for key, value in self.data.items() if value and "-" in key}
        return bool(named - self.fields.keys())

    @property
    def decided(self):
        """What the verb takes: for each line its successor or END, and why."""
        return {"choices": self._settled(), "note": self.cleaned_data["note"]}

    def _settled(self):
        ids = {int(value) for value in self.choices.values() if value != END}
        people = Person.objects.in_bulk(ids)
        return {
            key: value if value == END else people[int(value)]
            for key, value in self.choices.items()
        }

    @property
    def stays(self):
        """What whoever takes everything could not take, and what helps; nothing if they can."""
        if not self.without_post:
            return ""
        named = dict(self.fields["everything"].choices)
        words = {
            "person": named[int(self.data["everything"])],
            "lines": "; ".join(line.title for line in self.without_post),
        }
        sentence = _(
            "This stays as it is, because %(person)s holds no post for it: %(lines)s. "
            "Enter the post, or choose somebody else."
        )
        return sentence % words


def _suits(post, line):
    """Whether the post, in an organization of the line, is held on one of its days."""
    home, _person, starts_on, ends_on = post
    first, last = line.post_days
    is_then = (ends_on is None or ends_on >= first) and (last is None or starts_on <= last)
    return home in line.organizations and is_then


class LeaveForm(PlacedErrorsMixin, forms.Form):
    """Why somebody or something is taken out of use."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("It stays in the history, beside your name."),
    )

    use_required_attribute = False

    def __init__(self, *args, is_required, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = is_required
