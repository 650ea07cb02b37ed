"""What the web server imports. Production unless the environment says otherwise."""

import os

from django.core.wsgi import get_wsgi_application
from django.db import OperationalError

from collabgov.serving import end_with_server

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "collabgov.settings.prod")
end_with_server()
application = get_wsgi_application()


def refuse():
    """Demo accounts are refused here too; a database that is away is no reason not to start."""
    from collabgov.production import refuse_demo_accounts

    try:
        refuse_demo_accounts()
    except OperationalError:
        return


refuse()
