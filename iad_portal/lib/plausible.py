"""What is most likely a slip in a record's form is asked about, from one place for every form of the desk."""

from django.utils.translation import gettext as _

from .confirmation import Confirming
from .coordinate_fields import CoordinateFormField
from .coordinate_parse import LATITUDE, LONGITUDE
from .country_boxes import lies_near, probably_meant


class AsksAboutSlips(Confirming):
    """Asks about a place outside its country. Join it before the form class.

    A model whose places lie elsewhere than in its `country` says where in `place_in`: a key of country_boxes.csv.
    """

    def clean(self):
        cleaned = super().clean()
        self._ask_about_place()
        return cleaned

    def _ask_about_place(self) -> None:
        boxes = {field.axis: name for name, field in self.fields.items() if isinstance(field, CoordinateFormField)}
        if len(boxes) != 2 or not {*boxes.values(), "country"} & set(self.changed_data):
            return
        latitude, longitude = (self.cleaned_data.get(boxes[axis]) for axis in (LATITUDE, LONGITUDE))
        country = self.cleaned_data.get("country") or (self.instance.country_id and self.instance.country)
        where = getattr(self._meta.model, "place_in", "") or (country and country.pk)
        if latitude is None or longitude is None or not where or lies_near(where, latitude, longitude):
            return
        said = {"place": f"{latitude:f}, {longitude:f}", "country": _("Bangkok") if where == "TH-10" else country}
        slip = probably_meant(where, latitude, longitude)
        if slip:
            said["slip"] = f"{slip[0]:f}, {slip[1]:f}"
            sentence = _("The pin %(place)s lies far from %(country)s; %(slip)s lies in it. Which one is meant?") % said
        else:
            sentence = _("The pin %(place)s lies far from %(country)s: is that meant?") % said
        self.ask(boxes[LATITUDE], sentence, "far_from_country", about=f"{where} {said['place']}")
