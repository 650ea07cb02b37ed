"""A file of parties that waits for the coordinator: one row to add, one with a typo."""

from actors.importing import transitions
from actors.importing.registry import KINDS
from collabgov.kit.incoming import Table

HEADERS = ["Instansi", "Dasar", "Suara", "Keadaan"]
ROWS = (
    ["{known}", "Sukarela", "Dimintai pertimbangan", ""],
    ["Dinas Kesehatann", "Sukarela", "Ikut memutuskan", "Diundang"],
)


def build_import(collaboration, scene):
    known = next(iter(scene.organizations.values())).name
    rows = [[cell.format(known=known) for cell in row] for row in ROWS]
    return transitions.start(
        kind=KINDS["parties"],
        table=Table(list(enumerate([HEADERS, *rows], start=1)), []),
        file_name="pihak.xlsx",
        sha256="0" * 64,
        by=scene.coordinator,
        subject=collaboration,
    )
