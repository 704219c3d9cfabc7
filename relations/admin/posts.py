"""People in posts, typed in the form of the city or the mission where they serve."""

from iad_portal.lib.desk.inlines import StackedRows
from relations.models import Post, PostKind


class PostRows(StackedRows):
    """People in posts; a new row begins as the post that is meant most often there, `usual`."""

    model = Post
    usual = PostKind.OTHER
    fields = ["person", "kind", "title", ("starts_on", "ends_on", "as_of"), "doubt"]
    fetched = ("person",)
    classes = ["collapse"]

    def formfield_for_choice_field(self, db_field, request, **kwargs):
        field = super().formfield_for_choice_field(db_field, request, **kwargs)
        if db_field.name == "kind":
            field.initial = self.usual
        return field


class MissionPosts(PostRows):
    """Heads of mission above all."""

    usual = PostKind.HEAD_OF_MISSION


class CityPosts(PostRows):
    """Mayors and governors above all."""

    usual = PostKind.LEADER
