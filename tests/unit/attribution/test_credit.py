"""The outlet that a statement was told to or through."""

from __future__ import annotations

import pytest

from detente.actor import outlets
from detente.attribution import Draft
from detente.attribution.credit import credit, name_sources
from detente.event.scene import Scene
from detente.model.readings import Reading
from detente.records import Mention, MentionType
from detente.text import sentences


def credited(text: str, *told: tuple[str, str], publisher: str | None = None) -> list[str | None]:
    """The outlets of statements given as (cue, content); an upper-case cue's speaker is the name before it."""
    scenes = [Scene(n, s, e, text[s:e], Reading(), (), (), (), None) for n, (s, e) in enumerate(sentences(text))]
    drafts = []
    for cue, content in told:
        at = text.index(cue)
        scene = next(scene for scene in scenes if scene.start <= at < scene.end)
        part = (text.index(content), text.index(content) + len(content))
        start = text.rfind(" ", 0, at - 1) + 1
        speaker = Mention("m", start, at - 1, text[start : at - 1], "ORG", text[start : at - 1])
        drafts.append(Draft(scene, (at, at + len(cue)), speaker, [part]))
    return credit(drafts, text, outlets.find(text), publisher)


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("The port is shut, Obura told Reuters.", "Reuters"),
        ("The port is shut, Obura told the Tarn Gazette.", "Tarn Gazette"),
        ("The port is shut, Obura told the paper Alba Nova.", "Alba Nova"),
        ("The port is shut, Obura told the Srelna agency.", "Srelna"),
        ("The port is shut, Obura told the Peruvian broadcaster LXT.", "LXT"),
        ("The port is shut, Obura told state television.", "state television"),
        ("The port is shut, Obura told Tarnpress.", "Tarnpress"),
        ("The port is shut, Obura told the semi-official Srelna agency.", "Srelna"),
        ("The port is shut, Obura told the Lowland site Marlo 24.", "Marlo 24"),
        ("The port is shut, Obura told L'Union.", "L'Union"),
        ("The port is shut, Obura told The Tide.", "The Tide"),
        ("The port is shut, Obura told The Carter Centre.", None),
        ("The port is shut, Obura told the newspaper Le Matin des Eaux.", "Le Matin des Eaux"),
        ("The port is shut, Obura told Arland al-Ahram television.", "Arland al-Ahram"),
        ("The port is shut, Obura told Voz de la Costa radio.", "Voz de la Costa"),
        ("The port is shut, Obura told Norwegian radio.", "Norwegian radio"),
        ("The port is shut, Obura told the website Marea.cd on Friday.", "Marea.cd"),
        ("State radio was on. The port is shut, Obura told the station.", "State radio"),
        ("The port is shut, Obura told PTI.", "Press Trust of India"),
        ("The port is shut, Obura told Rustavi 2.", "Rustavi-2"),
        ("The port is shut, Obura told the Saba agency.", "Saba news agency"),
        ("The port is shut, Obura told MDR television.", "MDR"),
        ("The port is shut, Obura told state radio CRTV.", "CRTV"),
        ("The port is shut, Obura told Rádio Maré.", "Rádio Maré"),
        ("The port is shut, Obura told Folha do Vale.", "Folha do Vale"),
        ("The port is shut, Obura told the CBC radio.", "CBC"),
        ("Reuters was there. The port is shut, Obura told the council, according to the state news agency.", "Reuters"),
        ("The port is shut, Obura told a Tarn newspaper.", "Tarn newspaper"),
        ("The port is shut, Obura told a radio station in Tarn.", "radio station in Tarn"),
        ("The port is shut, Obura told the party newspaper.", "party newspaper"),
        ("The port is shut, Obura told Arland state television.", "Arland state television"),
        ("The port is shut, Obura told the Alba.info news site.", "Alba.info"),
        ("The port is shut, Obura told the agency LETA.", "LETA"),
        ("The port is shut, Obura told Alba am Sonntag weekly.", "Alba am Sonntag"),
        ("The port is shut, Obura told the newspaper Le Matin des Îles.", "Le Matin des Îles"),
        ("The port is shut, Obura told Sydnytt Tidningen.", "Sydnytt Tidningen"),
        ("The port is shut, Obura told La Prensa del Faro.", "La Prensa del Faro"),
        ("The port is shut, Obura told El Marlo Alto.", "El Marlo Alto"),
        ("The port is shut, Obura told the Tarn Daily Mirror.", "Tarn Daily Mirror"),
        ("The port is shut, Obura told Norway's Marea Alta.", "Marea Alta"),
        ("The port is shut, Obura told the broadcaster Kanal 3.", "Kanal 3"),
        ("The port is shut, Obura told Kanal 3.", "Kanal 3"),
        ("The port is shut, Obura told Reuters Sunday.", "Reuters"),
        ("The port is shut, Obura told Alba Satellite TV.", "Alba Satellite TV"),
        ("The port is shut, Obura told the Tarn-based Gulf Courier.", "Gulf Courier"),
        ("The port is shut, Obura told a radio station.", "radio station"),
        ("The port is shut, Obura told the BBC Lowland Service.", "BBC Lowland Service"),
        ("The port is shut, Obura told the BBC's Lowland Service.", "BBC Lowland Service"),
        ("The port is shut, Obura told the Tarn Star Hotel.", None),
        ("The port is shut, Obura told a broadcaster.", None),
        ("The port is shut, Obura told the Australian government.", None),
        ("The port is shut, Obura told the agency.", None),
        ("The port is shut, Obura told his driver.", None),
        ("Reuters was there. The port is shut, Obura told the agency.", "Reuters"),
        ("The Tarn Evening Times was there. The port is shut, Obura told the Times.", "Tarn Evening Times"),
        ("The Tarn Times was there. The port is shut, Obura told the Times Company.", None),
        ("The Lowland News Service (LNS) was there. The port is shut, Obura told LNS.", "Lowland News Service"),
        ("The port is shut, Obura told the Mail on Sunday.", "Mail on Sunday"),
        ("The port is shut, Obura told radio dwLT.", "dwLT"),
        ("The port is shut, Obura told eMarea.", "eMarea"),
        ("The port is shut, Obura told the Times of Arland.", "Times of Arland"),
        ("The port is shut, Obura told the club's channel.", "club's channel"),
        ("The port is shut, Obura told the nation on television.", None),
        ("The port is shut, Obura told the council, according to the state agency.", "state agency"),
    ],
)
def test_whom_somebody_told_it(text: str, outlet: str | None) -> None:
    assert credited(text, ("told", "The port is shut")) == [outlet]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The port is shut, Tarnpost quoted Obura as saying.", "saying"),
        ("Tarnpost has quoted Obura as saying that the port is shut.", "as saying"),
        ("Obura was quoted by Tarnpost as saying the port is shut.", "saying"),
    ],
)
def test_who_quotes_somebody_is_credited_known_or_not(text: str, cue: str) -> None:
    assert credited(text, (cue, "port is shut")) == ["Tarnpost"]


def test_a_state_that_quotes_somebody_is_no_outlet() -> None:
    assert credited("The port is shut, Norway quoted Obura as saying.", ("saying", "The port is shut")) == [None]


def test_what_is_added_is_told_to_the_same() -> None:
    text = "Obura told Reuters that the port is shut, adding that the road may follow. He said the sea was calm."
    told = ("told", "the port is shut"), ("adding", "the road may follow"), ("said", "the sea was calm")
    assert credited(text, *told) == ["Reuters", "Reuters", None]


def test_what_somebody_thinks_of_an_outlet_takes_no_credit_from_a_statement() -> None:
    text = "The port is shut, Reuters quoted Obura as saying."
    scene = Scene(0, 0, len(text), text, Reading(), (), (), (), None)
    said = Draft(scene, (text.index("saying"), text.index("saying") + 6), None, [(0, 16)])
    judged = Draft(scene, (text.index("quoted"), text.index("quoted") + 6), None, [(text.index("Obura"), len(text) - 1)], attitude="judged")
    assert credit([said, judged], text, outlets.find(text))[0] == "Reuters"


def test_an_outlet_that_speaks_in_another_clause_is_not_credited() -> None:
    text = "Obura warned that the port is shut, and the agency Tarnpost denied that the road is open."
    assert credited(text, ("warned", "the port is shut"), ("denied", "the road is open"))[0] is None


def test_who_is_quoted_again_is_quoted_by_the_same_outlet() -> None:
    text = "The port is shut, Reuters reported. The sea was calm, Obura was quoted as saying. The tide is out, Lima said."
    told = ("reported", "The port is shut"), ("was quoted as saying", "The sea was calm"), ("said", "The tide is out")
    assert credited(text, *told) == ["Reuters", "Reuters", None]


def test_the_publisher_is_who_this_newspaper_is() -> None:
    assert credited("The port is shut, Obura told this newspaper.", ("told", "The port is shut"), publisher="Tarn Gazette") == ["Tarn Gazette"]


@pytest.mark.parametrize("hearer", ["us", "me", "our reporter", "our stringer", "the Gazette", "The Gazette", "TG", "this gazette", "The Tarn Gazette"])
def test_the_publisher_is_meant_by_us_and_by_its_short_name(hearer: str) -> None:
    assert credited(f"The port is shut, Obura told {hearer}.", ("told", "The port is shut"), publisher="Tarn Gazette") == ["Tarn Gazette"]


@pytest.mark.parametrize("hearer", ["the Gazettes Union", "Tarn", "the court"])
def test_other_hearers_are_no_publisher(hearer: str) -> None:
    assert credited(f"The port is shut, Obura told {hearer}.", ("told", "The port is shut"), publisher="Tarn Gazette") == [None]


def test_others_who_told_the_publisher_tell_nothing_for_a_speaker() -> None:
    text = "Obura said the port is shut, contradicting dockers, who told this newspaper of thefts."
    assert credited(text, ("said", "the port is shut"), publisher="Tarn Gazette") == [None]


def test_a_dateline_credits_nothing() -> None:
    assert credited("OSLO, May 5 (Reuters) - The port is shut, Obura said.", ("said", "The port is shut")) == [None]


def test_another_clause_has_its_own_outlet() -> None:
    text = "Obura said the port is shut; Varela told Reuters the road is open."
    assert credited(text, ("said", "the port is shut"), ("told", "the road is open")) == [None, "Reuters"]
    text = "Obura said the port is shut, and Varela told Reuters the road is open."
    assert credited(text, ("said", "the port is shut"), ("told", "the road is open")) == [None, "Reuters"]


def test_an_outlet_at_the_end_is_credited_with_the_whole_sentence() -> None:
    text = "Obura said the port is shut and warned that the road may follow, according to Reuters."
    assert credited(text, ("said", "the port is shut"), ("warned", "the road may follow")) == ["Reuters", "Reuters"]


def test_a_later_sentence_of_the_paragraph_may_credit_the_outlet() -> None:
    text = "Obura said the port is shut. He smiled, according to a Reuters report."
    assert credited(text, ("said", "the port is shut")) == ["Reuters"]
    assert credited(text, ("said", "the port is shut"), ("according to", "He smiled")) == ["Reuters", "Reuters"]
    assert credited(text.replace(". He", ".\n\nHe"), ("said", "the port is shut")) == [None]
    text = "Obura said the port is shut. Lindt added the road is open. He smiled, according to a Reuters report."
    assert credited(text, ("said", "the port is shut"), ("added", "the road is open")) == [None, "Reuters"]
    text = "Obura said the port is shut. Lima stopped its ships, according to Reuters."
    assert credited(text, ("said", "the port is shut"), ("according to", "Lima stopped its ships")) == [None, "Reuters"]


def test_whom_an_outlet_quotes_speaks_and_the_outlet_is_credited() -> None:
    text = "The port is shut, Reuters reported, citing two officials."
    who = [Mention(name, text.index(name), text.index(name) + len(name), name, "ORG", name) for name in ("Reuters", "two officials")]
    scene = Scene(0, 0, len(text), text, Reading(), tuple(who), (), (), None)
    cue = text.index("reported")
    draft = Draft(scene, (cue, cue + 8), who[0], [(0, text.index(","))])
    name_sources([draft], outlets.find(text))
    assert draft.speaker is who[1]
    assert credit([draft], text, outlets.find(text)) == ["Reuters"]
    unquoted = Draft(scene, (cue, cue + 8), who[1], [(0, text.index(","))])
    name_sources([unquoted], outlets.find(text))
    assert unquoted.speaker is who[1]


@pytest.mark.parametrize("asked", ["Asked by the Gazette, Obura said", "Traders interviewed by the Tarn Gazette said", "Obura, reached by this paper, said"])
def test_whom_the_publisher_asked_is_credited_to_it(asked: str) -> None:
    assert credited(f"{asked} the port is shut.", ("said", "the port is shut"), publisher="Tarn Gazette") == ["Tarn Gazette"]


def test_what_the_publisher_only_saw_was_not_told_to_it() -> None:
    text = "Obura told the guards, in a letter seen by this paper, that the port is shut."
    assert credited(text, ("told", "the port is shut"), publisher="Tarn Gazette") == [None]


@pytest.mark.parametrize(
    ("hearer", "publisher", "outlet"),
    [
        ("Alba Wire", "Alba Wire", "Alba Wire"),
        ("Alba", "Alba News Agency", "Alba"),
        ("AÉ", "Agence Équatorine", None),
        ("AE", "Agence Équatorine", "Agence Équatorine"),
        ("the Bulletin", "Tarn Bulletin in English", "Tarn Bulletin in English"),
        ("the agency", "Alba Wire", "Alba Wire"),
        ("Alba", None, None),
    ],
)
def test_the_publisher_is_called_by_forms_of_its_name(hearer: str, publisher: str | None, outlet: str | None) -> None:
    assert credited(f"The port is shut, Obura told {hearer}.", ("told", "The port is shut"), publisher=publisher) == [outlet]


def test_a_name_of_one_word_that_quotes_is_an_outlet_though_it_looks_like_a_persons() -> None:
    text = "Obura was quoted by Tarnfax as saying the port is shut."
    name = Mention("m", text.index("Tarnfax"), text.index(" as saying"), "Tarnfax", "PER", "m")
    scene = Scene(0, 0, len(text), text, Reading(), (name,), (), (), None)
    cue = text.index("saying")
    assert credit([Draft(scene, (cue, cue + 6), None, [(cue + 7, len(text) - 1)])], text, outlets.find(text)) == ["Tarnfax"]


def test_an_outlet_that_asks_in_a_transcript_passes_nothing_on() -> None:
    text = "Q (Tarn Times): Is the port still shut?"
    scene = Scene(0, 0, len(text), text, Reading(), (), (), (), None)
    first = text.index("Is the")
    assert credit([Draft(scene, None, None, [(first, len(text))])], text, outlets.find(text)) == [None]


def test_initials_of_the_united_nations_and_the_end_behind_of_are_no_publisher() -> None:
    for hearer, publisher in (("the UN", "Upper News"), ("the Tarn council", "Voice of Tarn")):
        assert credited(f"The port is shut, Obura told {hearer}.", ("told", "The port is shut"), publisher=publisher) == [None]


def test_who_is_told_in_a_quotation_is_who_speaks_there() -> None:
    text = "“He told me the port is shut,” Obura said."
    scene = Scene(0, 0, len(text), text, Reading(), (), (), (), None)
    whole, inside = (1, text.index(",”")), (text.index("the port"), text.index(",”"))
    said = Draft(scene, (text.index("said"), text.index("said") + 4), None, [whole], [whole])
    told = Draft(scene, (text.index("told"), text.index("told") + 4), None, [inside])
    assert credit([said, told], text, [], "Tarn Gazette") == [None, None]


@pytest.mark.parametrize(
    ("text", "cue", "outlet"),
    [
        ("The Tarn Times said that the port is shut.", "said", "Tarn Times"),
        ("A spokesman for Reuters said that the port is shut.", "said", None),
        ("Reuters' chief executive said that the port is shut.", "said", None),
        ("A correspondent of Reuters said that the port is shut.", "said", "Reuters"),
        ("Obura denied that the port is shut, as alleged in the Tarn Times.", "denied", None),
        ("Obura said on LXT that the port is shut.", "said", "LXT"),
        ("Obura said on NATO day that the port is shut.", "said", None),
    ],
)
def test_an_outlet_is_credited_for_what_it_says_or_airs_and_not_for_its_house(text: str, cue: str, outlet: str | None) -> None:
    assert credited(text, (cue, "the port is shut")) == [outlet]


@pytest.mark.parametrize(
    ("second", "chain", "outlet"), [("It", "m", "Alba Gazette"), ("The newspaper", "n", "Alba Gazette"), ("The harbour", "n", None)]
)
def test_it_and_the_newspaper_are_the_outlet_that_spoke(second: str, chain: str, outlet: str | None) -> None:
    text = f"The Alba Gazette said the port is shut. {second} said the sea was calm."
    drafts = []
    for number, (who, one, said) in enumerate((("The Alba Gazette", "m", "the port is shut"), (second, chain, "the sea was calm"))):
        start, end = sentences(text)[number]
        scene = Scene(number, start, end, text[start:end], Reading(), (), (), (), None)
        cue = start + len(who) + 1
        part = (text.index(said), text.index(said) + len(said))
        drafts.append(Draft(scene, (cue, cue + 4), Mention("m", start, cue - 1, who, "ORG", one), [part]))
    assert credit(drafts, text, outlets.find(text)) == ["Alba Gazette", outlet]


def test_a_second_verb_of_one_subject_tells_the_same_outlet() -> None:
    text = "Obura told Reuters that the port is shut and said the road may follow."
    scene = Scene(0, 0, len(text), text, Reading(), (), (), (), None)
    who = Mention("m", 0, 5, "Obura", "PER", "m")
    drafts = [
        Draft(scene, (text.index(cue), text.index(cue) + 4), who, [(text.index(said), text.index(said) + len(said))])
        for cue, said in (("told", "the port is shut"), ("said", "the road may follow"))
    ]
    assert credit(drafts, text, outlets.find(text)) == ["Reuters", "Reuters"]


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("In an interview with Reuters she was asked about the port. “It is shut,” Obura said.", "Reuters"),
        ("Reuters asked whether the port would open. It is shut, Obura said.", "Reuters"),
        ("In an interview with this newspaper she was asked about the port. “It is shut,” Obura said.", "Tarn Gazette"),
        ("Reuters has its office in the port. It is shut, Obura said.", None),
        ("In an interview with Reuters she was asked about the port.\n\nIt is shut, Obura said.", None),
        ("In a long interview with the Lowland weekly Marlo Alto, she blamed Lima. It is shut, Obura said.", "Marlo Alto"),
        ("Speaking on Radio Alba's Early Hours, she blamed Lima. It is shut, Obura said.", "Radio Alba"),
        ("“It is shut,” Obura said.\n\nHe was speaking to the Lowland broadcaster LXT from the quay.", "LXT"),
        ("“It is shut,” Obura said. The interview was broadcast on Sunday night by Channel 4.", "Channel 4"),
        ("“It is shut,” Obura said. He has worked for the agency Reuters.", None),
    ],
)
def test_an_answer_goes_to_whoever_asked_in_the_sentence_before(text: str, outlet: str | None) -> None:
    assert credited(text, ("said", text[text.index("t is shut") - 1 :][:10]), publisher="Tarn Gazette") == [outlet]


@pytest.mark.parametrize("who", ["a spokeswoman for Reuters", "a former Reuters clerk"])
def test_who_goes_on_in_another_sentence_is_no_more_the_outlet_than_before(who: str) -> None:
    text = f"“We wait,” {who} said. “We wait until the port opens.”"
    scenes = [Scene(n, s, e, text[s:e], Reading(), (), (), (), None) for n, (s, e) in enumerate(sentences(text))]
    at, part = text.index(who), (text.index("We wait until"), len(text) - 1)
    speaker = Mention("m", at, at + len(who), who, "PER", "m")
    assert credit([Draft(scenes[1], None, speaker, [part], [part])], text, outlets.find(text)) == [None]


@pytest.mark.parametrize(
    ("text", "cue", "outlet"),
    [
        ("The port is shut, Obura told a reporter for the Tarn Star.", "told", "Tarn Star"),
        ("The port is shut, Obura told Arland's biggest newspaper, Morrunblick, on Friday.", "told", "Morrunblick"),
        ("The port is shut, Obura told Dennek Sevra on Friday.", "told", "Dennek Sevra"),
        ("The port is shut, Obura told Governor Sevra on Friday.", "told", None),
        ("The port is shut, Obura told Dennek van Sevra on Friday.", "told", None),
        ("Dennek Sevra was out. The port is shut, Obura told Dennek Sevra on Friday.", "told", None),
        ("The port is shut, Obura told the Star Alliance.", "told", None),
        ("The port is shut, Obura told Radio Alba's Early Hours.", "told", "Radio Alba"),
        ("The port is shut, Obura told the Morning Wire on Radio Alba.", "told", "Radio Alba"),
        ("The port is shut, Obura told TV Alba.", "told", "TV Alba"),
        ("The port is shut, Obura told Alba FM.", "told", "Alba FM"),
        ("The port is shut, Obura told the Herald of Tarn.", "told", "Herald of Tarn"),
        ("The port is shut, Obura said on his weekly television show.", "said", None),
        ("The port is shut, Obura said in a letter to the Tarn Mirror.", "said", "Tarn Mirror"),
        ("The port is shut, Obura said in a note seen by the Tarn Express.", "said", "Tarn Express"),
        ("The port is shut, said Marlo Alto, a daily in Tarn.", "said", "Marlo Alto"),
        ("Obura, who owns the Tarn Gazette, said the port is shut.", "said", None),
        ("The Tarn Gazette and the agency Alba reported that the port is shut.", "reported", "Tarn Gazette"),
    ],
)
def test_what_place_and_kind_make_an_outlet_of_a_name(text: str, cue: str, outlet: str | None) -> None:
    content = "The port is shut" if "The port is shut" in text else "the port is shut"
    assert credited(text, (cue, content)) == [outlet]


def test_what_is_said_in_the_same_interview_has_the_same_outlet() -> None:
    text = "Obura told Reuters that the port is shut. In the same interview, Lima said the sea was calm. In the same port, Varela said the tide is out."
    told = ("told", "the port is shut"), ("said", "the sea was calm")
    assert credited(text, *told) == ["Reuters", "Reuters"]
    assert credited(text, ("told", "the port is shut"), ("said the tide", "the tide is out")) == ["Reuters", None]


def test_the_newspaper_may_be_one_that_only_its_place_told() -> None:
    text = "Obura told El Marlo that the port is shut. Lima told the newspaper that the sea was calm."
    assert credited(text, ("told", "the port is shut"), ("told the news", "the sea was calm")) == ["El Marlo", "El Marlo"]


@pytest.mark.parametrize(("first", "other", "outlet"), [("Alba TV", "", "Alba TV"), ("Reuters", "", None), ("Alba TV", "Tarn Rescue", None)])
def test_the_channel_is_the_one_just_named_unless_it_has_another_name(first: str, other: str, outlet: str | None) -> None:
    text = f"Obura told {first} of the storm, which {other or 'it'} fought. The channel said the port is shut."
    scenes = [Scene(n, s, e, text[s:e], Reading(), (), (), (), None) for n, (s, e) in enumerate(sentences(text))]
    at, start = text.index("The channel"), text.index("the port")
    who = Mention("m", at, at + len("The channel"), "The channel", "ORG", "m")
    named = (Mention("m", text.index(other), text.index(other) + len(other), other, "ORG", "m"),) if other else ()
    scene = Scene(1, scenes[1].start, scenes[1].end, scenes[1].text, Reading(), (*named, who), (), (), None)
    draft = Draft(scene, (at + len("The channel "), at + len("The channel said")), who, [(start, len(text) - 1)])
    assert credit([draft], text, outlets.find(text)) == [outlet]


def test_what_an_outlet_has_learned_it_says() -> None:
    text = "The Tarn Gazette has learned that the port is shut."
    scene = Scene(0, 0, len(text), text, Reading(), (), (), (), None)
    cue = (text.index("learned"), text.index(" that"))
    learned = [
        Draft(scene, cue, Mention("m", 0, at, text[:at], "ORG", text[:at]), [(33, 49)], attitude="thought")
        for at in (len("The Tarn Gazette"), len("The Tarn"))
    ]
    name_sources(learned, outlets.find(text))
    assert [draft.attitude for draft in learned] == ["said", "thought"]


def test_the_newspaper_is_the_outlet_also_where_nobody_is_marked() -> None:
    text = "The Tarn Gazette said so. The paper added that the port is shut."
    scenes = [Scene(n, s, e, text[s:e], Reading(), (), (), (), None) for n, (s, e) in enumerate(sentences(text))]
    at, start = text.index("added"), text.index("the port")
    assert credit([Draft(scenes[1], (at, at + 5), None, [(start, len(text) - 1)])], text, outlets.find(text)) == ["Tarn Gazette"]


@pytest.mark.parametrize(
    ("speaker", "kind", "outlet"),
    [
        ("Mexico's Marea Alta", "ORG", "Marea Alta"),
        ("France's Marie Dupont", "PER", None),
        ("Norway's Fiskeri Alliance", "ORG", None),
    ],
)
def test_who_reports_by_whose_state_it_is_may_be_no_outlet(speaker: str, kind: MentionType, outlet: str | None) -> None:
    text = f"{speaker} reported that the port is shut."
    scene = Scene(0, 0, len(text), text, Reading(), (), (), (), None)
    at, start = len(speaker) + 1, text.index("the port")
    draft = Draft(scene, (at, at + len("reported")), Mention("m", 0, len(speaker), speaker, kind, speaker), [(start, len(text) - 1)])
    assert credit([draft], text, outlets.find(text)) == [outlet]
