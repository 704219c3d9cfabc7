"""What a subscription to alerts is about, in words. A record that is hidden is never named."""

from django.utils.translation import gettext as _

from iad_portal.lib.text.bilingual import Text, text_of
from networks.models import Network
from news.models import ArticleKind, Subscription
from relations.models import City


def record_words(record: City | Network | None) -> str:
    """The name of `record` for the reader; neutral words where it is hidden or gone."""
    if record is None or not record.is_published():
        return _("a page that is not public now")
    name: Text = text_of(record, "name")
    return getattr(record, "acronym", "") or str(name)


def scope_words(subscription: Subscription) -> str:
    """What news `subscription` brings, such as "Interview · Fukuoka"."""
    parts = []
    if subscription.kind:
        parts.append(str(ArticleKind(subscription.kind).label))
    if subscription.city_id:
        parts.append(record_words(City.objects.filter(pk=subscription.city_id).first()))
    if subscription.network_id:
        parts.append(record_words(Network.objects.filter(pk=subscription.network_id).first()))
    return " · ".join(parts) or _("All news")
