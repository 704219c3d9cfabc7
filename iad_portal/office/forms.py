"""What people may write to the office, and the sentences that help when something is missing."""

from django import forms
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.intake.readers_forms import EmailFormField, LineFormField, ProseFormField, trap_field
from iad_portal.lib.text.bilingual import reader_language
from iad_portal.office.models import Message, Topic
from iad_portal.office.pages.contact import page_of_this_site

# A mistake may be told without saying who tells it.
NEEDS_NO_ANSWER = {Topic.MISTAKE}


class ContactForm(forms.Form):
    """The contact form. Every field refuses nonsense with a sentence, except the page, which is left out then."""

    use_required_attribute = False  # a browser's own sentences would be in the browser's language
    topic = forms.ChoiceField(
        label=_("What is your message about?"),
        choices=Topic.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what your message is about.")},
    )
    text = ProseFormField(
        label=_("Your message"),
        help_text=_("If you report a mistake, say what is wrong and, if you know it, where the right fact is found."),
        max_length=5000,
        error_messages={
            "required": _("Write your message."),
            "max_length": _("The message has %(show_value)s characters, and %(limit_value)s is the most. Shorten it."),
        },
    )
    name = LineFormField(
        label=_("Your name"),
        help_text=_("You may leave your name and e-mail address empty when you report a mistake."),
        required=False,
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = EmailFormField(
        label=_("Your e-mail address"),
        help_text=_("The office answers to this address."),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages={"invalid": _("Write a whole e-mail address, such as name@example.com.")},
    )
    consent = forms.BooleanField(
        label=_("I agree that the office keeps and uses what I write here to deal with my message."),
        error_messages={"required": _("Tick the box if you agree. Without it the office may not keep your message.")},
    )
    about = forms.CharField(required=False, widget=forms.HiddenInput)
    website = trap_field()

    def clean_about(self) -> str:
        return page_of_this_site(self.cleaned_data["about"])

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise forms.ValidationError(_("Leave the last field empty and send the form again."))
        return ""

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("topic") in NEEDS_NO_ANSWER:
            return cleaned
        if "name" not in self.errors and not cleaned.get("name"):
            self.add_error("name", _("Write your name, so that the office knows whom it answers."))
        if "email" not in self.errors and not cleaned.get("email"):
            self.add_error("email", _("Write an e-mail address to which the office can answer."))
        return cleaned

    def words(self) -> dict:
        """What a Message keeps of a valid form."""
        kept = {name: self.cleaned_data[name] for name in ("topic", "about", "text", "name", "email")}
        return kept | {"language": reader_language()}

    def sent_before(self) -> Message | None:
        """The message that a second press of the button would send again."""
        return Message.objects.sent_before(**self.words())
