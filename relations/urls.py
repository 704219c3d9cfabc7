"""Addresses of this room."""

app_name = "relations"
urlpatterns = []
