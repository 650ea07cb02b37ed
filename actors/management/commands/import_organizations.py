"""Bring organizations from a spreadsheet of any size into the register."""

from actors.importing.command import ImportCommand


class Command(ImportCommand):
    help = "Import organizations from XLSX or CSV. All rows or none. Safe to run twice."
    kind_key = "organizations"
