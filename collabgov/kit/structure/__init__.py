"""Tells what a file really is, and refuses what could harm; run as a process of its own.

By structure, never by name. Nothing of Django here: the process starts fast, and a crash takes
nobody with it.
"""
