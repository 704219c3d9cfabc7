"""Addresses of this app: cities, agreements, embassies, agencies."""

from django.urls import path

from .views import agencies, agreements, cities, embassies, exchanges

app_name = "relations"
urlpatterns = [
    # cities/
    path("cities/", cities.city_list, name="city_list"),
    path("cities/<slug:slug>/", cities.city_detail, name="city_detail"),
    # agreements/: the permanent number is the end of the address
    path("agreements/", agreements.agreement_list, name="agreement_list"),
    path("agreements/<number:number>/", agreements.agreement_detail, name="agreement_detail"),
    path("agreements/<number:number>/media.zip", agreements.agreement_media, name="agreement_media"),
    # embassies/: by the country's ISO code in small letters
    path("embassies/", embassies.embassy_list, name="embassy_list"),
    path("embassies/<slug:iso>/", embassies.embassy_detail, name="embassy_detail"),
    path("heads-of-mission/", embassies.head_list, name="head_list"),
    # exchanges/: the list is the page of each, at its anchor
    path("exchanges/", exchanges.exchange_list, name="exchange_list"),
    # agencies/: one page
    path("agencies/", agencies.agency_list, name="agency_list"),
]
