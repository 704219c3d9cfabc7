"""What the page of a network says of it to programs that read pages: schema.org, Organization."""

from iad_portal.lib.text.bilingual import other_language, reader_language, text_of
from iad_portal.lib.text.structured_data import Thing, absolute, in_language, text_fact, thing
from networks.models import Network
from relations.pages.links import seen


def network_data(network: Network) -> list[Thing]:
    """The network: its names, its own website, since when it is, and where its secretariat sits; its page is `url`."""
    other = text_of(network, "name", other_language(reader_language()))
    names = [network.acronym] if network.acronym else []
    told = thing(
        "Organization",
        id_=absolute(network.get_absolute_url()),
        url=absolute(network.get_absolute_url()),
        alternateName=[*names, *([] if other.is_fallback else [in_language(other)])],
        sameAs=network.website,
        foundingDate=network.founded_on,
        location=_secretariat(network),
    )
    return [told | text_fact("name", text_of(network, "name")) | text_fact("description", text_of(network, "aims"))]


def _secretariat(network: Network) -> Thing | None:
    city = seen(network.secretariat_city)
    country = network.secretariat_country or (city.country if city else None)
    town = text_of(city, "name") if city else text_of(network, "secretariat_place")
    land = text_of(country, "name") if country else ""
    if not town and not land:
        return None
    address = thing("PostalAddress", addressLocality=town, addressCountry=country.pk if country else "")
    return thing("Place", name=town or land, address=address)
