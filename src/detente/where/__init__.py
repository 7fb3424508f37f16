"""Where things are: candidate spans to places with coordinates, and spans of place names that a text holds.

The gazetteer is packed from GeoNames (geonames.org, CC BY 4.0): places of 15,000 people and more, first-level divisions, countries.
"""

from detente.where.find import find_known
from detente.where.resolve import resolve_places
from detente.where.settle import settle
from detente.where.story import story_country

__all__ = ["find_known", "resolve_places", "settle", "story_country"]
