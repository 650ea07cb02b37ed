"""Why a file is refused, as a code with facts; the sentences are in `kit/files.py`."""

import re

# What makes a browser, or a program that looks inside, take a file for something else.
ACTIVE = re.compile(rb"<\s*(?:!doctype\s+html|html|head|body|script|svg|iframe|\?php)", re.I)
PROGRAMS = (b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"#!")


class Unfit(Exception):
    """The file is refused; `facts` fill the sentence."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts
