"""Reads a spreadsheet file of a stranger; run as a process of its own, with little to spend.

Nothing of Django here: the process starts fast, and a crash takes nobody with it.
"""
