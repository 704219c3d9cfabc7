"""Countries, cities, agreements, exchanges, embassies; and what every app above uses."""

from .agency import Agency, AgencyKind
from .agency_contact import AgencyContact
from .agreement import TIE_MAKING, Agreement, AgreementState, Instrument, Side, Signatory
from .alias import Alias, AliasKind, name_at
from .city import City, CityKind
from .country import Country, Region
from .document import Document
from .embassy import Embassy, EmbassyKind
from .exchange import Direction, Exchange, ExchangeKind, YouthGroup
from .figure import Figure, Measure, Qualifier
from .kept_upload import KeptUpload
from .key_recipient import KeyRecipient
from .listed_as import ListedAs, listed_as, renewed_on, with_list_state
from .person import Person, Post, PostKind
from .photo import Photo
from .revision import Revision
from .shelf_life import ShelfLife
from .source import Citation, Source, Sourced
from .spelling import Spelling
from .standing import Standing, standing_of
from .subject import OfSubject

__all__ = [
    "TIE_MAKING",
    "Agency",
    "AgencyContact",
    "AgencyKind",
    "Agreement",
    "AgreementState",
    "Alias",
    "AliasKind",
    "Citation",
    "City",
    "CityKind",
    "Country",
    "Direction",
    "Document",
    "Embassy",
    "EmbassyKind",
    "Exchange",
    "ExchangeKind",
    "Figure",
    "Instrument",
    "KeptUpload",
    "KeyRecipient",
    "ListedAs",
    "Measure",
    "OfSubject",
    "Person",
    "Photo",
    "Post",
    "PostKind",
    "Qualifier",
    "Region",
    "Revision",
    "ShelfLife",
    "Side",
    "Signatory",
    "Source",
    "Sourced",
    "Spelling",
    "Standing",
    "YouthGroup",
    "listed_as",
    "name_at",
    "renewed_on",
    "standing_of",
    "with_list_state",
]
