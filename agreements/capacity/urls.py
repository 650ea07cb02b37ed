"""Addresses of the capacity for joint action."""

from agreements.capacity.arrangement_urls import urlpatterns as arrangements
from agreements.capacity.assistance_urls import urlpatterns as assistance
from agreements.capacity.overview_urls import urlpatterns as overview
from agreements.capacity.pledge_urls import urlpatterns as pledges
from agreements.capacity.service_urls import urlpatterns as services
from agreements.capacity.structure_urls import urlpatterns as structures

urlpatterns = [*overview, *arrangements, *assistance, *pledges, *services, *structures]
