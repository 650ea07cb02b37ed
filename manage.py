#!/usr/bin/env python
"""Every command of the site: `python manage.py help`."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

from collabgov.kit.audit import of_command


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "collabgov.settings.demo")
    try:
        with of_command(sys.argv):
            execute_from_command_line(sys.argv)
    except ImproperlyConfigured as refusal:
        sys.exit(f"Refused: {refusal}")


if __name__ == "__main__":
    main()
