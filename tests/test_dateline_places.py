"""The places of datelines: display case and country."""

import pytest

from newsnorm.datelines import parse_dateline

PLACES = [
    ("ST. PETERSBURG, Fla. (AP) — It", "St. Petersburg", "US"),
    ("MCALLEN, Texas (AP) — It", "McAllen", "US"),
    ("McALLEN, Texas (AP) — It", "McAllen", "US"),
    ("PORT-AU-PRINCE, Haiti (AP) — It", "Port-au-Prince", "HT"),
    ("N'DJAMENA, Chad (AP) — It", "N'Djamena", "TD"),
    ("İSTANBUL (AA) - Liman", "İstanbul", "TR"),
    ("DİYARBAKIR (AA) - Liman", "Diyarbakır", "TR"),
    ("KARACHI: It rained.", "Karachi", "PK"),
    ("Nagpur: It rained all night.", "Nagpur", "IN"),
    ("Innsbruck – Es regnete die ganze Nacht", "Innsbruck", "AT"),
    ("Wien/Brüssel – Es regnete die ganze Nacht", "Wien", "AT"),
    ("москва, 1 дек — риа новости. дождь", "Москва", "RU"),
    ("SAN JOSE (AP) — It rained", "San Jose", None),  # of California or of Costa Rica
    ("SAN JOSE, Costa Rica (AP) — It rained", "San Jose", "CR"),
    ("TBILISI, Georgia (AP) — It rained", "Tbilisi", "GE"),
    ("ATLANTA, Georgia (AP) — It rained", "Atlanta", "US"),
    ("JERUSALEM (AP) — It rained", "Jerusalem", None),
    ("BELÉM, PA (FOLHAPRESS) - Choveu", "Belém", "BR"),
    ("PERTH, WA (AAP) - It rained", "Perth", "AU"),
    ("COLUMBIA, S.C. (AP) — It rained", "Columbia", "US"),
    ("Georgia.- Llovió toda la noche en los montes y en la costa del estado", "Georgia", None),
    ("LAHORE, Punjab (APP): It rained", "Lahore", "PK"),
    ("UNITED NATIONS (AP) — It rained", "United Nations", None),
    ("LUENA, Somewhere (AP) — It rained", "Luena", None),
    ("MONTEGO BAY, St. James — It rained.", "Montego Bay", "JM"),  # St. James is a village of Vietnam, too
    ("Jhansi (UP), March 3 (PTI) It rained", "Jhansi", "IN"),
    ("SANTANDER (EFE) — Llovió", "Santander", None),  # of Spain, or a department of Colombia
    ("La Paz, 3 mar (EFE).- Llovió", "La Paz", None),
    ("عمان 3 آذار (بترا)- هطل المطر", "عمان", None),  # Amman or Oman
    ("Ростовская область, 3 декабря 2022. DON24.RU. Дождь", "Ростовская область", "RU"),
]


@pytest.mark.parametrize(("text", "name", "country"), PLACES)
def test_display_name_and_country(text: str, name: str, country: str | None) -> None:
    """Names are shown as a reader writes them; the country is told where it is certain, else None."""
    found = parse_dateline(text)
    assert found is not None
    assert (found.places[0].name, found.places[0].country) == (name, country)
