"""Fills a letterhead template in a process of its own: templates are programs of strangers.

Nothing of Django here: the process knows nothing of the site but the words it is given.
"""
