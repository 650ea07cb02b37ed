"""Files as people hand them in."""

import csv
import io

from actors.importing import transitions
from actors.importing.registry import KINDS
from collabgov.kit.incoming import Table

HEADERS = ["Nama", "Jenis", "Sektor", "Wilayah", "Bagian dari instansi"]
KIND, SECTOR = "Perangkat daerah (OPD)", "Pemerintah"


def table(headers, *rows):
    return Table([(n, list(map(str, row))) for n, row in enumerate([headers, *rows], start=1)], [])


def organizations(*rows, headers=HEADERS):
    """A file of organizations: (name, region, belongs to) each."""
    lines = [[name, KIND, SECTOR, *([*more, "", ""][:2])] for name, *more in rows]
    return table(headers, *lines)


def begin(content, by, kind="organizations", subject=None):
    return transitions.start(
        kind=KINDS[kind],
        table=content,
        file_name="berkas.xlsx",
        sha256="0" * 64,
        by=by,
        subject=subject,
    )


def plan(run):
    return transitions.plan_of(run)


def confirm(run, by):
    return transitions.confirm(run=run, by=by, seen=plan(run).fingerprint)


def csv_bytes(content, separator=","):
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows(cells for _number, cells in content.rows)
    return text.getvalue().encode()


def problems(plan):
    return [str(problem) for row in plan.of("wrong") for problem in row.problems]
