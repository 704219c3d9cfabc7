"""Which texts of the office's own pages come in Thai and in English. Their history is kept."""

from iad_portal.lib.translation import bilingual

from .models import Page

bilingual(Page, "title", "lead", "body", "withdrawn_notice", "doubt")
