"""Outlets that a text credits: "With reporting by ...", "according to Reuters", "told Radio Lublin"."""

from __future__ import annotations

import re

# Names of agencies as `knowledge/` writes them, for the forms that news use most; the coder knows many more.
_CANONICAL = {
    "AP": "Associated Press", "The Associated Press": "Associated Press", "AFP": "Agence France-Presse",
    "Agence France Presse": "Agence France-Presse", "ITAR-TASS": "TASS", "Tass": "TASS", "RIA": "RIA Novosti",
    "Xinhua News Agency": "Xinhua", "SCMP": "South China Morning Post", "BBC News": "BBC",
    "DPA": "dpa", "The Guardian": "Guardian", "The New York Times": "New York Times",
    "The Washington Post": "Washington Post", "The South China Morning Post": "South China Morning Post",
}  # fmt: skip
_AGENCIES = (
    "Reuters|TASS|ITAR-TASS|Interfax|RIA Novosti|AP|Associated Press|AFP|Agence France-Presse|Xinhua|Bloomberg|BBC|CNN|"
    "DPA|dpa|ANSA|EFE|Kyodo|Yonhap|Anadolu|Al Jazeera|PTI|UPI|IRNA|KCNA|SANA|Ukrinform|Sputnik|RFE/RL|Belta"
)
_WORDS = (
    "Post|Times|News|Radio|TV|Television|Press|Agency|Herald|Media|Courier|Reporter|Wire|Gazette|Tribune|Journal|Guardian|"
    "Telegraph|Star|Mail|Globe|Observer|Chronicle|Daily|Weekly|Broadcasting|Novosti|Zeitung|Monde|Figaro|Standard|"
    "Mirror|Independent|Ledger|Examiner|Bulletin|Broadcast|Novaya|Shimbun|Diario|Matin|Presse|Channel|Online|"
    "Vision|Info|Emisora|Cadena|Agence|Agência|Voice"
)
_GAP = r"[ \u00a0]"
_PART = r"[A-Z][\w'’/&-]*|de|del|of|the|du|la|des|and(?= [A-Z]\w+ (?:Post|News|Times))"
_NAME = rf"[A-Z](?:[\w'’/&-]|\.(?=\w))*(?:{_GAP}(?:{_PART})){{0,5}}"
_CREDIT_LINE = re.compile(
    r"^[ \t(\[*_]*(?:With |Additional )(?:additional )?reporting (?:by|from)[ \t]+(?P<list>[^\n]{2,300})", re.MULTILINE
)
_AFTER_CUE = re.compile(
    r"(?:[Aa]ccording to|told|quoted by|cited by|reported by|interview with|statement to)"
    rf"{_GAP}+(?:an?{_GAP})?(?P<name>(?:[Tt]he )?{_NAME})"
)
_BEFORE_CUE = re.compile(
    rf"(?P<name>\b{_NAME})(?:{_GAP}(?:news agency|newspaper|daily))?,?"
    rf"{_GAP}(?:said|reported|quoted|cited|reports|says|report\b)"
)
_AFTER_KIND = re.compile(
    r"\b(?:newspaper|magazine|(?:news|state) agency|broadcaster|portal|news site|website|station)"
    rf"{_GAP}(?P<name>{_NAME})"
)
_STATION = re.compile(
    rf"\b(?P<name>(?:Radio|Voice of(?: the)?){_GAP}(?:[A-Z][\w'’-]*|\d+)(?:{_GAP}[A-Z][\w'’-]*){{0,2}})"
)
_TOLD = re.compile(rf"\btold{_GAP}(?:the{_GAP})?(?P<name>[A-Z]{{3,6}})\b")
_STATE = re.compile(
    r"\b(?P<name>[A-Z]\w+(?:an|ese|ish|ch|i|sh) state(?:-run)? (?:media|television|TV|radio|news agency))"
)
_NO_OUTLETS = frozenset({"NATO", "OSCE", "ECOWAS", "ASEAN", "OPEC", "IAEA", "WHO", "IMF", "UNHCR", "CIA", "FBI", "USA"})
_KNOWN = re.compile(rf"(?:The )?(?:{_AGENCIES})$")
_LOOKS = re.compile(rf"\b(?:{_WORDS})\b")


def credited(text: str, *, publisher: str | None = None) -> tuple[str, ...]:
    """Names of the outlets that the text credits, in the order of their first credit, without its own publisher."""
    hits: list[tuple[int, str]] = []
    for line in _CREDIT_LINE.finditer(text):
        offset = line.start("list")
        for item in re.finditer(r"(?:(?!,|;| and | & ).)+", line["list"]):
            name = item.group().strip(" .\u00a0").removeprefix("and ")
            if _is_outlet(name) or (name.isupper() and len(name) > 1):
                hits.append((offset + item.start(), name))
    for pattern in (_AFTER_CUE, _BEFORE_CUE):
        named = ((hit.start(), re.sub(r"['’]s$", "", hit["name"].rstrip(".'’"))) for hit in pattern.finditer(text))
        hits += [(start, name) for start, name in named if _is_outlet(name)]
    for pattern in (_STATE, _STATION, _AFTER_KIND):
        hits += [(hit.start(), re.sub(r"['’]s$", "", hit["name"])) for hit in pattern.finditer(text)]
    hits += [(hit.start(), hit["name"]) for hit in _TOLD.finditer(text) if hit["name"] not in _NO_OUTLETS]
    names = (canonical(name) for _, name in sorted(hits))
    return tuple(dict.fromkeys(name for name in names if name != publisher))


def canonical(name: str) -> str:
    """The name by which an outlet is listed: without article, abbreviations of the agencies written out."""
    name = " ".join(name.split())
    if name in _CANONICAL:
        return _CANONICAL[name]
    bare = re.sub(r"^[Tt]he ", "", name)
    return _CANONICAL.get(bare, bare)


def _is_outlet(name: str) -> bool:
    if len(name) > 60:
        return False
    return bool(_KNOWN.match(name) or (_LOOKS.search(name) and " " in name.strip()))
