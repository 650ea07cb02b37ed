"""What the web server imports. Production unless the environment says otherwise."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "collabgov.settings.prod")
application = get_wsgi_application()
