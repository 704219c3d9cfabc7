"""Old addresses and where they lead now."""

from django.contrib import admin
from django.contrib.redirects.models import Redirect
from django.contrib.sites.models import Site
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.admin_filters import YesNoFilter, written
from iad_portal.lib.admin_site import Task

admin.site.unregister(Redirect)
admin.site.unregister(Site)  # one portal is one site: nothing to edit


class GoneFilter(YesNoFilter):
    """Addresses whose page is gone for good."""

    title, parameter_name = _("leads"), "leads"
    yes, no = _("To another address"), _("Nowhere: gone for good")

    def holds(self, records):
        return records.filter(written("new_path"))


@admin.register(Redirect)
class RedirectAdmin(admin.ModelAdmin):
    """One old address. A changed slug writes its own."""

    task = Task.OFFICE
    place = 9
    fields = ["old_path", "new_path"]
    list_display = ["old_path", "new_path"]
    list_filter = [GoneFilter]
    search_fields = ["old_path", "new_path"]
    list_per_page = 50

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "new_path":
            field.help_text = _("Where it leads now. Leave it empty when the page is gone for good.")
        return field

    def save_model(self, request, obj, form, change):
        obj.site = Site.objects.get_current()
        super().save_model(request, obj, form, change)
