"""Narrowing the pairs, choosing a second record, and choosing field by field."""

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from actors.duplicates.fields import LEFT, RIGHT, compare, likelier_kept
from actors.duplicates.kinds import Kind, Reason
from actors.organizations.choosing import ChoosingFormMixin, OrganizationField
from actors.organizations.models import Organization
from actors.people.choosing import PersonField
from actors.people.models import Person
from actors.regions.models import Region, RegionLevel
from actors.search.filters import RegisterFilter, only_pk

SIDES = [(LEFT, LEFT), (RIGHT, RIGHT)]  # drawn by the page, with what each side says


class PairFilter(RegisterFilter):
    """What the suggested pairs can be narrowed to; `kind` says of which register."""

    reason = forms.ChoiceField(label=_("Reason"), required=False)
    kind = Kind.PERSON
    model = Person
    q = forms.CharField(
        label=_("Search"), required=False, help_text=_("Pairs in which one has this name.")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = [("", _("All")), *reasons_of(self.kind)]
        self.order_fields(["q", "region", "reason"])

    def narrow(self, pairs):
        asked = self.asked
        if "reason" in asked:
            pairs = pairs.filter(reason=asked["reason"])
        if "q" in asked:
            pairs = self._of(pairs, self.model.objects.search(asked["q"]))
        if "region" in asked:
            pairs = self._of(pairs, self.model.objects.in_region(asked["region"]))
        return pairs

    @staticmethod
    def _of(pairs, records):
        ids = records.order_by().values("pk")
        return pairs.filter(Q(low__in=ids) | Q(high__in=ids))


class OrganizationPairFilter(PairFilter):
    kind = Kind.ORGANIZATION
    model = Organization
    region = forms.ModelChoiceField(
        label=_("Region"), queryset=Region.objects.none(), required=False, empty_label=_("All")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["region"].queryset = Region.objects.filter(
            Q(level=RegionLevel.PROVINCE) | only_pk(self.data.get("region", ""))
        )


def reasons_of(kind):
    """The reasons that pairs of this kind can have."""
    of_people = {
        Reason.SAME_EMAIL,
        Reason.SAME_PHONE,
        Reason.SAME_NAME_AND_PLACE,
        Reason.LIKE_NAME_AND_PLACE,
        Reason.LIKE_NAME_NO_POST,
    }
    both = {Reason.SAME_NAME}
    is_person = kind == Kind.PERSON
    return [
        (value, label)
        for value, label in Reason.choices
        if value in both or (value in of_people) == is_person
    ]


class SecondForm(ChoosingFormMixin, forms.Form):
    """The other record of a pair that nobody suggested."""

    def __init__(self, *args, record, **kwargs):
        super().__init__(*args, **kwargs)
        field = OrganizationField if isinstance(record, Organization) else PersonField
        others = type(record).objects.exclude(pk=record.pk)
        self.fields["other"] = field(label=_("Compare with"), queryset=others)


def following(data, left, right):
    """What was sent; fields left as they were drawn follow when another record is to stay."""
    before, keep = (data or {}).get("drawn_for"), (data or {}).get("keep")
    if before == keep or not {before, keep} <= {LEFT, RIGHT}:
        return data
    data = data.copy()
    was, now = (compare(left, right, kept_side=side) for side in (before, keep))
    for old, new in zip(was, now, strict=True):
        if data.get(f"field_{old.name}") == old.default:
            data[f"field_{old.name}"] = new.default
    data["drawn_for"] = keep
    return data


class CompareForm(forms.Form):
    """From which side each field is taken, which record stays, and which versions were seen."""

    keep = forms.ChoiceField(label=_("Which record stays?"), choices=SIDES)
    drawn_for = forms.ChoiceField(choices=SIDES, required=False, widget=forms.HiddenInput)
    left_version = forms.IntegerField(widget=forms.HiddenInput)
    right_version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data=None, *, left, right, weights=(0, 0), **kwargs):
        super().__init__(following(data, left, right), **kwargs)
        self.left, self.right = left, right
        kept_side = likelier_kept(left, right, weights=weights)
        self.initial |= {
            "keep": kept_side,
            "drawn_for": kept_side,
            "left_version": left.version,
            "right_version": right.version,
        }
        self.compared = compare(left, right, kept_side=kept_side)
        for each in self.compared:
            if not each.is_same:
                field = forms.ChoiceField(label=each.label, choices=SIDES, initial=each.default)
                self.fields[f"field_{each.name}"] = field

    def rows(self, hidden=frozenset()):
        """Each field for the page: (what both say, the bound field or None when they agree)."""
        for each in self.compared:
            name = f"field_{each.name}"
            bound = self[name] if name in self.fields else None
            yield {
                "compared": each,
                "field": bound,
                "value": bound.value() if bound else None,
                "is_hidden": each.name in hidden,
            }

    @property
    def verb_fields(self):
        """What the verbs take: which id stays, which goes, and the sides of the fields."""
        data = self.cleaned_data
        is_left = data["keep"] == LEFT
        kept, away = (self.left, self.right) if is_left else (self.right, self.left)
        versions = [data["left_version"], data["right_version"]]
        sides = {
            each.name: "kept" if data[f"field_{each.name}"] == data["keep"] else "away"
            for each in self.compared
            if not each.is_same
        }
        return {
            "keep": kept.pk,
            "away": away.pk,
            "sides": sides,
            "versions": versions if is_left else versions[::-1],
        }
