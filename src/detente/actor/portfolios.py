"""Fields of government, and the offices and bodies that are named after one: "minister for labour", "the Labour Ministry"."""

from __future__ import annotations

from collections.abc import Iterator

from detente.knowledge import RoleWord

_FIELDS = (
    "agriculture, animal husbandry, aviation, civil aviation, civil service, climate, climate change, commerce, communications, "
    "constitutional affairs, construction, consumer affairs, cooperatives, culture, cultural affairs, development, digital affairs, "
    "disaster management, economic affairs, economic development, economy, education, emergency situations, employment, energy, "
    "environment, equality, european affairs, federal affairs, fisheries, food, foreign trade, forestry, forests, gender, gender "
    "equality, health, higher education, housing, human rights, immigration, indigenous affairs, industry, information, infrastructure, "
    "innovation, integration, international cooperation, international development, international trade, irrigation, justice, labor, "
    "labour, land, lands, law, law and justice, liberation war affairs, livestock, local government, maritime affairs, migration, "
    "mineral resources, mines, mining, national security, national unity, natural resources, oil, overseas development, parliamentary "
    "affairs, petroleum, planning, ports, posts, power, primary industries, prisons, public administration, public enterprises, public "
    "health, public safety, public security, public service, public works, railways, reconciliation, reconstruction, refugees, regional "
    "development, religious affairs, research, roads, rural development, science, security, shipping, small business, social affairs, "
    "social development, social protection, social security, social services, social welfare, sport, sports, state security, "
    "telecommunications, territorial administration, textiles, tourism, trade, trade and industry, transport, transportation, tribal "
    "affairs, unification, urban development, veterans affairs, water, water resources, welfare, women's affairs, women, works, youth, "
    "youth and sports"
).split(", ")
_MINISTERS = ("minister", "state minister", "minister of state", "deputy minister", "vice minister", "junior minister", "assistant minister")
_SECRETARIES = ("secretary", "secretary of state", "permanent secretary", "cabinet secretary")
_BODIES = ("ministry", "department")


def portfolios() -> Iterator[RoleWord]:
    """The role words that a field of government makes: its ministers and secretaries (kind "person") and its ministry ("body")."""
    for field in _FIELDS:
        for kind, heads in (("person", _MINISTERS + _SECRETARIES), ("body", _BODIES)):
            for head in heads:
                for phrase in (f"{field} {head}", f"{head} of {field}", f"{head} for {field}"):
                    yield RoleWord(phrase, kind, ("GOV",), "", "recalled")
