"""Old addresses and where they lead now."""

from django import forms
from django.contrib import admin
from django.contrib.redirects.models import Redirect
from django.contrib.sites.models import Site
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.desk.bin_forms import BinnedDeletes
from iad_portal.lib.desk.filters import YesNoFilter, written
from iad_portal.lib.desk.refused import RefusedForms, told_when_refused
from iad_portal.lib.desk.site import Task
from iad_portal.lib.intake.typed_addresses import read_new, read_old
from iad_portal.lib.operations.old_addresses import end_of, lead_on, row_of, same

admin.site.unregister(Redirect)
admin.site.unregister(Site)  # one portal is one site: nothing to edit


class GoneFilter(YesNoFilter):
    """Addresses whose page is gone for good."""

    title, parameter_name = _("leads"), "leads"
    yes, no = _("To another address"), _("Nowhere: gone for good")

    def holds(self, records):
        return records.filter(written("new_path"))


class RedirectForm(forms.ModelForm):
    """One old address and where it leads: one step, never in a ring, never twice."""

    def clean_old_path(self):
        old = read_old(self.cleaned_data["old_path"])
        other = row_of(old, besides=self.instance.pk)
        if other and same(other.old_path, old):
            link = format_html(
                '<a href="{}">{}</a>', reverse("admin:redirects_redirect_change", args=[other.pk]), other
            )
            sentence = _("This old address is in the list already: {link}")
            raise ValidationError(format_html(sentence, link=link), "twice")
        return old

    def clean_new_path(self):
        return read_new(self.cleaned_data["new_path"])

    def clean(self):
        facts = super().clean()
        if facts.get("old_path") and facts.get("new_path"):
            try:
                facts["new_path"] = end_of(facts["new_path"], facts["old_path"], self.instance.pk) or facts["new_path"]
            except ValidationError as error:
                self.add_error("new_path", error)
        return facts


@admin.register(Redirect)
class RedirectAdmin(BinnedDeletes, RefusedForms, admin.ModelAdmin):
    """One old address. A changed slug writes its own."""

    task = Task.OFFICE
    position = 9
    form = RedirectForm
    fields = ["old_path", "new_path"]
    list_display = ["old_path", "new_path"]
    list_filter = [GoneFilter]
    search_fields = ["old_path", "new_path"]
    list_per_page = 50
    changeform_view = told_when_refused(admin.ModelAdmin.changeform_view)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "new_path":
            field.help_text = _("Where it leads now. Leave it empty when the page is gone for good.")
        else:
            field.help_text = _("As it stood in the browser: the whole address, or what stands behind the site’s name.")
        return field

    def save_model(self, request, obj, form, change):
        obj.site = Site.objects.get_current()
        super().save_model(request, obj, form, change)
        if obj.new_path:
            lead_on(obj.old_path, obj.new_path)
