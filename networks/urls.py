"""Addresses of this app."""

from django.urls import path

from networks.views import commitments, meetings, memberships, networks

app_name = "networks"
urlpatterns = [
    # networks/
    path("networks/", networks.network_list, name="network_list"),
    path("networks/<slug:slug>/", networks.network_detail, name="network_detail"),
    # meetings/
    path("meetings/", meetings.meeting_list, name="meeting_list"),
    path("meetings/<slug:slug>/", meetings.meeting_detail, name="meeting_detail"),
    path("meetings/<slug:slug>/media.zip", meetings.meeting_media, name="meeting_media"),
    # commitments/ and memberships/: a page each
    path("commitments/", commitments.commitment_list, name="commitment_list"),
    path("memberships/", memberships.membership_list, name="membership_list"),
]
