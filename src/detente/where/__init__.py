"""Where things are: candidate spans to places with coordinates, and spans of place names that a text holds.

The gazetteer is packed from GeoNames (geonames.org, CC BY 4.0): places of 500 people and more, first- and second-level divisions, countries.
"""

from detente.where.find import find_known
from detente.where.resolve import resolve_places
from detente.where.settle import Settled, settle
from detente.where.story import dateline, paragraph_countries, story_country, unlisted, venue

__all__ = ["Settled", "dateline", "find_known", "paragraph_countries", "resolve_places", "settle", "story_country", "unlisted", "venue"]
