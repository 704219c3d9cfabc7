"""Uploads taken in before a save, and kept aside for their form when the save is refused.

An upload is judged, rendered and stored before the save's transaction begins, so that no lock waits for a picture. From
then on its files belong to one of two: to a row of `KeptUpload`, which is written before the first of them, or to the
record's own row, which takes them over within its transaction. So nothing is stored twice, a save that is refused,
rolled back or killed loses nothing and leaves nothing behind, and nobody can read a file that no record holds: the view
that sends files asks the records. What no form asks for within a week is removed.
"""

import logging
from datetime import timedelta
from io import BytesIO
from uuid import UUID, uuid4

from django.apps import apps
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.core import signing
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.media import reused_files
from iad_portal.lib.media.reused_files import gone
from iad_portal.lib.media.stored_files import GatheredFiles, remove
from iad_portal.lib.media.uploads import MEGABYTE

logger = logging.getLogger(__name__)

# As long as what is typed in their form (lib.desk.kept_forms), which may only be opened again after a weekend.
KEPT_FOR = timedelta(days=7)
# So much is kept for one officer, over all forms: six telephone photos take about 25 MB with their renditions.
KEPT_LIMIT = 250 * MEGABYTE
# So many that ran out are removed in passing, when somebody uploads.
SWEPT_AT_ONCE = 20
_SALT = "iad_portal.kept_upload"
# In place of a form's name: it waits with a change for review, as long as that does, for whoever has its token.
IN_REVIEW = "in review"


class KeptUpload(models.Model):
    """One upload that no record holds yet: whose it is, for which form, its files, and what its row is to be told."""

    key = models.UUIDField(primary_key=True)
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    form = models.CharField(max_length=150)
    holder = models.CharField(max_length=100)
    name = models.CharField(max_length=255)
    size = models.PositiveBigIntegerField()
    stored_size = models.PositiveBigIntegerField()
    facts = models.JSONField()
    files = models.JSONField()
    kept_at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name


def table() -> type[KeptUpload]:
    """The table of kept uploads (lib has none of its own)."""
    return apps.get_model("relations", "KeptUpload")


def keep(upload: UploadedFile, holder: type[models.Model], officer: AbstractBaseUser, form: str) -> None:
    """Judge `upload`, render and store it for a row of `holder` (a StoredFile); never inside a transaction.

    It then carries `kept`, its row of KeptUpload; `reused`, when a row has the same content already; or `refusal`, the
    ValidationError that says why it is not taken. `form` names the form of `officer` that alone may use it.
    """
    gathered, key = GatheredFiles(), uuid4()
    try:
        facts = holder.store_upload(upload, key, gathered)
    except ValidationError as error:
        upload.refusal = error
        return
    if twin := reused_files.twin_of(holder, facts["sha256"]):
        upload.reused = twin
        return
    kept = table().objects.create(
        key=key, officer=officer, form=form, holder=holder._meta.label_lower, name=(upload.name or "")[-255:],
        size=upload.size, stored_size=sum(content.size for content in gathered.values()),
        facts=facts | {"upload_key": None}, files=list(gathered),
    )  # fmt: skip
    try:
        gathered.write(default_storage.save)
    except Exception:  # a store fails in its own ways; the officer's words must not be lost over it
        logger.exception("An upload could not be stored")
        discard([key])
        upload.refusal = ValidationError(_("The portal cannot store files at this moment. Try again later."), "storing")
    else:
        upload.kept = kept


def take_over(kept: KeptUpload, holder: type[models.Model], using: str) -> None:
    """Let the files of `kept` belong to a row of `holder`, inside the transaction that saves it.

    Raises ValidationError when somebody removed it meanwhile.
    """
    was_there = table().objects.using(using).filter(pk=kept.pk).delete()[0]
    # A form sent twice at once: the second row shares the files of the first.
    if not was_there and not holder._base_manager.using(using).filter(upload_key=kept.pk).exists():
        raise gone(kept.name)


def discard(keys: list[UUID]) -> None:
    """Remove those of the kept uploads `keys` that no record has taken over, with their files. Not in a transaction."""
    for kept in table().objects.filter(pk__in=keys) if keys else ():
        if table().objects.filter(pk=kept.pk).delete()[0]:
            remove(default_storage, kept.files)


def remove_old(at_most: int | None = None) -> int:
    """Remove kept uploads that ran out (the oldest first, `at_most` so many) and tell how many there were."""
    old = table().objects.filter(kept_at__lt=timezone.now() - KEPT_FOR).exclude(form=IN_REVIEW).order_by("kept_at")
    keys = list(old.values_list("pk", flat=True)[:at_most])
    discard(keys)
    return len(keys)


def token_of(upload: UploadedFile) -> str:
    """What a form carries of `upload`: signed, and of no use to another officer or in another form."""
    kept = getattr(upload, "kept", None)
    if reused := getattr(upload, "reused", None):
        return str(reused.token)
    return signing.dumps([kept.pk.hex if kept else "", upload.name, upload.size], salt=_SALT, compress=True)


def from_token(token: str, holder: type[models.Model], officer: AbstractBaseUser, form: str) -> UploadedFile | None:
    """The upload that `token` stands for; one that carries a refusal when it is not kept; None for no token of ours."""
    try:
        key, name, size = signing.loads(token, salt=_SALT)
    except (signing.BadSignature, ValueError):
        return reused_files.from_token(token, holder)
    upload = UploadedFile(BytesIO(), name=name, size=size)
    own = Q(officer=officer, form=form, kept_at__gt=timezone.now() - KEPT_FOR)
    kept = table().objects.filter(
        own | Q(form=IN_REVIEW), pk=UUID(key), holder=holder._meta.label_lower
    ).first() if key else None  # fmt: skip
    if kept:
        upload.kept = kept
    else:
        upload.refusal = gone(name)
    return upload


def key_in(token: str, officer: AbstractBaseUser) -> list[UUID]:
    """The key of what `token` stands for, if `officer` may remove it: [] or one."""
    try:
        key = signing.loads(token, salt=_SALT)[0]
    except signing.BadSignature:
        return []
    return list(table().objects.filter(pk=UUID(key), officer=officer).values_list("pk", flat=True)) if key else []


def hold(tokens: list[str], officer: AbstractBaseUser) -> None:
    """Let what `tokens` stand for wait for review: it does not run out, and whoever has the token may use it.

    Only what `officer` has kept, or what waits already.
    """
    own = Q(officer=officer) | Q(form=IN_REVIEW)
    table().objects.filter(own, pk__in=_keys(tokens)).update(form=IN_REVIEW)


def let_go(tokens: list[str], form: str) -> None:
    """What `tokens` stand for waits no longer: what no record has taken over is for `form`, and runs out in a week."""
    waiting = table().objects.filter(pk__in=_keys(tokens), form=IN_REVIEW)
    waiting.update(form=form, kept_at=timezone.now())


def _keys(tokens: list[str]) -> list[UUID]:
    keys = []
    for token in tokens:
        try:
            key = signing.loads(token, salt=_SALT)[0]
        except signing.BadSignature:
            continue
        keys += [UUID(key)] if key else []
    return keys


def keep_on(uploads: list[UploadedFile], officer: AbstractBaseUser) -> None:
    """A save was refused: keep `uploads` for another week, and no more than KEPT_LIMIT bytes for `officer` in all.

    Of other forms the oldest give way; of these, those that go beyond it lose `kept` and carry a refusal.
    """
    room, staying, going = KEPT_LIMIT, [], []
    for upload in [given for given in uploads if getattr(given, "kept", None)]:
        if upload.kept.stored_size <= room:
            room -= upload.kept.stored_size
            staying.append(upload.kept.pk)
        else:
            going.append(upload.kept.pk)
            upload.kept, upload.refusal = None, gone(str(upload.name))
    table().objects.filter(pk__in=staying).update(kept_at=timezone.now())
    others = table().objects.filter(officer=officer).exclude(Q(form=IN_REVIEW) | Q(pk__in=[*staying, *going]))
    others = others.order_by("-kept_at")
    for key, size in others.values_list("pk", "stored_size"):
        room -= size
        if room < 0:
            going.append(key)
    discard(going)


def make_room_for(upload: UploadedFile, officer: AbstractBaseUser, form: str) -> None:
    """`upload` came by itself: of other forms, and of what lies here for a day, the oldest give way to it.

    When that is not enough it is not kept, and carries a refusal.
    """
    if not getattr(upload, "kept", None):
        return
    own = table().objects.filter(officer=officer).exclude(Q(form=IN_REVIEW) | Q(pk=upload.kept.pk))
    too_much = sum(own.values_list("stored_size", flat=True)) + upload.kept.stored_size - KEPT_LIMIT
    going = []
    lying = ~Q(form=form) | Q(kept_at__lt=timezone.now() - timedelta(days=1))
    for key, size in own.filter(lying).order_by("kept_at").values_list("pk", "stored_size"):
        if too_much <= 0:
            break
        going.append(key)
        too_much -= size
    if too_much > 0:
        going = [upload.kept.pk]
        upload.kept, upload.refusal = (
            None,
            ValidationError(
                _("So many files wait in this form that it is to be saved first. Then choose this one again."),
                code="too_many_kept",
            ),
        )
    discard(going)
