"""The site's addresses and the debug toolbar's."""

from debug_toolbar.toolbar import debug_toolbar_urls

from collabgov import urls

urlpatterns = [*urls.urlpatterns, *debug_toolbar_urls()]
handler403, handler404, handler500 = urls.handler403, urls.handler404, urls.handler500
