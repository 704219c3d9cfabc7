"""The portal's addresses and the page of all components, which else is there in DEBUG only."""

from django.urls import path

from iad_portal.urls import urlpatterns as portal
from iad_portal.workshop.styleguide import styleguide

urlpatterns = [*portal, path("styleguide/", styleguide, name="styleguide")]
