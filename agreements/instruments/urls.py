"""Addresses of agreements: the pages that read, then those that write.

The moves come last: their address takes any word after the number of the agreement.
"""

from agreements.instruments.reading_urls import urlpatterns as reading
from agreements.instruments.writing_urls import urlpatterns as writing

urlpatterns = [*reading, *writing]
