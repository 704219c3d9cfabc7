"""Who has sent a request: nobody, until password and second factor are shown."""

from asgiref.sync import sync_to_async
from django.contrib.auth import get_user
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.utils.functional import SimpleLazyObject

from iad_portal.office.accounts.sessions import note
from iad_portal.office.accounts.standing import hold_back

DESK = "/admin/"


def sender_of(request):
    """The officer of the session, asked for once a request."""
    if not hasattr(request, "_sender"):
        request._sender = hold_back(request, get_user(request))
    return request._sender


class OfficersMiddleware(AuthenticationMiddleware):
    """In place of Django's: `request.user` is an officer only where no second factor is owed.

    So no address, whichever and wherever, can do for such a session what it would not do for a stranger; and whose
    rights grow during a session is asked at the next click.
    """

    def process_request(self, request):
        super().process_request(request)
        request.user = SimpleLazyObject(lambda: sender_of(request))
        request.auser = sync_to_async(lambda: sender_of(request))


def halfway(request):
    """The officer who has shown a password and owes the second factor; None for anybody else."""
    bool(request.user.is_authenticated)  # asks the session
    return getattr(request, "halfway", None)


class SessionsMiddleware:
    """Notes where officers work, for their page of the own account."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path_info.startswith(DESK) and request.user.is_authenticated:
            note(request)
        return self.get_response(request)
