"""A light test of a text's language by its commonest words; enough to stop before coding what is no English."""

from __future__ import annotations

import re
from collections import Counter

SAMPLE = 20_000  # code points
FEWEST_WORDS = 12  # with fewer words nothing is said
CLEARLY = 3  # so many more of its words than of English ones another language has

_STOPWORDS = {
    "en": "the of and to in a that is was for on with as by at it from his be has have he said are not an their were",
    "fr": "le la les de des du et à un une que en dans est pour qui sur pas au par plus il elle ne se sont avec ce son",
    "de": "der die das und in den von zu mit ist des sich auf für im dem nicht ein eine als auch es an werden aus er",
    "es": "el la los las de y en que un una por con del se para su al es no lo como más pero sus",
    "it": "il la lo gli di e che in un una per con del della dei si è al non da sono le nel alla ha anche come più",
    "pt": "o a os as de e que em um uma para com do da dos das no na se por não é ao mais foi sua seu como",
    "nl": "de het een van en in is dat op te met voor niet zijn aan er door om bij ook naar uit als heeft werd",
    "sv": "och att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när",
    "pl": "i w na z do że się nie to jest o jak po przez od za dla są oraz ale który być tym jego już",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi en ne o kadar sonra ama var",
    "id": "yang dan di dengan untuk dari pada ini itu dalam tidak akan ke oleh juga karena telah sebagai",
}
#: The languages of each of these words.
_LANGUAGES: dict[str, list[str]] = {}
for _code, _listed in _STOPWORDS.items():
    for _word in _listed.split():
        _LANGUAGES.setdefault(_word, []).append(_code)
_WORD = re.compile(r"[^\W\d_]+")


def guess(text: str) -> str | None:
    """ISO 639-1 code of the likeliest language, "und" for one that is none of those known, None if too little text."""
    words = _WORD.findall(text[:SAMPLE].replace("İ", "i").lower())  # the only capital of which two code points become
    letters = sum(map(len, words))
    if len(words) < FEWEST_WORDS and letters < 80:
        return None
    counts = Counter(words)
    found = dict.fromkeys(_STOPWORDS, 0)
    for word in counts.keys() & _LANGUAGES.keys():
        for code in _LANGUAGES[word]:
            found[code] += counts[word]
    shares = {code: count / len(words) for code, count in found.items()}
    best = max(shares, key=lambda code: shares[code])
    if best != "en" and found[best] - found["en"] < CLEARLY:
        return None  # "Mohammed bin Salman met Abdel Aziz": names have such words, too
    if shares[best] >= 0.12:
        return best
    latin = sum(len(word) for word in words if word.isascii())
    if latin < 0.5 * letters or (len(words) >= 60 and shares[best] < 0.06):
        return "und"
    return best if shares[best] >= 0.06 else None
