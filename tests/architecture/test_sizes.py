"""Small parts: a file that needs scrolling hides a second noun."""

import ast

from tests.architecture.sources import CODE, PYTHON, TEMPLATES, each, name, text, tree

MIGRATIONS = "/migrations/"


def functions(file):
    return [
        node
        for node in ast.walk(tree(file))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def lines_of(node):
    """The lines of a body, its docstring and signature not counted."""
    body = node.body[1:] if ast.get_docstring(node) else node.body
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0


@each([file for file in PYTHON if MIGRATIONS not in name(file)])
def test_a_module_has_at_most_400_lines(file):
    assert len(text(file).splitlines()) <= 400


@each(TEMPLATES)
def test_a_template_has_at_most_150_lines(file):
    assert len(text(file).splitlines()) <= 150


@each(CODE)
def test_a_function_has_at_most_30_lines(file):
    long = [f"{node.name}: {lines_of(node)}" for node in functions(file) if lines_of(node) > 30]
    assert not long


@each([file for file in CODE if "views" in name(file)])
def test_a_view_has_at_most_35_lines(file):
    classes = [node for node in tree(file).body if isinstance(node, ast.ClassDef)]
    long = [f"{node.name}: {lines_of(node)}" for node in classes if lines_of(node) > 35]
    assert not long


@each([file for file in CODE if text(file).strip()])
def test_a_module_says_in_one_line_what_it_is_for(file):
    docstring = ast.get_docstring(tree(file))
    assert docstring
    assert len(docstring.splitlines()[0]) <= 100
