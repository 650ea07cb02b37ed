"""A database backend for Django: PostgreSQL's own, that first sees to it that a server runs."""
