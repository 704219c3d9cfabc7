"""The sentences with which documents are refused: each says what to do next."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


def damaged() -> ValidationError:
    """Nothing can open it."""
    return ValidationError(
        _("The document is damaged or incomplete. Open it on your computer, save it again and upload the new file."),
        code="damaged",
    )


def locked() -> ValidationError:
    """It asks for a password."""
    return ValidationError(
        _("The document is locked with a password or protected. Save it without a password and upload that."),
        code="locked",
    )


def not_taken() -> ValidationError:
    """It is of a kind that the site does not take."""
    return ValidationError(
        _("The site does not take this kind of file. Upload PDF, DOCX, XLSX, PPTX, ODT, ODS, CSV or TXT."),
        code="not_taken",
    )
