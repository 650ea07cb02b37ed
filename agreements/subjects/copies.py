"""Copies of a person's own fields in what imports, merges and the event log keep of records.

They are told by the number of the record, or by a cell that is the person's name, number or
address. What only mentions them is blotted afterwards, as in every copy; a remark that does goes as
a whole.
"""

from django.apps import apps
from django.db.models import Q

from actors.duplicates.kinds import Kind as Register
from actors.models import AccessEvent, ImportContent, Merge, Person, User
from agreements.models import PulseComment
from agreements.motivation.kinds import REMOVED_REMARK
from agreements.subjects.places import is_about_people, rows_about, rows_naming
from collabgov.kit.personal import Kind, fields_of

STATES = ("old", "new", "left")  # what a step of a merge holds of a row, and of what it joined
PEOPLE_KIND = "people"  # the import whose rows are people, one each


def cleaned_copies(subject, model):
    """Rows of a table that hold such copies, each with its columns as they are to be."""
    clean = CLEANERS.get(model)
    return clean(subject) if clean else ()


def _labels(subject):
    """Lines of the event log about the record: what it was called then."""
    for records in (subject.people, subject.accounts):
        if records:
            label = records[0]._meta.label_lower
            numbers = [str(one.pk) for one in records]
            rows = AccessEvent.objects.filter(about_model=label, about_pk__in=numbers)
            for row in rows.exclude(about_label=""):
                yield row, {"about_label": subject.label}


def _merges(subject):
    """A merge holds the fields of both records, whichever it wrote them to."""
    numbers = [one.pk for one in subject.people]
    rows = Merge.objects.filter(Q(kept_id__in=numbers) | Q(away_id__in=numbers))
    for merge in rows.filter(kind=Register.PERSON):  # undone ones as well
        yield merge, {"steps": [_step(subject, step) for step in merge.steps]}


def _step(subject, step):
    model = apps.get_model(step["model"])
    if "row" not in step or not (model is Person or _is_theirs(subject, model, step["row"])):
        return step
    halves = {half: step[half] for half in STATES if isinstance(step.get(half), dict)}
    for half, values in halves.items():
        number = step["into"] if half == "left" else step["row"]
        said = [
            column
            for column in fields_of(model, Kind.NAME, Kind.EMPTY, Kind.ADDRESS)
            if values.get(column.attname)
        ]
        blanks = {column.attname: subject.blank(column, number) for column in said}
        halves[half] = values | blanks
    return step | halves


def _is_theirs(subject, model, pk):
    return rows_about(subject, model).filter(pk=pk).exists()


def _imports(subject):
    """The file as it came loses their rows, and the import what it wrote of them."""
    for content in ImportContent.objects.select_related("run").iterator(chunk_size=20):
        rows = _rows_of_others(subject, content)
        written = content.written
        if isinstance(written, list):  # else it is none of ours, and only blotted
            written = [each for each in written if not _is_entry_of(subject, *each)]
        values = {"rows": rows, "written": written}
        is_same = (rows, written) == (content.rows, content.written)
        if content.preview and not (is_same and not subject.marks.is_in(content.preview)):
            values["preview"] = {}  # planned anew from what is left, when somebody looks
        yield content, values


def _rows_of_others(subject, content):
    if content.run.kind != PEOPLE_KIND or not content.rows or not isinstance(content.rows, list):
        return content.rows
    at = content.columns.get("pk")
    numbers = {str(one.pk) for one in subject.people}

    def is_theirs(cells):
        by_number = at is not None and at < len(cells) and str(cells[at]).strip() in numbers
        return by_number or any(subject.marks.is_whole(cell) for cell in cells)

    head, *lines = content.rows
    return [head, *(line for line in lines if not is_theirs(line[1]))]


def _is_entry_of(subject, label, pk, was, became):
    """Whether a record that an import wrote is the person, or a row that belongs to them."""
    model = apps.get_model(label)
    if model in (Person, User):
        return pk in {one.pk for one in (*subject.people, *subject.accounts) if type(one) is model}
    for column in fields_of(model, Kind.LINK, Kind.DROP):
        if column.related_model in (Person, User) and is_about_people(column):
            records = subject.people if column.related_model is Person else subject.accounts
            numbers = {one.pk for one in records}
            if {(values or {}).get(column.attname) for values in (was, became)} & numbers:
                return True
    return False


def _remarks(subject):
    """A remark is said by nobody and stays as it was written: what names them goes whole."""
    for row in rows_naming(subject, PulseComment, PulseComment._meta.get_field("text")):
        yield row, {"text": REMOVED_REMARK}


CLEANERS = {
    AccessEvent: _labels,
    Merge: _merges,
    ImportContent: _imports,
    PulseComment: _remarks,
}
