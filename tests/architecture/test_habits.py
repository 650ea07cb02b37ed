"""Habits that no single test would notice being lost."""

import ast
import re

from tests.architecture.sources import CODE, PYTHON, each, name, text, tracked, tree

WRITES = {"save", "create", "delete", "update", "bulk_create", "bulk_update", "get_or_create"}
# A session, a draft of Django's own or a form of Django's own; one reason a line.
MAY_WRITE = frozenset()
PAGES = [
    file
    for file in CODE
    if re.search(r"/(views|forms)(/|\.py$)", name(file)) or "/templatetags/" in name(file)
]
TEXT = tracked(
    ".py", ".html", ".md", ".toml", ".txt", ".scss", ".js", ".json", ".yml", ".po", "Makefile"
)
HOME_PATHS = re.compile(r"(?<![\w.])/(work|root|home|Users|mnt)/\w")
ADDRESSES = re.compile(
    r"--(index-url|extra-index-url|find-links|trusted-host)|https?://(?!pypi\.org)"
)


def calls(file):
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node


@each(PAGES)
def test_pages_and_forms_write_nothing_themselves(file):
    """Rows change in transitions.py only, where they are locked, checked and logged."""
    written = [
        f"line {node.lineno}: {ast.unparse(node)}"
        for node in calls(file)
        if node.func.attr in WRITES and f"{name(file)}:{ast.unparse(node.func)}" not in MAY_WRITE
    ]
    assert not [
        line for line in written if not re.search(r"\b(super\(\)|data|query|attrs|context)\.", line)
    ]


@each(CODE)
def test_models_hide_no_logic_in_save_and_nobody_uses_signals(file):
    assert not re.search(r"^\s+def (save|delete)\(self", text(file), re.MULTILINE)
    assert "django.dispatch" not in text(file)
    assert "db.models.signals" not in text(file)


@each([file for file in CODE if name(file) != "collabgov/kit/models.py"])
def test_nobody_joins_every_foreign_key_by_accident(file):
    """`select_related()` without a name follows all of them; `joined` of the kit knows better."""
    for call in calls(file):
        if call.func.attr == "select_related":
            assert any(not isinstance(part, ast.Starred) for part in call.args), ast.unparse(call)


@each(PYTHON)
def test_every_sentence_is_marked_by_a_name_that_is_collected(file):
    """`makemessages` knows the functions by their own names and `_`: of others it reads nothing."""
    for line in re.findall(r"from django\.utils\.translation import .*", text(file)):
        assert set(re.findall(r"gettext\w* as (\w+)", line)) <= {"_"}, line


@each([file for file in CODE if name(file) != "collabgov/kit/forms.py"])
def test_every_file_of_a_form_asks_for_itself_again(file):
    """The field of the kit says that a chosen file was lost; one of Django's own would not."""
    assert not re.search(r"forms\.(File|Image)(Field|Input)\b", text(file))


@each(PYTHON)
def test_nothing_is_left_for_later(file):
    if name(file) != "tests/architecture/test_habits.py":
        assert not re.search(r"\b(TODO|FIXME|XXX|HACK)\b", text(file))


@each([file for file in PYTHON if name(file).startswith("tests/")])
def test_no_test_is_switched_off(file):
    if name(file) != "tests/architecture/test_habits.py":
        assert not re.search(r"mark\.(skip|xfail)\b|unittest\.mock|MagicMock", text(file))


@each(TEXT)
def test_no_path_of_somebodys_machine_is_tracked(file):
    if name(file) != "tests/architecture/test_habits.py":
        assert not HOME_PATHS.findall(text(file))


@each(tracked("base.txt", "dev.txt"))
def test_locks_pin_hashes_and_carry_no_addresses(file):
    assert not ADDRESSES.findall(text(file))
    pins = re.findall(r"^[\w.-]+(?:\[[\w,-]+\])?==\S+", text(file), re.MULTILINE)
    assert len(pins) > 10
    unpinned = re.findall(r"^[\w.-]+(?:\[[\w,-]+\])?==\S+(?!.*\\)$", text(file), re.MULTILINE)
    assert not unpinned


def test_the_javascript_lock_carries_no_addresses_either():
    for file in tracked("package-lock.json"):
        assert not re.findall(r'"resolved"', text(file))


def test_each_lock_that_is_only_a_number_has_a_number_of_its_own():
    """Two that shared one would wait for each other, and could wait for ever."""
    numbers = [
        int(re.search(rf"^{lock} = (\w+)", text(file), re.MULTILINE)[1], 0)
        for file in CODE
        for lock in set(re.findall(r"pg_advisory_\w*lock\(%s\)\", \[([A-Z_]+)\]", text(file)))
    ]
    assert len(numbers) >= 7
    assert len(set(numbers)) == len(numbers)
