"""What the matrix is about: every address, and the record that its path or its query names."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.apps import apps

from actors.models import Person
from agreements.models import Agreement, Collaboration, MeetingDraft
from dashboards.audit.tables import PAGES
from tests.architecture.addresses import ADDRESSES, MISSING, SAMPLES, Address


@dataclass(frozen=True)
class Place:
    """An address and the record it names: by which key, and by which of the record's fields."""

    address: Address
    model: type | None = None
    key: str = "pk"
    field: str = "pk"
    is_query: bool = False
    more: tuple = ()  # what else stands in the path

    def path(self, record):
        """Where to ask about this record; `record` is None for a place about none."""
        keys = {"code": "SM1"} | SAMPLES.get(self.address.name, lambda pick: {})(None)
        keys |= dict(self.more)
        if "other" in self.address.placeholders:
            keys["other"] = self.model.objects.exclude(pk=record.pk).earliest("pk").pk
        named = {} if record is None else {self.key: getattr(record, self.field)}
        if self.is_query:
            return f"{self.address.path(**keys)}?{urlencode(named)}"
        return self.address.path(**keys | named) + ASKED_FOR.get(self.address.name, "")

    def missing_path(self, record):
        """Where to ask about a record that does not exist."""
        nobody = type(record)()
        setattr(nobody, self.field, _unknown(getattr(record, self.field)))
        return self.path(nobody)

    def __str__(self):
        words = [f"?{self.key}"] if self.is_query else []
        return " ".join([self.address.name, *words, *(value for _, value in self.more)])


def _unknown(value):
    return MISSING if isinstance(value, int) else type(value)(int=MISSING)


# What stands behind an address that answers nothing without it.
ASKED_FOR = {"agreements:parties-export": "?format=csv"}
# Addresses whose record is not "the view's model by its pk".
ABOUT = {
    "actors:post-create": {"model": Person},
    "agreements:meeting-draft-discard": {
        "model": MeetingDraft,
        "key": "submission_id",
        "field": "submission_id",
    },
}
# Addresses that take a record in their query as well.
QUERIES = (
    ("agreements:agreement-create", {"model": Collaboration, "key": "collaboration"}),
    ("agreements:agreement-register", {"model": Collaboration, "key": "collaboration"}),
    ("agreements:meeting-create", {"model": Collaboration, "key": "collaboration"}),
    (
        "agreements:meeting-create",
        {"model": MeetingDraft, "key": "draft", "field": "submission_id"},
    ),
)


# Moves of an agreement that belong to more people than the others.
OF_ANY_PARTY = ("request-termination",)
# One address, records of many models.
HISTORIES = tuple(apps.get_model(key) for key in PAGES)


def _places():
    by_name = {address.name: address for address in ADDRESSES}
    for model in HISTORIES:
        more = (("model", model._meta.model_name),)
        yield Place(by_name["dashboards:history"], model, more=more)
    for address in ADDRESSES:
        if address.name == "dashboards:history":
            continue
        model = {"model": address.model} if address.is_about_a_record else {}
        yield Place(address, **ABOUT.get(address.name, model))
    for verb in OF_ANY_PARTY:
        yield Place(by_name["agreements:agreement-move"], Agreement, more=(("verb", verb),))
    for name, about in QUERIES:
        yield Place(by_name[name], is_query=True, **about)


PLACES = tuple(_places())
