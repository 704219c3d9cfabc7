"""Which texts of the office's records come in Thai and in English. Their history is kept."""

from iad_portal.lib.records.translation import bilingual

from .models import DataLicence, Message, Page, SiteNotice

bilingual(Page, "title", "lead", "body", "withdrawn_notice", "doubt")
bilingual(SiteNotice, "text", "link_label")
bilingual(DataLicence)
# What people wrote stands once, so that deleting a message deletes their words.
bilingual(Message, unkept=("text", "name", "email", "note"))
