"""Who needs a second factor, and whether a session has passed one.

By rights, not by groups: whoever may let records out, or may change what others may do. Anybody else who has added a
factor is asked for it, too.
"""

from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils import timezone

from iad_portal.lib.desk.roles import may_let_out

# In the session: the moment at which the second factor was passed.
PASSED = "second_factor_passed"
# With any of these one gives rights to others, or takes an account over.
KEEPING_ACCOUNTS = ("auth.add_user", "auth.change_user", "auth.delete_user", "auth.add_group", "auth.change_group")


def must_have_factor(user: Any) -> bool:
    """Whether `user` may do what asks for more than a password."""
    return bool(user.is_superuser or may_let_out(user) or any(user.has_perm(right) for right in KEEPING_ACCOUNTS))


def factors_of(user: AbstractBaseUser) -> Any:
    """The factors that `user` has added, without the recovery codes, which stand in for one of them."""
    of_user = Authenticator.objects.filter(user_id=user.pk).exclude(type=Authenticator.Type.RECOVERY_CODES)
    return of_user.order_by("created_at", "pk")


def has_factor(user: AbstractBaseUser) -> bool:
    """Whether `user` can be asked for a second factor."""
    return bool(factors_of(user).exists())


def owes_factor(request: HttpRequest, user: Any) -> bool:
    """Whether the session of `request` has shown the password of `user`, and has yet to show more."""
    if not user.is_authenticated or PASSED in request.session:
        return False
    return must_have_factor(user) or has_factor(user)


def let_in(request: HttpRequest, user: Any) -> None:
    """The second factor was right: from now on the session of `request` is that of `user`."""
    request.session.cycle_key()  # whoever knew the half session's key does not know this one
    request.session[PASSED] = timezone.now().isoformat()
    request.user, request.halfway = user, None


def forget_factor(request: HttpRequest) -> None:
    """The officer of `request` has no factor any more: what was shown stands for nothing once the rights grow."""
    request.session.pop(PASSED, None)


def hold_back(request: HttpRequest, user: Any) -> Any:
    """Who counts as the sender of `request`, whose session is that of `user`: nobody while a factor is owed.

    `request.halfway` then says who is on the way.
    """
    request.halfway = user if owes_factor(request, user) else None
    return AnonymousUser() if request.halfway else user
