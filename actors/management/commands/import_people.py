"""Bring people from a spreadsheet of any size into the register."""

from actors.importing.command import ImportCommand


class Command(ImportCommand):
    help = "Import people from XLSX or CSV. All rows or none. Safe to run twice."
    kind_key = "people"
