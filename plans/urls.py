"""Addresses of plans, under /th/ and /en/."""

from django.urls import path

from plans import views

app_name = "plans"

urlpatterns = [
    # plans/
    path("plans/", views.plan_list, name="plan_list"),
    path("plans/<number:year>/", views.fiscal_year, name="fiscal_year"),
    path("plans/<slug:slug>/", views.plan_detail, name="plan_detail"),
]
