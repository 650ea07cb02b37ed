"""Mechanisms that any Django site could use; no noun of the domain."""
