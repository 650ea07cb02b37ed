"""How many cells of the matrix were walked and answered otherwise, at the end of every run.

It is hooked in by `tests/conftest.py`: of several processes, the one that prints reads no other.
"""

WALKED, UNEXPECTED = "matrix cells", "unexpected cells"


def pytest_terminal_summary(terminalreporter):
    walked, unexpected = (_sum_of(name, terminalreporter) for name in (WALKED, UNEXPECTED))
    if walked:
        said = f"Permission matrix: {walked} cells walked, {unexpected} unexpected."
        terminalreporter.write_line(said)


def _sum_of(wanted, terminalreporter):
    reports = [*terminalreporter.getreports("passed"), *terminalreporter.getreports("failed")]
    return sum(
        value
        for report in reports
        for name, value in report.user_properties
        if name == wanted and report.when == "call"
    )
