"""Which texts of the roof's records come in Thai and in English. Their history is kept."""

from iad_portal.lib.translation import bilingual

from .models import Message, Page

bilingual(Page, "title", "lead", "body", "withdrawn_notice", "doubt")
# What people wrote stands once, so that deleting a message deletes their words.
bilingual(Message, unkept=("text", "name", "email", "note"))
