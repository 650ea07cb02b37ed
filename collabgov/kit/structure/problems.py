"""Why a file is refused, as a code with facts; the sentences are in `kit/files.py`."""

import re

# What makes a browser, or a program that looks inside, take a file for something else.
ACTIVE = re.compile(
    rb"<\s*(?:!doctype\s+html|html|head|body|script|svg|iframe|\?php)(?![\w:-])", re.I
)
PROGRAMS = (b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"#!")
# Archives that no document is made of; what is neither packed nor begins like one is no archive.
ARCHIVES = (
    *(b"PK\x05\x06", b"PK\x07\x08", b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b"),
    *(b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd", b"MSCF", b"ITSF"),
)
# Addresses of which a press makes a program, in the browser or in the reader's own system.
STARTS_PROGRAM = re.compile(
    r"\s*(?:(?:javascript|vbscript|data|search-ms|ms-[a-z-]+):"
    r"|file:.*\.(?:bat|cmd|com|exe|hta|jse?|lnk|msi|ps1|scr|vb[es]|wsf)\s*$)",
    re.I,
)


class Unfit(Exception):
    """The file is refused; `facts` fill the sentence."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts
