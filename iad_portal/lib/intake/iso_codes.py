"""Codes that the world has agreed on: of countries (ISO 3166-1) and of currencies (ISO 4217).

They are taken as people type them, in small letters or with spaces, and kept as they are assigned.
"""

import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from iad_portal.lib.text.translatable import Translatable

# Two letters and three, as CLDR has them; one line a country would be long to read and never be read.
_TABLE = """
    AD:AND AE:ARE AF:AFG AG:ATG AI:AIA AL:ALB AM:ARM AO:AGO AQ:ATA AR:ARG AS:ASM AT:AUT AU:AUS AW:ABW
    AX:ALA AZ:AZE BA:BIH BB:BRB BD:BGD BE:BEL BF:BFA BG:BGR BH:BHR BI:BDI BJ:BEN BL:BLM BM:BMU BN:BRN
    BO:BOL BQ:BES BR:BRA BS:BHS BT:BTN BV:BVT BW:BWA BY:BLR BZ:BLZ CA:CAN CC:CCK CD:COD CF:CAF CG:COG
    CH:CHE CI:CIV CK:COK CL:CHL CM:CMR CN:CHN CO:COL CR:CRI CU:CUB CV:CPV CW:CUW CX:CXR CY:CYP CZ:CZE
    DE:DEU DJ:DJI DK:DNK DM:DMA DO:DOM DZ:DZA EC:ECU EE:EST EG:EGY EH:ESH ER:ERI ES:ESP ET:ETH FI:FIN
    FJ:FJI FK:FLK FM:FSM FO:FRO FR:FRA GA:GAB GB:GBR GD:GRD GE:GEO GF:GUF GG:GGY GH:GHA GI:GIB GL:GRL
    GM:GMB GN:GIN GP:GLP GQ:GNQ GR:GRC GS:SGS GT:GTM GU:GUM GW:GNB GY:GUY HK:HKG HM:HMD HN:HND HR:HRV
    HT:HTI HU:HUN ID:IDN IE:IRL IL:ISR IM:IMN IN:IND IO:IOT IQ:IRQ IR:IRN IS:ISL IT:ITA JE:JEY JM:JAM
    JO:JOR JP:JPN KE:KEN KG:KGZ KH:KHM KI:KIR KM:COM KN:KNA KP:PRK KR:KOR KW:KWT KY:CYM KZ:KAZ LA:LAO
    LB:LBN LC:LCA LI:LIE LK:LKA LR:LBR LS:LSO LT:LTU LU:LUX LV:LVA LY:LBY MA:MAR MC:MCO MD:MDA ME:MNE
    MF:MAF MG:MDG MH:MHL MK:MKD ML:MLI MM:MMR MN:MNG MO:MAC MP:MNP MQ:MTQ MR:MRT MS:MSR MT:MLT MU:MUS
    MV:MDV MW:MWI MX:MEX MY:MYS MZ:MOZ NA:NAM NC:NCL NE:NER NF:NFK NG:NGA NI:NIC NL:NLD NO:NOR NP:NPL
    NR:NRU NU:NIU NZ:NZL OM:OMN PA:PAN PE:PER PF:PYF PG:PNG PH:PHL PK:PAK PL:POL PM:SPM PN:PCN PR:PRI
    PS:PSE PT:PRT PW:PLW PY:PRY QA:QAT RE:REU RO:ROU RS:SRB RU:RUS RW:RWA SA:SAU SB:SLB SC:SYC SD:SDN
    SE:SWE SG:SGP SH:SHN SI:SVN SJ:SJM SK:SVK SL:SLE SM:SMR SN:SEN SO:SOM SR:SUR SS:SSD ST:STP SV:SLV
    SX:SXM SY:SYR SZ:SWZ TC:TCA TD:TCD TF:ATF TG:TGO TH:THA TJ:TJK TK:TKL TL:TLS TM:TKM TN:TUN TO:TON
    TR:TUR TT:TTO TV:TUV TW:TWN TZ:TZA UA:UKR UG:UGA UM:UMI US:USA UY:URY UZ:UZB VA:VAT VC:VCT VE:VEN
    VG:VGB VI:VIR VN:VNM VU:VUT WF:WLF WS:WSM YE:YEM YT:MYT ZA:ZAF ZM:ZMB ZW:ZWE
"""
ALPHA_3 = dict(pair.split(":") for pair in _TABLE.split())
# Kosovo, by user assignment: ISO gives it no code, and no third letter.
ALPHA_2 = frozenset(ALPHA_3) | {"XK"}


def as_code(typed: str) -> str:
    """`typed` in capitals, in plain letters, without white space."""
    return "".join(unicodedata.normalize("NFKC", typed).upper().split())


@cache
def currencies() -> frozenset[str]:
    """The codes of all currencies, past ones too: an old source names them. Loaded when first asked."""
    from babel.numbers import list_currencies

    return frozenset(list_currencies())


class _CodeField(models.CharField):
    """A plain column of capitals."""

    sentence: Translatable = ""

    @staticmethod
    def codes() -> frozenset[str]:
        raise NotImplementedError

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return as_code(value) if isinstance(value, str) else value

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        # What is typed may be longer than what is kept; the sentence about the code says more than one on its length.
        field = super().formfield(**kwargs)
        field.max_length, field.widget.attrs["maxlength"] = None, "20"
        field.validators = [
            validator for validator in field.validators if getattr(validator, "code", "") != "max_length"
        ]
        return field

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        if value and value not in self.codes():
            raise ValidationError(self.sentence, "unknown_code", {"typed": value})

    def run_validators(self, value: Any) -> None:
        # Longer than any code: already told.
        if value in self.codes():
            super().run_validators(value)


class CountryCodeField(_CodeField):
    """The two letters of a country; its three letters are taken for them."""

    sentence = _("“%(typed)s” is no ISO 3166-1 code of a country. It has two Latin letters, such as JP for Japan.")

    @staticmethod
    def codes() -> frozenset[str]:
        return ALPHA_2

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return _FROM_ALPHA_3.get(value, value)


class CountryCode3Field(_CodeField):
    """The three letters of a country."""

    sentence = _("“%(typed)s” is no ISO 3166-1 code of a country. It has three Latin letters, such as JPN for Japan.")

    @staticmethod
    def codes() -> frozenset[str]:
        return frozenset(ALPHA_3.values())


class CurrencyField(_CodeField):
    """The three letters of a currency."""

    sentence = _("“%(typed)s” is no ISO 4217 code of a currency. It has three Latin letters, such as THB for baht.")

    @staticmethod
    def codes() -> frozenset[str]:
        return currencies()


_FROM_ALPHA_3 = {three: two for two, three in ALPHA_3.items()}
