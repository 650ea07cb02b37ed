"""Two roles in the database: the owner of the tables migrates, the site's role serves pages.

`owner` asks as the first, `guard` takes from the second what it must not be able to do,
`weak` says what it could do to the audit trail all the same.
"""
