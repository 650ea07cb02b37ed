"""What the pages of duplicates share: whose they are, and of which kind of record."""

from django.http import Http404

from actors.duplicates.fields import CONTACTS, REGISTERS
from actors.duplicates.kinds import Kind
from actors.duplicates.models import Merge
from actors.organizations.models import Organization
from collabgov.kit.access import SiteRuleMixin


class DuplicatesPage(SiteRuleMixin):
    """Admins decide, auditors look, nobody else comes in."""

    rule_name = "actors.see_duplicates"

    def get_context_data(self, **kwargs):
        may_merge = self.request.user.has_perm("actors.merge_records")
        return super().get_context_data(may_merge=may_merge, **kwargs)


class KindMixin:
    """A page about records of one kind; `model` says which."""

    model = Organization

    @property
    def kind(self):
        return Kind.ORGANIZATION if self.model is Organization else Kind.PERSON

    @property
    def is_organization(self):
        return self.kind == Kind.ORGANIZATION

    def record(self, pk):
        """The record as this reader may see it; a missing or merged one does not exist."""
        found = self.model.objects.visible_to(self.request.user).for_list().filter(pk=pk).first()
        if found is None:
            raise Http404
        return found

    def merge_of(self, *ids):
        """The standing merge by which one of these records went into another, if there is one."""
        return Merge.objects.standing().filter(kind=self.kind, away_id__in=ids).first()

    def hidden_fields(self, *records):
        """Contact details of people are for those who may see them."""
        rule = "actors.see_contacts"
        if self.is_organization or all(
            self.request.user.has_perm(rule, record) for record in records
        ):
            return frozenset()
        return CONTACTS


def named_rows(kind, ids):
    """Records by id, merged ones too, with what a line about them shows."""
    rows = REGISTERS[Kind(kind)].everything.for_list().filter(pk__in=set(ids))
    return {row.pk: row for row in rows}
