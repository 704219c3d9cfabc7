"""The portal's addresses and the page of all components, which else is there in DEBUG only."""

from django.urls import path

from iad_portal.styleguide import styleguide
from iad_portal.urls import urlpatterns as portal

urlpatterns = [*portal, path("styleguide/", styleguide, name="styleguide")]
