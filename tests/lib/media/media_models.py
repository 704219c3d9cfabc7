"""The abstract models of lib.media.models made concrete for its tests, in an app that no settings name."""

from django.db import models

from iad_portal.lib.media.models import DocumentFile, ImageFile


class Picture(ImageFile):
    title = models.CharField(max_length=20, blank=True)

    class Meta:
        app_label = "media_tests"

    def __str__(self):
        return self.title


class Paper(DocumentFile):
    title = models.CharField(max_length=20, unique=True, null=True)

    class Meta:
        app_label = "media_tests"

    def __str__(self):
        return self.title
