"""Whole numbers in addresses: each has one writing, so that a record has one address."""

from django.urls.converters import IntConverter


class AddressNumber(IntConverter):
    """`<number:...>` in the pattern of an address: Django's `int`, but that no number begins with a zero (404)."""

    regex = "0|[1-9][0-9]*"
