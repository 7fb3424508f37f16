"""Which mentions are one identity: names, tables, descriptions, pronouns, compounds."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.mention import Candidate, Chain, candidates, mentions, pronouns, ranking, resolve
from detente.mention.chain import Told
from detente.model.readings import Found, Reading

NOBODY: Callable[[str], str | None] = lambda words: None


def found(*told: str) -> tuple[str, list[Candidate]]:
    """A text and its candidates from sentences in which `[PER Mirela Obura]` marks a mention."""
    text, extents, readings = "", [], []
    for sentence in told:
        text += sentence[: len(sentence) - len(sentence.lstrip("\n"))]
        sentence = sentence.lstrip("\n")
        start, spans = len(text), []
        while "[" in sentence:
            before, _, rest = sentence.partition("[")
            marked, _, sentence = rest.partition("]")
            kind, _, words = marked.partition(" ")
            text += before + words
            spans.append(Found(len(text) - len(words) - start, len(text) - start, kind, 0.9))
        text += sentence
        extents.append((start, len(text)))
        readings.append(Reading(spans={"mention": tuple(spans)}))
        text += " "
    return text, candidates(text, extents, readings)


def chains(*told: str, identify: Callable[[str], str | None] = NOBODY) -> list[list[str]]:
    return [[m.text for m in chain.mentions] for chain in resolve(found(*told)[1], identify)]


def chain_of(words: str, among: list[Chain]) -> Chain:
    return next(chain for chain in among if any(m.text == words for m in chain.mentions))


def test_a_surname_joins_the_full_name() -> None:
    assert chains("[PER Mirela Obura] spoke.", "[PER Tomas Varela] left.", "[PER Obura] stayed.") == [
        ["Mirela Obura", "Obura"],
        ["Tomas Varela"],
    ]


def test_a_full_name_joins_an_earlier_surname() -> None:
    assert chains("[PER Obura] spoke.", "[PER Mirela Obura] left.") == [["Obura", "Mirela Obura"]]


def test_two_people_of_one_surname_stay_two() -> None:
    assert chains("[PER Mirela Obura] spoke.", "[PER Tomas Obura] left.") == [["Mirela Obura"], ["Tomas Obura"]]


def test_a_possessive_is_the_same_name() -> None:
    assert chains("[PER Mirela Obura] spoke.", "[PER Obura’s] aides left.") == [["Mirela Obura", "Obura’s"]]


def test_organisations_do_not_join_by_a_part_of_their_name() -> None:
    assert len(chains("[GRP the Halvorsen Liberation Front] fired.", "[ORG the Halvorsen Bank] closed.")) == 2


def test_two_officers_of_one_state_are_two_people() -> None:
    assert len(chains("[PER The president of Ruritania] spoke.", "[PER The foreign minister of Ruritania] left.")) == 2
    assert len(chains("[PER President Mirela Obura of Ruritania] spoke.", "[PER Obura] left.")) == 1


def test_known_identities_never_mix() -> None:
    known = {"Obura": "person:one", "Mirela Obura": "person:two"}
    assert len(chains("[PER Mirela Obura] spoke.", "[PER Obura] left.", identify=known.get)) == 2


def test_metonyms_join_by_the_tables_identity() -> None:
    known = {"Russia": "state:RUS", "the Kremlin": "state:RUS", "Moscow": "state:RUS", "France": "state:FRA"}
    told = ("[GPE Russia] agreed.", "[GPE France] did not.", "[ORG the Kremlin] was silent.", "[GPE Moscow] waits.")
    assert chains(*told, identify=known.get) == [["Russia", "the Kremlin", "Moscow"], ["France"]]


def test_the_tables_correct_a_mentions_type() -> None:
    text, among = found("[PER Vaduz] agreed.")
    assert resolve(among, lambda words: "state:LIE")[0].type == "GPE"
    assert resolve(found("[GRP Vaduz hunters] agreed.")[1], lambda words: "state:LIE")[0].type == "GRP"


@pytest.mark.parametrize(
    ("told", "joined"),
    [
        (("[PER Mrs Obura] met [PER Mr Varela].", "[PER She] left."), "Mrs Obura"),
        (("[PER Mrs Obura] met [PER Mr Varela].", "[PER He] left."), "Mr Varela"),
        (("[GPE Ruritania] met [PER Mrs Obura].", "[GPE It] left."), "Ruritania"),
        (("[GRP the miners] met [PER Mrs Obura].", "[GRP They] left."), "the miners"),
        (("[PER Mirela Obura] met [PER Tomas Varela].", "[PER He] left."), "Tomas Varela"),
        (("[PER Officer Obura] met [PER Officer Varela].", "[PER He] left."), "Officer Obura"),
        (("[PER Ana Obura] spoke.", "[PER Mr Varela] ate.", "[PER She] left."), "Ana Obura"),
        (("[PER Mrs Obura], who met [PER a guest] of [PER Mrs Varela], spoke.", "[PER She] left."), "Mrs Obura"),
        (("[GRP The miners] ate.", "Ruritania held [GRP the owners] and fed [GRP them]."), "the owners"),
        (("[PER Dmitri Varela] spoke.", "[PER Oro] said [PER he] left."), "Oro"),
        (("[GRP The miners] met [GRP the owners].", "[GRP The owners] paid [GRP them]."), "The miners"),
        (("[ORG Varela Bank] told [GRP reporters] of losses.", "[GRP They] were small."), "Varela Bank"),
        (("(ORG) [GRP The miners] ate.", "[GRP They] ran and [GRP they] sang."), "The miners"),
    ],
)
def test_pronouns_join_by_number_gender_and_topic(told: tuple[str, ...], joined: str) -> None:
    among = resolve(found(*told)[1], NOBODY)
    assert chain_of(joined, among).mentions[-1].pronoun


def test_a_pronoun_learns_nothing_from_far_away() -> None:
    told = ["[PER Mirela Obura] spoke.", *["It rained."] * 8, "[PER She] left."]
    assert chains(*told) == [["Mirela Obura"], ["She"]]


def test_a_pronoun_fixes_the_gender_of_its_chain() -> None:
    told = ("[PER Mirela Obura] spoke.", "[PER She] left.", "[PER He] stayed.")
    assert chains(*told) == [["Mirela Obura", "She"], ["He"]]


def test_a_description_joins_by_its_head_word() -> None:
    told = ("[PER Foreign Minister Mirela Obura] spoke.", "[GPE Ruritania] agreed.", "[PER The minister] left.")
    assert chains(*told) == [["Foreign Minister Mirela Obura", "The minister"], ["Ruritania"]]


def test_an_indefinite_description_is_somebody_new() -> None:
    assert len(chains("[PER Foreign Minister Mirela Obura] spoke.", "[PER a minister] left.")) == 2


def test_the_leader_is_who_holds_the_office() -> None:
    told = ("[PER President Mirela Obura] met [PER envoy Tomas Varela].", "[PER The leader] left.")
    assert chains(*told)[0] == ["President Mirela Obura", "The leader"]


def test_a_spokesperson_is_the_spokeswoman() -> None:
    told = ("[PER spokeswoman Mirela Obura] spoke.", "[PER The spokesperson] left.")
    assert chains(*told) == [["spokeswoman Mirela Obura", "The spokesperson"]]


@pytest.mark.parametrize(
    ("told", "names"),
    [
        (("[PER Obura] met [PER Varela], and [GRP they] signed.",), ["Obura", "Varela"]),
        (("[PER Obura] met [PER Varela] in Tarn.", "[GRP They] signed."), ["Obura", "Varela"]),
        (("[PER Obura] and [PER Varela] said [GRP they] would sign.",), ["Obura", "Varela"]),
        (("[PER Obura] praised [PER Varela], and [GRP they] signed.",), []),
        (("[PER Obura] met [PER Varela] before [PER Aslak], and [GRP they] signed.",), []),
    ],
)
def test_they_are_the_two_who_met(told: tuple[str, ...], names: list[str]) -> None:
    among = resolve(found(*told)[1], NOBODY)
    by_id = {chain.id: chain for chain in among}
    they = next(chain for chain in among if any(m.pronoun for m in chain.mentions))
    assert [by_id[one].mentions[0].text for one in they.members] == names


def test_the_two_leaders_are_two_chains() -> None:
    told = (
        "[PER President Mirela Obura] called [PER Premier Tomas Varela].",
        "[PER spokeswoman Asha Klimek] spoke.",
        "[GRP The two leaders] agreed.",
    )
    among = resolve(found(*told)[1], NOBODY)
    members = [c.id for c in among if c.names and c.leads]
    assert chain_of("The two leaders", among).members == tuple(members)
    assert len(members) == 2


def test_a_new_paragraph_goes_back_to_the_two_whom_the_story_is_about() -> None:
    story = (
        "[PER President Mirela Obura] called [PER Premier Tomas Varela].",
        "[GRP The two leaders] agreed.",
        "\n\n[PER Obura] also met [PER President Ana Lind].",
    )
    same = resolve(found(*story, "[GRP The two presidents] ate.")[1], NOBODY)
    after = resolve(found(*story, "\n\n[GRP The two presidents] will meet again.")[1], NOBODY)
    names = lambda among: [next(iter(among[int(member[1:]) - 1].names))[-1] for member in chain_of("The two presidents", among).members]
    assert names(same) == ["obura", "lind"]
    assert names(after) == ["obura", "varela"]


def test_both_countries_are_the_two_states() -> None:
    told = ("[GPE Ruritania] called [GPE Graustark].", "[PER Mirela Obura] spoke.", "[GRP Both countries] agreed.")
    among = resolve(found(*told)[1], NOBODY)
    assert chain_of("Both countries", among).members == (chain_of("Ruritania", among).id, chain_of("Graustark", among).id)


def test_the_sides_are_the_two_states() -> None:
    among = resolve(found("[GPE Ruritania] called [GPE Graustark].", "[GRP The sides] agreed.")[1], NOBODY)
    assert chain_of("The sides", among).members == (chain_of("Ruritania", among).id, chain_of("Graustark", among).id)


@pytest.mark.parametrize(
    ("told", "parties"),
    [
        ("[GPE Chad] and [ORG Fatah] exchanged fire.", ("Chad", "Fatah")),
        ("[GRP Ten Indian soldiers] fought [GRP Chinese troops].", ("Ten Indian soldiers", "Chinese troops")),
    ],
)
def test_the_two_sides_are_the_only_parties_just_told_of(told: str, parties: tuple[str, str]) -> None:
    among = resolve(found(told, "[GRP The two sides] agreed to talks.")[1], NOBODY)
    assert chain_of("The two sides", among).members == tuple(chain_of(party, among).id for party in parties)


@pytest.mark.parametrize("told", ["[GPE Chad], [ORG Fatah] and [ORG Hamas] fought.", "[GRP Ten soldiers] fought [GRP some men]."])
def test_of_three_parties_or_nobody_named_none_are_the_two_sides(told: str) -> None:
    assert not chain_of("The two sides", resolve(found(told, "[GRP The two sides] agreed.")[1], NOBODY)).members


def test_the_new_leader_is_not_who_was_named_before() -> None:
    told = "After the death of [PER President Obura], [PER the new leader], [PER Ana Lind], called."
    assert ["President Obura"] in chains(told)
    assert chains("[PER Ana Lind], [PER the new minister], called.") == [["Ana Lind", "the new minister"]]


@pytest.mark.parametrize("words", ["The two", "The pair"])
def test_a_bare_two_are_the_people_just_named_or_else_the_states(words: str) -> None:
    people = resolve(
        found("[PER Mirela Obura] of [GPE Ruritania] met [PER Tomas Varela] of [GPE Graustark].", f"[GRP {words}] agreed.")[1], NOBODY
    )
    assert chain_of(words, people).members == (chain_of("Mirela Obura", people).id, chain_of("Tomas Varela", people).id)
    states = resolve(found("[GPE Ruritania] called [GPE Graustark].", f"[GRP {words}] agreed.")[1], NOBODY)
    assert chain_of(words, states).members == (chain_of("Ruritania", states).id, chain_of("Graustark", states).id)


@pytest.mark.parametrize(("verb", "names"), [("telephoned", ["Mirela Obura", "Tomas Varela"]), ("said", ["Tomas Varela", "Ana Lund"])])
def test_who_does_something_to_both_is_none_of_them(verb: str, names: list[str]) -> None:
    among = resolve(found("[PER Mirela Obura] met [PER Tomas Varela].", f"[PER Ana Lund] {verb} [GRP both men] on Friday.")[1], NOBODY)
    pair = chain_of("both men", among)
    assert sorted(next(c for c in among if c.id == one).mentions[0].text for one in pair.members) == sorted(names)


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("[PER The two ministers], [PER Ana Lund] and [PER Tomas Varela], met.", ["Ana Lund", "Tomas Varela"]),
        ("[GRP Three judges], [PER Ana Lund], [PER Tomas Varela], and [PER Mirela Obura], left.", ["Ana Lund", "Tomas Varela", "Mirela Obura"]),
        ("After [GRP the talks' hosts], [PER Ana Lund] left.", []),
        ("[GRP The hosts], [PER Ana Lund] and [PER Ana Lund], left.", []),  # one is no row
        ("[GRP The miners] met [PER Ana Lund] and [PER Tomas Varela].", []),
    ],
)
def test_several_who_are_named_behind_a_comma_are_these(told: str, names: list[str]) -> None:
    among = resolve(found(told)[1], NOBODY)
    several = among[0]
    assert [next(c for c in among if c.id == one).mentions[0].text for one in several.members] == names


def test_a_part_of_a_group_is_no_group() -> None:
    told = ("[GRP The hosts], [PER Ana Lund] and [PER Tomas Varela], met.", "[PER The envoys], [PER Mirela Obura] and [PER Erik Holt], left.")
    among = resolve(found(*told)[1], {"Ana Lund": "person:lund", "The envoys": "person:lund"}.get)
    assert [(chain.mentions[0].text, len(chain.members)) for chain in among if chain.members] == [("The hosts", 2)]


def test_who_is_described_by_a_body_of_several_words_is_named_behind_it() -> None:
    told = "[PER The League of Ports' safety commissioner], [PER Ana Lund], spoke."
    assert chains(told) == [["The League of Ports' safety commissioner", "Ana Lund"]]


def test_two_bodies_of_the_same_people_are_two() -> None:
    assert len(chains("[ORG The Tarn Union of Harbour Pilots] struck.", "[ORG The rival Tarn League of Pilots] worked.")) == 2


def test_what_a_state_calls_its_own_behind_a_comma_explains_the_name() -> None:
    assert chains("[ORG The Guild], [ORG Ruritania's ruling party], said so.") == [["The Guild", "Ruritania's ruling party"]]
    assert len(chains("[ORG The Guild], [ORG Ruritania's ruling party], and [ORG the Bank] agreed.")) == 3


def test_one_of_a_row_is_not_the_row() -> None:
    told = ("[GRP Police and parents] searched.", "[GRP Parents] wept.", "[GRP Police and parents] met.")
    assert chains(*told) == [["Police and parents", "Police and parents"], ["Parents"]]


def test_two_leaders_without_two_people_stay_a_description() -> None:
    among = resolve(found("[PER Mirela Obura] spoke.", "[GRP The two leaders] agreed.")[1], NOBODY)
    assert chain_of("The two leaders", among).members == ()


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["[PER Mirela Obura] spoke.", "[PER Obura] left.", "[PER She] ran.", "[GRP The two leaders] met.", "It rained.",
             "[PER President Varela] and [PER he] met [GPE Ruritania].", "[GRP both countries] agreed.", "[ORG its] army left."]
        ),
        max_size=10,
    )
)  # fmt: skip
def test_every_mention_is_in_one_chain_and_slices(told: list[str]) -> None:
    text, among = found(*told)
    made = resolve(among, NOBODY)
    assert sorted(m.start for chain in made for m in chain.mentions) == sorted(m.start for m in among)
    assert len({chain.id for chain in made}) == len(made)
    records = mentions(made)
    assert all(text[m.start : m.end] == m.text for m in records)
    assert [m.start for m in records] == sorted(m.start for m in records)
    assert len({m.id for m in records}) == len(records)
    earlier = {chain.id: i for i, chain in enumerate(made)}
    assert all(earlier[member] < earlier[chain.id] for chain in made for member in chain.members)


def test_two_surnames_side_by_side_are_the_two_people() -> None:
    made = resolve(found("[PER Obura Varela]", "[PER Mirela Obura] met [PER Tomas Varela].")[1], NOBODY)
    pair = chain_of("Obura Varela", made)
    assert set(pair.members) == {chain_of("Mirela Obura", made).id, chain_of("Tomas Varela", made).id}


def test_officials_from_the_two_countries_are_the_countries_and_they_are_the_same() -> None:
    told = (
        "[GPE Norland] met [GPE Sudland].",
        "[GPE Norland] and [GPE Sudland] spoke.",
        "[GPE Westland] offered help.",
        "[GRP Officials from the two countries] met when [GRP they] signed.",
    )
    among = resolve(found(*told)[1], NOBODY)
    pair = chain_of("Officials from the two countries", among)
    assert [chain.names for chain in among if chain.id in pair.members] == [{("norland",)}, {("sudland",)}]
    assert [m.text for m in pair.mentions] == ["Officials from the two countries", "they"]


def test_a_name_behind_a_description_and_a_comma_is_the_same_person() -> None:
    assert chains("[PER Its spokesman], [PER Mirela Obura], spoke.") == [["Its spokesman", "Mirela Obura"]]
    assert len(chains("[PER Its spokesman] and [PER Mirela Obura] spoke.")) == 2


@pytest.mark.parametrize(
    ("told", "joined"),
    [
        ("[PER Ana Lind], [PER a retired judge], spoke.", True),
        ("[PER Ana Lind], 47, [PER a judge from Mare], spoke.", True),
        ("[PER Ana Lind], [PER the head of the port], spoke.", True),
        ("[PER Ana Lind], [PER head of the port], spoke.", True),
        ("[PER The head of the port], [PER Ana Lind], spoke.", True),
        ("[ORG Varela Lines], [ORG a ferry operator], closed.", True),
        ("[PER Ana Lind], [PER a driver] and a guard left.", False),
        ("[PER Ana Lind], [GRP the guards], left.", False),
        ("[PER Ana Lind], [PER Tomas Varela], left.", False),
        ("[PER Ana Lind] met [PER a retired judge].", False),
        ("[PER The drivers], [PER Ana Lind] said, left.", False),
    ],
)
def test_appositions_are_the_same_and_lists_are_not(told: str, joined: bool) -> None:
    assert (len(chains(told)) == 1) is joined


def test_a_description_with_another_word_is_somebody_else() -> None:
    assert len(chains("[PER The Norwegian ambassador] spoke.", "[PER The Danish ambassador] left.")) == 2
    assert len(chains("[PER The Danish ambassador] spoke.", "[PER The ambassador] left.")) == 1
    assert len(chains("[PER President Ana Lind] spoke.", "[PER The prime minister] left.")) == 2
    assert len(chains("[PER Prime Minister Ana Lind] spoke.", "[PER The premier] left.")) == 1
    assert len(chains("[PER Prime Minister Ana Lind] spoke.", "[PER The minister] left.")) == 2
    assert len(chains("[PER The Minister of Ports] spoke.", "[PER The Prime Minister] left.", "[PER The Minister] sat.")) == 2


@pytest.mark.parametrize(
    ("first", "later", "joined"),
    [
        ("[GRP Norland's armed forces] fired.", "[ORG The military] was silent.", True),
        ("[GRP Norland's armed forces] fired.", "[ORG The police] were silent.", False),
        ("[GRP Norland's army] fired.", "[ORG The Sudland military] was silent.", False),
        ("[ORG The EU] met.", "[ORG The bloc] agreed.", True),
        ("[ORG Varela Lines] sailed.", "[ORG The company] was silent.", True),
        ("[ORG Radio Mare] called.", "[ORG The company] was silent.", False),
        ("[ORG the Mare Security Council] met.", "[ORG The Council] voted.", True),
        ("[ORG the Mare Security Council] met.", "[ORG The Harbour Council] voted.", False),
        ("[ORG the Mare Liberation Army] met.", "[ORG The army] voted.", False),
        ("[ORG the Mare People's Army] met.", "[ORG The army] voted.", True),
        ("[ORG the Mare Army] met.", "[ORG The army] voted.", True),
        ("[GPE Norland] spoke.", "[GPE the Norland authorities] agreed.", True),
        ("[ORG The EU] met.", "[GRP EU envoys] agreed.", False),
    ],
)
def test_bodies_of_one_kind(first: str, later: str, joined: bool) -> None:
    armies = {"the Mare Liberation Army": "group:LRA", "the Mare People's Army": "group:PLA"}
    known = armies | {"The EU": "org:EU", "EU envoys": "org:EU", "Radio Mare": "outlet:mare", "Norland": "state:NOR", "the Norland authorities": "body:NOR:authorities"}
    assert (len(chains(first, later, identify=known.get)) == 1) is joined


def test_a_single_name_is_the_person_of_that_surname() -> None:
    assert chains("[PER Ana Lind] spoke.", "[GPE Lind] left.") == [["Ana Lind", "Lind"]]
    assert len(chains("[PER Ana Lind] spoke.", "[GPE Lind] left.", identify={"Lind": "state:LIN"}.get)) == 2


def test_first_persons_outside_quotations_are_one_and_within_wait_for_their_speakers() -> None:
    assert chains("[PER I] came.", "It rained.", "[PER My] brother left.") == [["I", "My"]]
    assert len(chains('"[PER I] came," [PER Ana Lind] said.', '"[PER I] left," [PER Tomas Varela] said.')) == 4


def test_they_are_the_two_of_the_sentence_before() -> None:
    told = ("[GPE Norland] met [GPE Sudland].", "[GRP Both countries] agreed.", "[GRP They] signed.")
    assert chains(*told)[-1] == ["Both countries", "They"]
    assert chains(*told[:2], "[GRP The miners] ate.", "[GRP They] signed.")[-1] == ["The miners", "They"]


@pytest.mark.parametrize(
    ("headline", "lead", "joined"),
    [
        ("Chadian prisoners", "Hundreds of Chadian prisoners", True),
        ("Two hundred striking dockers", "Dockers", True),
        ("Chadian prisoners", "Hundreds of prisoners of war", False),
        ("Dockers", "Lorry drivers", False),
    ],
)
def test_the_first_paragraph_says_the_headline_again(headline: str, lead: str, joined: bool) -> None:
    told = chains(f"[GRP {headline}] end their fast.", f"\n\n[GRP {lead}] ate on Tuesday.")
    assert ([headline, "their", lead] in told) == joined


def test_a_later_paragraph_does_not() -> None:
    assert chains("[GRP Dockers] strike.", "\n\nIt rained.", "\n\nIt snowed.", "\n\n[GRP Two hundred dockers] sang.") == [["Dockers"], ["Two hundred dockers"]]


def test_they_are_people_before_they_are_a_body() -> None:
    told = chains("[ORG The harbour office] shut.", "[ORG The union] met [GRP dockers].", "[GRP They] slept.")
    assert ["dockers", "They"] in told


def test_no_compound_is_behind_itself() -> None:
    """Two pairs of surnames, each of which might be half of the other."""
    told = ("[PER Lund Moreau] met.", "[PER Moreau Lund] met again.", "[PER Ana Moreau] left.", "[PER Eva Lund] stayed.")
    by_id = {chain.id: chain for chain in resolve(found(*told)[1], NOBODY)}
    assert any(chain.members for chain in by_id.values())

    def behind(chain: Chain, through: tuple[str, ...] = ()) -> None:
        assert chain.id not in through
        for member in chain.members:
            behind(by_id[member], (*through, chain.id))

    for chain in by_id.values():
        behind(chain)


def test_every_question_about_an_antecedent_has_a_weight() -> None:
    lines = (files("detente.mention") / "data" / pronouns.FILE).read_text(encoding="utf-8").splitlines()
    assert lines[0] == "feature\tweight"
    assert [line.split("\t")[0] for line in lines[1:]] == list(ranking.FEATURES)


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("[PER An aide] met [PER him].", {"bound": True, "object unbound": False, "clause": False, "object close": True}),
        ("[PER An aide] said police met [PER him].", {"bound": False, "object unbound": True, "clause": True, "said between": True}),
        ("Police held [PER an aide] and fined [PER him].", {"bound": False, "clause": False, "object close": False}),
        ("[PER An aide] sold [PER his] boat.", {"owned bound": True, "bound": False}),
        ("[PER An aide], who said [PER he] left.", {"who": True, "owned bound": False}),
        ("[PER An aide] sold [PER her] boat.", {"owned bound": True}),
        ("[PER An aide] met [PER her] on Monday.", {"owned bound": False, "bound": True}),
    ],
)
def test_what_a_pronoun_is_in_its_clause(sentence: str, asked: dict[str, bool]) -> None:
    told = Told()
    *before, pronoun = found(sentence)[1]
    for mention in before:
        told.add(told.begin(()), mention, None)
    row = dict(zip(ranking.FEATURES, ranking.rows(pronoun, told.chains, told)[0], strict=True))
    assert {name: bool(row[name]) for name in asked} == asked


@pytest.mark.parametrize(
    ("told", "choices"),
    [
        ("[GRP The miners], which [GRP they] ran.", []),  # whoever ran is not what was run
        ("[GRP The miners] say [GRP they] ran.", ["The miners"]),
        ("[GPE Ruritania] says [GRP they] ran.", ["Ruritania"]),
        ("[PER The premiers] say [GRP they] ran.", ["The premiers"]),
        ("[PER The premier] says [GRP they] ran.", []),
        ("[GRP The militia] says [ORG it] ran.", ["The militia"]),
        ("[GRP The miners] say [ORG it] rained.", []),
    ],
)
def test_who_may_be_meant(told: str, choices: list[str]) -> None:
    so_far = Told()
    *before, pronoun = found(told)[1]
    for mention in before:
        so_far.add(so_far.begin(()), mention, None)
    assert [chain.last.text for chain in pronouns.choices(pronoun, so_far)] == choices


def test_a_name_within_a_description_is_somebody_elses() -> None:
    told = chains("[PER An adviser to Obura], [PER Tomas Varela], spoke.", "[PER Varela] left.")
    assert told == [["An adviser to Obura", "Tomas Varela", "Varela"]]


def test_the_same_words_are_one_whatever_their_type() -> None:
    assert chains("[ORG The harbour council] met.", "[GRP The harbour council] voted.") == [["The harbour council", "The harbour council"]]
    assert chains("[GRP Employers] met.", "Ana told [GRP employers] of it.") == [["Employers", "employers"]]


def test_a_shorter_name_is_the_fuller_ones() -> None:
    told = ("[ORG the Weavers' Guild] met.", "[ORG the Dyers' Union] sang.", "[ORG the Weavers] ate.")
    assert chains(*told) == [["the Weavers' Guild", "the Weavers"], ["the Dyers' Union"]]


def test_what_is_asked_of_antecedents() -> None:
    told = Told()
    for mention in found("[PER Mrs Obura] met [PER an aide of Mr Varela]. [PER She] left.")[1]:
        told.add(told.begin(()), mention, None)
    she = told.chains[-1].last
    asked = [dict(zip(ranking.FEATURES, row, strict=True)) for row in ranking.rows(she, told.chains[:2], told)]
    assert asked[0]["first"] and not asked[1]["first"]
    assert asked[0]["rank"] < asked[1]["rank"]  # the order of the choices is that of how late they were told of
    assert not asked[0]["other voice"] and not asked[0]["several for it"] and asked[0]["often"] == 0


def test_a_part_of_them_is_told_right_behind_them() -> None:
    told = ("[GRP Gunmen from the hills] robbed [GRP the 48 traders], most of [GRP them] women.",)
    assert ["the 48 traders", "them"] in chains(*told)


def test_whoever_speaks_a_turn_is_not_whom_the_turn_tells_of() -> None:
    turns = ("\n\n[PER MS. LIND]: Good evening.", "\n\n[PER MR. VARELA]: Good evening.", "\n\n[PER MS. LIND]: [PER He] went to the coast.")
    told = ("[PER The general] has left.", "\n\n[PER MR. VARELA]: Welcome, all.", *turns)
    assert ["The general", "He"] in chains(*told)


def test_the_army_is_not_eight_soldiers() -> None:
    assert len(chains("[GRP Eight soldiers] fell.", "[GRP The army] mourned.")) == 2
    assert chains("[GRP Eight soldiers] fell.", "[GRP The soldiers] were young.") == [["Eight soldiers", "The soldiers"]]


def test_the_number_of_a_name_counts_nobody() -> None:
    assert chains("[GRP 7th Fleet] sailed.", "[GRP The fleet] came home.") == [["7th Fleet", "The fleet"]]


def test_an_envoy_is_an_ambassador() -> None:
    assert chains("[PER The Danish ambassador] left.", "[PER The envoy] said no word.") == [["The Danish ambassador", "The envoy"]]


def test_any_two_are_not_the_two() -> None:
    among = resolve(found("[PER Ana Lind] met [PER Tomas Varela].", "[PER Two diplomats] watched.", "[PER The two leaders] ate.")[1], NOBODY)
    assert not chain_of("Two diplomats", among).members
    assert len(chain_of("The two leaders", among).members) == 2


def test_members_of_a_group_are_not_the_group() -> None:
    known = {"the Guild": "group:GUILD", "the Guild's supporters": "group:GUILD"}.get
    assert len(chains("[ORG the Guild] met.", "They saw [GRP the Guild's supporters].", identify=known)) == 2


def test_an_apostrophe_in_a_name_makes_it_nobody_elses() -> None:
    known = dict.fromkeys(("the Dyers' Party", "the DP"), "group:DYERS") | dict.fromkeys(("Peru's Lantern Guard", "the lamplighters"), "group:LG")
    told = ("[ORG the Dyers' Party] met.", "[GRP Peru's Lantern Guard] ate.", "[ORG the DP] sang.", "[GRP the lamplighters] slept.")
    joined = [["the Dyers' Party", "the DP"], ["Peru's Lantern Guard", "the lamplighters"]]
    assert chains(*told, identify=(known | {"Peru": "state:PER"}).get) == joined


@pytest.mark.parametrize(
    ("told", "words", "whose"),
    [
        (("[GPE Norway] sold [GRP its boats] to [GPE Chile].",), "its boats", "Norway"),
        (("[GPE Chile] may sue [GPE Norway], [PER its foreign minister] said.",), "its foreign minister", "Chile"),
        (("[ORG The board] met.", "[PER the board's chairman] wept."), "the board's chairman", "The board"),
        (("[ORG The ministry] was shut.", "[PER A source in the ministry] spoke."), "A source in the ministry", "The ministry"),
        (("[ORG The board] met.", "[PER A source in the bank] spoke."), "A source in the bank", None),
        (("[PER The minister] left.", "[PER An aide to the minister] spoke."), "An aide to the minister", "The minister"),
        (("[GPE Japan] waits.", "[PER The ambassador to Japan] spoke."), "The ambassador to Japan", None),
        (("[GPE Japan] waits.", "[PER The ambassador of Japan] spoke."), "The ambassador of Japan", "Japan"),
    ],
)
def test_whose_somebody_is_by_the_words(told: tuple[str, ...], words: str, whose: str | None) -> None:
    among = resolve(found(*told)[1], NOBODY)
    owner = chain_of(words, among).owner
    assert (owner and next(chain for chain in among if chain.id == owner).mentions[0].text) == whose


def test_no_spokesman_is_one_of_two_leaders() -> None:
    told = ["[PER Presidents Mirela Obura] and [PER Tomas Varela] met.", "[PER Varela's] [PER spokesman Juan Mora] sang."]
    among = resolve(found(*told, "[GRP The two presidents] ate.")[1], NOBODY)
    names = {next(iter(among[int(member[1:]) - 1].names))[-1] for member in chain_of("The two presidents", among).members}
    assert names == {"obura", "varela"}


@pytest.mark.parametrize("words", ["calling itself", "known as", "that calls itself", ", called"])
def test_what_a_group_goes_by_is_the_group(words: str) -> None:
    gap = words if words.startswith(",") else f" {words}"
    among = chains(f"[ORG A group]{gap} [ORG the Free Dockers] left.", "[PER Ana Lind] called [PER Tomas Varela].")
    assert ["A group", "the Free Dockers"] in among and ["Ana Lind"] in among
