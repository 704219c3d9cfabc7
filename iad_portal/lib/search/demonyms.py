"""What English calls that which belongs to a country: Chinese, Turkish, German. No list of names has it.

By ISO 3166-1 code, the forms in use with spaces between; a form of two words is joined by a low line.
"""

_TABLE = """
AD Andorran|AE Emirati|AF Afghan|AG Antiguan|AL Albanian|AM Armenian|AO Angolan|AR Argentine Argentinian|AT Austrian
AU Australian|AZ Azerbaijani Azeri|BA Bosnian|BB Barbadian|BD Bangladeshi|BE Belgian|BF Burkinabe|BG Bulgarian
BH Bahraini|BI Burundian|BJ Beninese|BN Bruneian|BO Bolivian|BR Brazilian|BS Bahamian|BT Bhutanese|BW Botswanan
BY Belarusian|BZ Belizean|CA Canadian|CD Congolese|CF Central_African|CG Congolese|CH Swiss|CI Ivorian|CL Chilean
CM Cameroonian|CN Chinese|CO Colombian|CR Costa_Rican|CU Cuban|CV Cape_Verdean|CY Cypriot|CZ Czech|DE German
DJ Djiboutian|DK Danish|DM Dominican|DO Dominican|DZ Algerian|EC Ecuadorian|EE Estonian|EG Egyptian|ER Eritrean
ES Spanish|ET Ethiopian|FI Finnish|FJ Fijian|FR French|GA Gabonese|GB British|GD Grenadian|GE Georgian|GH Ghanaian
GM Gambian|GN Guinean|GQ Equatorial_Guinean|GR Greek|GT Guatemalan|GY Guyanese|HN Honduran|HR Croatian|HT Haitian
HU Hungarian|ID Indonesian|IE Irish|IL Israeli|IN Indian|IQ Iraqi|IR Iranian|IS Icelandic|IT Italian|JM Jamaican
JO Jordanian|JP Japanese|KE Kenyan|KG Kyrgyz|KH Cambodian Khmer|KI Kiribati|KM Comorian|KP North_Korean
KR South_Korean Korean|KW Kuwaiti|KZ Kazakh Kazakhstani|LA Lao Laotian|LB Lebanese|LI Liechtenstein|LK Sri_Lankan
LR Liberian|LS Basotho|LT Lithuanian|LU Luxembourgish|LV Latvian|LY Libyan|MA Moroccan|MC Monegasque|MD Moldovan
ME Montenegrin|MG Malagasy|MK Macedonian|ML Malian|MM Burmese Myanmar|MN Mongolian|MR Mauritanian|MT Maltese
MU Mauritian|MV Maldivian|MW Malawian|MX Mexican|MY Malaysian|MZ Mozambican|NA Namibian|NE Nigerien|NG Nigerian
NI Nicaraguan|NL Dutch|NO Norwegian|NP Nepali Nepalese|NZ New_Zealander|OM Omani|PA Panamanian|PE Peruvian
PG Papua_New_Guinean|PH Philippine Filipino|PK Pakistani|PL Polish|PS Palestinian|PT Portuguese|PY Paraguayan
QA Qatari|RO Romanian|RS Serbian|RU Russian|RW Rwandan|SA Saudi Saudi_Arabian|SB Solomon_Islander|SC Seychellois
SD Sudanese|SE Swedish|SG Singaporean|SI Slovenian Slovene|SK Slovak|SL Sierra_Leonean|SN Senegalese|SO Somali
SR Surinamese|SS South_Sudanese|SV Salvadoran|SY Syrian|SZ Swazi|TD Chadian|TG Togolese|TH Thai|TJ Tajik|TL Timorese
TM Turkmen|TN Tunisian|TO Tongan|TR Turkish|TT Trinidadian|TW Taiwanese|TZ Tanzanian|UA Ukrainian|UG Ugandan
US American|UY Uruguayan|UZ Uzbek|VE Venezuelan|VN Vietnamese|VU Vanuatuan|WS Samoan|XK Kosovar|YE Yemeni
ZA South_African|ZM Zambian|ZW Zimbabwean
"""


def _read(table: str) -> dict[str, tuple[str, ...]]:
    rows = (row.split() for row in table.replace("\n", "|").split("|"))
    return {row[0]: tuple(form.replace("_", " ") for form in row[1:]) for row in rows if row}


DEMONYMS = _read(_TABLE)
