"""Tables and a store for the tests of lib.media.models and lib.media.response."""

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.http import HttpResponse
from django.urls import clear_url_caches, path

from tests.lib.media import media_models


@pytest.fixture(scope="session")
def media_tables(django_db_setup, django_db_blocker):
    """The tables of media_models, beside the portal's own."""
    models = [media_models.Picture, media_models.Paper]
    with django_db_blocker.unblock():
        with connection.schema_editor() as editor:
            for model in models:
                editor.create_model(model)
        yield
        with connection.schema_editor() as editor:
            for model in models:
                editor.delete_model(model)


@pytest.fixture
def store(settings):
    """The default storage, in memory and empty; the view ``media`` has its address."""
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    }
    settings.ROOT_URLCONF = (path("media/<path:name>", lambda request, name: HttpResponse(), name="media"),)
    clear_url_caches()
    yield default_storage
    clear_url_caches()


@pytest.fixture
def stored(store):
    """The names of every file in ``store``."""

    def names(folder=""):
        folders, files = store.listdir(folder)
        found = {f"{folder}{name}" for name in files}
        return found.union(*(names(f"{folder}{name}/") for name in folders))

    return names
