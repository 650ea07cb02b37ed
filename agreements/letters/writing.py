"""From words and a template to a DOCX; the work is done by a process with little to spend."""

import json
import re
import subprocess
import tempfile
from pathlib import Path

from django.utils.translation import gettext as _

from agreements.letters.kinds import Purpose
from collabgov.kit.apart import run_apart
from collabgov.kit.errors import Refused

MEGABYTES, SECONDS, WAIT = 700, 8, 15  # seconds of work, and by the clock
WRONG = 3
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def written(
    words: dict, template: Path | None = None, *, purpose: str = Purpose.AGREEMENT
) -> bytes:
    """The finished DOCX, without a template the built-in one of its purpose.

    Refused says what is wrong with the template.
    """
    with tempfile.TemporaryDirectory() as folder:
        told, out = Path(folder, "words.json"), Path(folder, "out.docx")
        told.write_text(json.dumps(_printable(words)))
        words_and_limits = (template or f"-{purpose}", told, out, MEGABYTES, SECONDS)
        try:
            ended = run_apart(
                "agreements.letters.filling",
                *words_and_limits,
                stdin=subprocess.DEVNULL,
                wait=WAIT,
            )
        except subprocess.TimeoutExpired:
            raise Refused(_("This template takes too long to fill in.")) from None
        if ended.returncode == WRONG:
            said = ended.stdout.decode("utf-8", "replace")
            raise Refused(_("The template has a mistake: %(what)s") % {"what": said})
        if ended.returncode or not out.exists():
            raise Refused(_("This template asks for too much, and was not filled in."))
        return out.read_bytes()


def _printable(words):
    """The same words without the signs that no XML may hold."""
    if isinstance(words, dict):
        return {name: _printable(each) for name, each in words.items()}
    if isinstance(words, list):
        return [_printable(each) for each in words]
    return UNPRINTABLE.sub("", words)


def plain_template(purpose: str = Purpose.AGREEMENT) -> bytes:
    """The built-in template itself, to start from."""
    from agreements.letters.filling.plain import plain_template as made

    return made(str(purpose)).getvalue()
