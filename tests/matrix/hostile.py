"""What strangers and accidents type into a field: each case with what it must not become."""

CASES = {
    "nul": "Dinas\x00Kesehatan",
    "lone surrogate": "Dinas \udc80 Sosial",
    "right to left": "Dinas \u202etxt.exe",
    "zero width": "Di\u200bnas\u2060 Sosial\ufeff",
    "combining bomb": "e" + "\u0301" * 10_000,
    "a megabyte": "a" * 1_000_000,
    "emoji": "Dinas \U0001f468\u200d\U0001f469\u200d\U0001f467 \U00020000",
    "folding": "\u0131\u0130\u00df@CONTOH.test",
    "spaces": " \t\u00a0Dinas\u00a0 \u3000Sosial\t ",
    "template": "{{7*7}}{% debug %}%s%n${jndi:ldap://x}",
    "script": '<script>alert(1)</script>"><img src=x onerror=alert(1)>',
    "script in json": "</script><svg/onload=alert(1)>",
    "javascript address": "javascript:alert(1)",
    "sql": "' OR 1=1--",
    "sql like": "%' ESCAPE '\\' _ % \\",
    "line break": "Rapat\r\nBcc: semua@contoh.test",
    "below zero": "-1",
    "beyond integers": "9223372036854775808",
    "infinite": "1e400",
    "not a number": "NaN",
    "arabic digit": "\u0663",
    "first year": "0001-01-01",
    "last year": "31/12/9999",
    "no such day": "30/02/2026",
    "24 o'clock": "24:00",
    "json": "[" * 2000,
    "formula": '=HYPERLINK("http://x","klik")',
    "elsewhere": "//contoh.test/\\contoh.test",
}
# What is sent in hidden fields, choices and boxes too.
ANYWHERE = ("nul", "lone surrogate", "sql", "beyond integers", "arabic digit", "script", "json")
# What may stand nowhere in an answer's HTML, unescaped.
RAW = (b"<script>alert(1)", b"<img src=x onerror", b"<svg/onload", b'href="javascript:')
# What may stand in no text of the database.
NOT_STORED = ("\x00", "\u202e", "\u200b", "\u2060", "\ufeff", "\udc80")


def bytes_of(text):
    """As a browser without scruples sends it: a lone surrogate goes out as bad UTF-8."""
    return text.encode("utf-8", "surrogateescape")
