"""A later state is linked to the earlier one: held, postponed, cancelled, denied, corrected."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telling import WHO, Act, tell

from detente.event import link
from detente.event.callings import called_off
from detente.event.claims import claimants
from detente.event.denials import echo_denials
from detente.event.lifecycle import date_held
from detente.event.merge import merge
from detente.records import Actor, Attribution, Said

CHILE, NORWAY = (Attribution(speaker=Actor(text=name, start=0, end=1, id=name), statement=f"s-{name}") for name in ("Chile", "Norway"))
PLAN = Act("meet", "CONSULT", "planned", "Norway Chile", on="2031-03-14")


@pytest.mark.parametrize(("on", "held"), [("2031-03-14", {1: [(0, "held")]}), ("2031-03-12", {})])
def test_a_plan_is_held_on_its_day_only(on: str, held: dict[int, list[tuple[int, str]]]) -> None:
    _, drafts = tell("Norway and Chile will meet. They sat down.", PLAN, Act("sat down", "CONSULT", actors="Norway Chile", on=on))
    assert link(drafts, WHO, {}) == held


def test_an_undated_plan_is_held_by_what_was_written_later_only() -> None:
    acts = (Act("meet", "CONSULT", "planned", "Norway Chile"), Act("sat down", "CONSULT", actors="Norway Chile"))
    text = "Norway and Chile will meet. They sat down."
    assert link(tell(text, *acts, days={1: "2031-03-12"})[1], WHO, {}) == {1: [(0, "held")]}
    _, drafts = tell(text, *acts)
    drafts[0].date = type(drafts[0].date)()
    assert link(drafts, WHO, {}) == {}


def test_a_plan_is_held_though_the_text_tells_of_it_last() -> None:
    """The newest state comes first: in the headline and the lead."""
    text, held = "Norway and Chile sat down. They {} meet, it said on Monday.", Act("sat down", "CONSULT", actors="Norway Chile", on="2031-03-14")
    for words, announced, found in (
        ("will", "2031-03-10", {0: [(1, "held")]}),
        ("will", "2031-03-14", {}),
        ("were to", "2031-03-14", {0: [(1, "held")]}),
    ):
        _, drafts = tell(text.format(words), held, PLAN, days=dict.fromkeys((0, 1), "2031-03-14"))
        drafts[1].said = Said(announced, announced)
        assert link(drafts, WHO, {}) == found, (words, announced)


def test_what_is_told_in_a_headline_and_again_behind_its_plan_holds_it() -> None:
    text = "Norway, Chile in talks\n\nNorway will meet Chile. They sat down."
    again = Act("in talks", "CONSULT", actors="Norway Chile", on="2031-03-14", mode="phone")
    _, drafts = tell(text, again, replace(PLAN, mode="visit"), replace(again, words="sat down"), days={2: "2031-03-15"})
    drafts[0].triggers.append(drafts[2].trigger)
    assert link(drafts[:2], WHO, {}) == {0: [(1, "held")]}, "however they were to meet"
    drafts[0].triggers.pop()
    assert link(drafts[:2], WHO, {}) == {}


def test_an_act_without_a_day_takes_that_of_its_plan() -> None:
    _, drafts = tell("Norway and Chile will meet. They sat down.", PLAN, Act("sat down", "CONSULT", actors="Norway Chile"))
    date_held(drafts, {1: [(0, "held")]})
    assert (drafts[1].date.first, drafts[1].date.basis) == ("2031-03-14", "context")


def test_others_do_not_hold_a_plan_and_the_same_sentence_does_not_either() -> None:
    assert link(tell("Norway will strike. Chile struck.", Act("strike", "PROTEST", "planned", "Norway"), Act("struck", "PROTEST", actors="Chile"))[1], WHO, {}) == {}
    _, drafts = tell("Norway and Chile will meet as they met.", PLAN, Act("met", "CONSULT", actors="Norway Chile", on="2031-03-14"))
    assert link(drafts, WHO, {}) == {}


CLAIM = Act("shelling", "ASSAULT", actors="Norway", mode="heavy-weapons")
DENIAL = Act("fired", "ASSAULT", "denied", "Norway", mode="firearms")
SAID = "Chile spoke of shelling. Norway said it had not fired."


def test_a_denial_is_linked_to_what_somebody_else_claims() -> None:
    _, drafts = tell(SAID, CLAIM, DENIAL)
    assert link(drafts, WHO, {0: [CHILE], 1: [NORWAY]}) == {1: [(0, "denied")]}
    assert link(drafts, WHO, {1: [NORWAY]}) == {1: [(0, "denied")]}, "or to what the article tells of those who deny it"
    assert link(drafts, WHO, {0: [CHILE]}) == {}, "a plain negation denies nothing that was claimed"
    assert link(drafts, WHO, {0: [NORWAY], 1: [NORWAY]}) == {}, "nobody denies what they say themselves"


def test_who_is_blamed_denies_it_without_words_that_point_back_and_once_a_sentence() -> None:
    told = Act("shelled", "ASSAULT", actors="Norway", mode="heavy-weapons")
    denials = (replace(DENIAL, words="firing"), replace(DENIAL, words="bombing"))
    _, drafts = tell("Norway shelled ports. Norway denied firing and bombing.", told, *denials)
    assert link(drafts, WHO, {1: [NORWAY], 2: [NORWAY]}) == {1: [(0, "denied")]}


def test_a_plan_may_be_held_a_day_off_in_what_was_written_later() -> None:
    text, held = "Norway and Chile will meet. They sat down.", Act("sat down", "CONSULT", actors="Norway Chile", on="2031-03-13")
    assert link(tell(text, PLAN, held, days={1: "2031-03-15"})[1], WHO, {}) == {1: [(0, "held")]}


def test_a_denial_of_something_new_is_linked_to_nothing() -> None:
    text = "Police shelled a camp. Chile spoke. Norway denied lending trucks."
    _, drafts = tell(text, Act("shelled", "AID", actors="Norway"), Act("lending", "AID", "denied", "Norway"))
    assert link(drafts, WHO, {1: [NORWAY]}) == {}, "its words point back to nothing"
    meetings = tell(SAID, Act("shelling", "CONSULT", actors="Norway"), Act("fired", "CONSULT", "denied", "Norway"))[1]
    assert link(meetings, WHO, {1: [NORWAY]}) == {}, "nobody is blamed for a meeting"


def test_another_party_or_way_is_not_what_was_claimed() -> None:
    other_side = Act("fired", "ASSAULT", "denied", "Chile", mode="firearms")
    other_way = Act("fired", "ASSAULT", "denied", "Norway", mode="abduct")
    for denial in (other_side, other_way):
        assert link(tell(SAID, CLAIM, denial)[1], WHO, {0: [CHILE], 1: [NORWAY]}) == {}


def test_a_strike_is_called_off_by_who_called_it() -> None:
    text = "Norway will strike. {} called off the walkout."
    acts = (Act("strike", "PROTEST", "planned", "Norway"),)
    for who, found in (("Norway", {1: [(0, "cancelled")]}), ("Chile", {})):
        _, drafts = tell(text.format(who), *acts, Act("walkout", "PROTEST", "refused", who))
        assert link(drafts, WHO, {}) == found
    assert link(tell("Norway will strike. Norway would call off the walkout.", *acts, Act("walkout", "PROTEST", "refused", "Norway"))[1], WHO, {}) == {}


def test_talks_put_off_are_a_plan_with_its_new_day() -> None:
    text = "Norway and Chile will meet. The talks with Chile were postponed to Friday. They sat down."
    scenes, drafts = tell(text, PLAN, Act("sat down", "CONSULT", actors="Norway Chile", on="2031-03-21"), people="Norway Chile", times={"Friday": "2031-03-21"})
    told = called_off(drafts, scenes, WHO)
    assert [(d.status, d.date.first) for d in told] == [("planned", "2031-03-14"), ("planned", "2031-03-21"), ("happened", "2031-03-21")]
    assert told[1].evidence[0].text == "talks with Chile were postponed to Friday"
    assert link(told, WHO, {}) == {1: [(0, "postponed")], 2: [(1, "held")]}


def test_what_the_model_takes_for_a_refusal_is_put_off() -> None:
    text = "Norway and Chile will meet. The talks with Chile were postponed to Friday."
    scenes, drafts = tell(text, PLAN, Act("talks", "CONSULT", "refused", "Chile"), people="Norway Chile", times={"Friday": "2031-03-21"})
    assert [(d.status, d.actors, d.date.first) for d in called_off(drafts, scenes, WHO)] == [
        ("planned", ["Norway", "Chile"], "2031-03-14"),
        ("planned", ["Norway", "Chile"], "2031-03-21"),
    ]


def test_a_trip_called_off_is_refused() -> None:
    scenes, drafts = tell("Norway will visit Chile. Norway cancelled the trip.", Act("visit", "CONSULT", "planned", "Norway", "Chile"), people="Norway Chile")
    told = called_off(drafts, scenes, WHO)
    assert told[-1].status == "refused"
    assert link(told, WHO, {}) == {1: [(0, "cancelled")]}


@pytest.mark.parametrize("words", ["Norway may cancel the trip.", "Lima cancelled the debt.", "Lima cancelled its trip.", "Norway cancelled the order."])
def test_other_callings_off_are_none(words: str) -> None:
    scenes, drafts = tell(f"Norway will visit Chile. {words}", Act("visit", "CONSULT", "planned", "Norway", "Chile"), people="Norway Chile Lima")
    assert called_off(drafts, scenes, WHO) == drafts


def test_a_corrected_figure_points_to_the_first() -> None:
    text = "Norway shot three men. Norway shot four men, not three, the navy said."
    acts = (Act("shot three", "ASSAULT", actors="Norway"), Act("not three", "ASSAULT", actors="Norway"))
    assert link(tell(text, *acts)[1], WHO, {}) == {}
    _, drafts = tell("Norway shot three men. Four men, not three, were wounded by Norway.", Act("shot", "ASSAULT", actors="Norway"), Act("wounded", "ASSAULT", actors="Norway"))
    assert link(drafts, WHO, {}) == {1: [(0, "corrected")]}


any_act = st.builds(
    Act,
    st.sampled_from(["shelling", "fired"]),
    st.sampled_from(["ASSAULT", "CONSULT"]),
    st.sampled_from(["happened", "planned", "denied", "refused"]),
    st.sampled_from(["", "Norway", "Norway Chile"]),
    st.sampled_from(["", "Baeza"]),
    on=st.sampled_from([None, "2031-03-14"]),
)


@settings(deadline=None)
@given(st.lists(any_act, max_size=6))
def test_a_link_points_to_the_same_act_told_before_unless_it_was_held(acts: list[Act]) -> None:
    _, drafts = tell(SAID, *acts)
    for later, found in link(drafts, WHO, dict.fromkeys(range(0, len(acts), 2), [CHILE])).items():
        assert [drafts[earlier].act for earlier, _ in found] == [drafts[later].act]
        assert all(earlier != later and (kind == "held" or drafts[earlier].trigger <= drafts[later].trigger) for earlier, kind in found)


def test_a_denied_charge_is_a_denial_of_what_was_told_just_before() -> None:
    text = "Chile accused Norway of shelling, a charge Hovland denied."
    rejects = Act("denied", "REJECT", actors="Hovland")
    scenes, drafts = tell(text, CLAIM, rejects, people="Chile Norway Hovland")
    claim, denial = echo_denials(drafts, scenes, WHO)
    assert (claim.status, denial.status, denial.act, denial.actors) == ("happened", "denied", "ASSAULT", ["Norway"])
    assert denial.evidence[0].text == "a charge Hovland denied"
    assert [m and m.text for m in claimants([claim, denial])] == ["Chile", "Hovland"]


@pytest.mark.parametrize(
    "words",
    [
        "Hovland denied the claim.",
        "Hovland denied any involvement.",
        "Hovland denied it.",
        "Hovland denied any such thing.",
        "Hovland denied all of it.",
        "Hovland denied that sailors were involved.",
        "Hovland denied sailors had taken part.",
        "Hovland denied that anybody had been touched.",
        "Hovland denied that she had ordered it.",
        "Hovland denies having sent any, and left.",
        "Hovland denied anything but rain had been seen.",
        "Hovland said Norway had nothing to do with it.",
        "Hovland says that she did no such thing.",
        "Hovland swore that she had never done it.",
        "Hovland disowned the claim.",
    ],
)
def test_a_sentence_may_deny_without_naming_the_act(words: str) -> None:
    scenes, drafts = tell(f"Chile spoke of shelling. {words}", CLAIM, people="Chile Norway Hovland")
    assert [draft.status for draft in echo_denials(drafts, scenes, WHO)] == ["happened", "denied"]


def test_a_denial_is_linked_to_the_act_that_it_takes_up_also_in_its_own_sentence() -> None:
    scenes, drafts = tell("Ships were shelling a port off Chile; Hovland denies it.", Act("shelling", "ASSAULT", mode="heavy-weapons"), people="Hovland")
    assert link(echo_denials(drafts, scenes, WHO), WHO, {1: [NORWAY]}) == {1: [(0, "denied")]}


def test_what_the_model_takes_for_a_rejection_is_the_denial() -> None:
    acts = (CLAIM, Act("denied", "REJECT", "denied", "Hovland"))
    scenes, drafts = tell("Chile spoke of shelling. Hovland denied it.", *acts, people="Chile Norway Hovland")
    assert [(draft.act, draft.status) for draft in echo_denials(drafts, scenes, WHO)] == [("ASSAULT", "happened"), ("ASSAULT", "denied")]


def test_a_denial_behind_what_it_denies_is_no_echo_of_it() -> None:
    scenes, drafts = tell("Chile said that Norway was shelling it, which Hovland denies.", CLAIM, people="Chile Norway Hovland")
    assert [draft.status for draft in merge(echo_denials(drafts, scenes, WHO), WHO.key)] == ["happened", "denied"]


def test_what_is_told_of_who_denies_is_not_what_is_denied() -> None:
    text = "Chile spoke of shelling. Hovland, who had sent ships, denied it."
    scenes, drafts = tell(text, CLAIM, Act("sent", "MOBILIZE", actors="Norway"), people="Chile Norway Hovland")
    assert [draft.act for draft in echo_denials(drafts, scenes, WHO) if draft.status == "denied"] == ["ASSAULT"]


def test_who_tells_both_claim_and_denial_claims_nothing() -> None:
    _, drafts = tell("Norway was shelling it. Norway says no shell was fired.", CLAIM, replace(DENIAL, mode="heavy-weapons"))
    assert link(drafts, WHO, {0: [CHILE], 1: [CHILE, NORWAY]}) == {1: [(0, "denied")]}
    assert link(drafts, WHO, {0: [CHILE], 1: [CHILE]}) == {}


def test_a_part_in_an_attack_is_denied_a_little_later_too_and_in_other_acts_is_not() -> None:
    text = "Gunmen stormed a town. Rain fell. It was dark. Hovland denied any part in it."
    for act, told in (("ASSAULT", 2), ("COERCE", 1)):
        scenes, drafts = tell(text, Act("stormed", act), people="Hovland")
        assert len(echo_denials(drafts, scenes, WHO)) == told


def test_the_claim_of_the_same_way_is_the_one_denied() -> None:
    text = "Norway was shelling it. Norway shot a man. Norway denied the use of guns."
    acts = (Act("shelling", "ASSAULT", actors="Norway", mode="heavy-weapons"), Act("shot", "ASSAULT", actors="Norway", mode="firearms"))
    _, drafts = tell(text, *acts, Act("use", "ASSAULT", "denied", "Norway", mode="heavy-weapons"))
    assert link(drafts, WHO, {0: [CHILE], 1: [CHILE], 2: [NORWAY]}) == {2: [(0, "denied")]}


def test_what_somebody_will_not_do_denies_nothing_that_was_done() -> None:
    _, drafts = tell("Norway was shelling it. Norway will not shell it, it said.", CLAIM, Act("shell it", "ASSAULT", "denied", "Norway", mode="heavy-weapons"))
    assert link(drafts, WHO, {0: [CHILE], 1: [NORWAY]}) == {}


THREAT = Act("expel", "SANCTION", "conditional", "Norway", "Chile", mode="expel")


@pytest.mark.parametrize(("day", "held"), [("2031-03-12", {1: [(0, "held")]}), ("2031-03-10", {})])
def test_a_threat_is_carried_out_in_what_was_written_later(day: str, held: dict[int, list[tuple[int, str]]]) -> None:
    done = Act("sent home", "SANCTION", actors="Oslo", recipients="Chile", mode="expel")
    assert link(tell("Norway may expel an envoy of Chile. Oslo sent home two of Chile.", THREAT, done, days={1: day})[1], WHO, {}) == held


@pytest.mark.parametrize(("words", "who", "found"), [("dropped", "Oslo", {1: [(0, "cancelled")]}), ("dropped", "Chile", {}), ("explained", "Oslo", {})])
def test_a_threat_is_taken_back_by_who_made_it(words: str, who: str, found: dict[int, list[tuple[int, str]]]) -> None:
    _, drafts = tell(f"Norway may expel an envoy. {who} {words} the threat.", THREAT, Act(words, "CONCEDE", actors=who))
    assert link(drafts, WHO, {}) == found


def test_what_is_put_off_has_not_happened() -> None:
    scenes, drafts = tell("Norway will free Baeza. Norway put off the handover.", Act("free", "RETREAT", "planned", "Norway"), Act("put off", "RETREAT", actors="Norway"))
    told = called_off(drafts, scenes, WHO)
    assert told[1].status == "refused"
    assert link(told, WHO, {}) == {1: [(0, "postponed")]}


@pytest.mark.parametrize(
    "words",
    [
        "Hovland denied entry to Chile.",
        "Hovland denied that Norway fired.",
        "Hovland rejected the claim.",
        "Hovland weighed the claim that Norway had nothing to do with it.",
        "Hovland did not deny the claim.",
        "Hovland confirmed nothing, nor denied it.",
        "Hovland denied that the song was about anybody.",
    ],
)
def test_other_words_deny_nothing_that_was_told(words: str) -> None:
    scenes, drafts = tell(f"Chile spoke of shelling. {words}", CLAIM, people="Chile Norway Hovland")
    assert echo_denials(drafts, scenes, WHO) == drafts


@pytest.mark.parametrize(
    ("text", "status", "who"),
    [
        ("Chile accused Norway of shelling the port.", "happened", "Chile"),
        ("Chile blamed Norway for shelling the port.", "happened", "Chile"),
        ("Norway was accused of shelling the port by Chile.", "happened", "Chile"),
        ("Norway was accused by Chile of shelling the port.", "happened", "Chile"),
        ("Norway denied shelling the port.", "denied", "Norway"),
        ("Norway insisted there was no shelling.", "denied", "Norway"),
        ("Chile accused Norway of fraud, which is shelling the port.", "happened", None),
        ("Chile accused Norway; shelling went on.", "happened", None),
        ("Norway was shelling the port.", "happened", None),
    ],
)
def test_who_alleges_or_denies_in_the_sentence(text: str, status: str, who: str | None) -> None:
    _, drafts = tell(text, Act("shelling", "ASSAULT", status, "Norway"), people="Chile Norway")
    assert [mention.text if mention else None for mention in claimants(drafts)] == [who]


def test_nobody_denies_a_part_in_what_is_only_planned() -> None:
    text = "Gunmen stormed a town. Norway will seize a port. Hovland denied any part in it."
    scenes, drafts = tell(text, Act("stormed", "ASSAULT"), Act("seize", "COERCE", "planned", "Norway"), people="Norway Hovland")
    assert echo_denials(drafts, scenes, WHO)[-1].of == drafts[0].trigger


def test_who_is_accused_of_backing_somebody_denies_that_and_not_what_others_did() -> None:
    text = "Chile cut ties, accusing Norway of backing rebels. Hovland denied the charge."
    acts = (Act("cut ties", "SANCTION", actors="Chile"), Act("accusing", "ACCUSE", actors="Chile"), Act("backing", "SUPPORT", actors="Norway"))
    scenes, drafts = tell(text, *acts, people="Chile Norway Hovland")
    assert echo_denials(drafts, scenes, WHO)[-1].act == "SUPPORT"


@pytest.mark.parametrize(("day", "held"), [("2031-03-12", {1: [(0, "held")]}), ("2031-03-10", {})])
def test_a_veto_that_was_announced_is_cast_in_what_was_written_later(day: str, held: dict[int, list[tuple[int, str]]]) -> None:
    acts = (Act("veto the law", "REJECT", "planned", "Norway", "Chile"), Act("vetoed it", "REJECT", actors="Norway", recipients="Chile"))
    assert link(tell("Norway will veto the law of Chile. Norway vetoed it of Chile.", *acts, days={1: day})[1], WHO, {}) == held


def test_a_denial_beside_the_act_that_it_takes_up_is_no_echo_of_it() -> None:
    scenes, drafts = tell("Norway was shelling a port; Hovland denies it.", Act("shelling", "ASSAULT", actors="Norway"), people="Norway Hovland")
    assert [draft.status for draft in merge(echo_denials(drafts, scenes, WHO), WHO.key)] == ["happened", "denied"]
