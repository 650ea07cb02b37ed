"""`python -m agreements.letters.filling TEMPLATE|-PURPOSE WORDS OUT MEGABYTES SECONDS`: DOCX out.

Without a template the built-in one of a purpose. What is wrong with a template goes to standard
output, with the exit code 3; anything else that ends the process is too much work.
"""

import json
import sys
from pathlib import Path

from collabgov.kit.reading.limits import limit

LARGEST_ANSWER = 30_000_000
WRONG = 3
MISTAKES = (TypeError, ValueError, LookupError, ArithmeticError, AttributeError)


def main(template: str, words: str, out: str, megabytes: str, seconds: str) -> None:
    limit(int(megabytes), int(seconds), LARGEST_ANSWER)
    from docxtpl import DocxTemplate
    from jinja2 import TemplateError

    from agreements.letters.filling.machine import Machine
    from agreements.letters.filling.plain import plain_template

    is_plain = template.startswith("-")
    document = DocxTemplate(plain_template(template[1:]) if is_plain else template)
    try:
        document.render(json.loads(Path(words).read_text()), Machine(), autoescape=True)
    except (TemplateError, *MISTAKES) as problem:
        sys.stdout.write(" ".join(str(problem).split())[:300])
        sys.exit(WRONG)
    document.save(out)


if __name__ == "__main__":
    main(*sys.argv[1:6])
