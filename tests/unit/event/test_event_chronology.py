"""The day of an act is chosen among all that the text offers. The articles are invented."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from telling import DAY, Act, tell

from detente.event.chronology import FILE, Weights, choose, settle_days
from detente.event.daybook import FEATURES, Candidate, Daybook
from detente.model.readings import Reading
from detente.records import EventDate

LABELLED = "How it came to this\n\nThursday: Norway expels two envoys. Its ships leave Chile.\n\nOthers wait."


def weights(margin: float = 0.0, **only: float) -> Weights:
    """Weights in which only the named numbers count; blanks in names are underscores."""
    return Weights(tuple(only.get(name.replace(" ", "_").replace(":", "").replace(",", ""), 0.0) for name in FEATURES), margin)


def settle(folder: Path, chosen: Weights) -> list[EventDate]:
    stage, drafts = tell(LABELLED, Act("expels", "SANCTION"), Act("leave", "RETREAT"), Act("wait", "CONSULT"), times={"Thursday": "2031-03-06"})
    (folder / FILE).write_bytes(msgspec.json.encode(chosen))
    settle_days(drafts, stage, LABELLED, folder)
    return [draft.date for draft in drafts]


def test_a_label_dates_its_whole_paragraph_and_no_other(tmp_path: Path) -> None:
    found = settle(tmp_path, weights(labels_the_paragraph=3.0, found=1.0))
    assert [(date.first, date.text, date.basis) for date in found] == [
        ("2031-03-06", "Thursday", "text"),
        ("2031-03-06", "Thursday", "context"),
        (DAY, None, "article"),
    ]


def test_what_was_found_stays_where_the_other_is_not_far_enough_ahead(tmp_path: Path) -> None:
    found = settle(tmp_path, weights(margin=0.9, labels_the_paragraph=1.2, found=1.0))
    assert {date.first for date in found} == {DAY}


def test_a_folder_without_weights_changes_nothing(tmp_path: Path) -> None:
    stage, drafts = tell(LABELLED, Act("leave", "RETREAT"), times={"Thursday": "2031-03-06"})
    settle_days(drafts, stage, LABELLED, tmp_path)
    assert drafts[0].date.first == DAY


@pytest.mark.parametrize("status", ["happened", "planned", "called_for", "ongoing"])
def test_every_number_has_a_name_and_the_found_days_are_among_the_candidates(status: str) -> None:
    text = "Envoys of Norway and Chile meet\n\nOSLO, March 10 (Agency) - Norway met Chile on Friday, two days after the vote."
    stage, drafts = tell(
        text, Act("meet", "CONSULT", status), Act("met", "CONSULT", status, "Norway", "Chile", on="2031-03-07"), people="Norway Chile",
        times={"March 10": DAY, "Friday": "2031-03-07", "two days": "2031-03-08"},
    )  # fmt: skip
    book = Daybook(drafts, stage, text)
    for index, draft in enumerate(drafts):
        candidates = book.candidates(index)
        assert {len(candidate.row) for candidate in candidates} == {len(FEATURES)}
        assert sum(candidate.row[0] for candidate in candidates if candidate.days == (draft.date.first, draft.date.last)) >= 1


def test_candidates_of_the_same_days_count_together() -> None:
    text = "Norway met Chile on Friday. They had met on Sunday.\n\nOn Friday, said Norway, both met."
    stage, drafts = tell(text, Act("both met", "CONSULT", on="2031-03-09"), times={"Friday": "2031-03-07", "Sunday": "2031-03-09"})
    twice = choose(Daybook(drafts, stage, text).candidates(0), weights(in_its_sentence=1.0), drafts[0].date)
    assert twice.first == "2031-03-07"


def numbers(candidate: Candidate) -> dict[str, float]:
    return dict(zip(FEATURES, candidate.row, strict=True))


def test_an_age_is_no_day_of_an_act() -> None:
    text = "Norway met Chile, and called it a model for the 21st century."
    stage, drafts = tell(text, Act("met", "CONSULT"), times={"the 21st century": "2000-01-01"})
    (time,) = stage[0].times
    stage = [replace(stage[0], times=(msgspec.structs.replace(time, last="2099-12-31"),))]
    drafts = [replace(drafts[0], scene=stage[0])]
    assert all(one.days[1] != "2099-12-31" for one in Daybook(drafts, stage, text).candidates(0))


def test_the_times_of_the_lead_are_candidates_throughout() -> None:
    text = "Norway shelled Chile on Friday." + " It rained." * 12 + " Envoys left."
    stage, drafts = tell(text, Act("left", "RETREAT"), times={"Friday": "2031-03-07"})
    found = {one.days: numbers(one) for one in Daybook(drafts, stage, text).candidates(0)}
    assert found["2031-03-07", "2031-03-07"]["of the lead"] == 1.0


def test_another_way_of_counting_makes_a_candidate() -> None:
    text = "In May the chiefs met."
    stage, _ = tell(text, times={"May": "2030-05-01"})
    (month,) = stage[0].times
    again = msgspec.structs.replace(month, first="1996-05-01", last="1996-05-31")
    scene = replace(stage[0], retold={month.start: again})
    _, drafts = tell(text, Act("met", "CONSULT"))
    drafts[0].scene = scene
    found = {one.days: numbers(one) for one in Daybook(drafts, [scene], text).candidates(0)}
    assert found["1996-05-01", "1996-05-31"]["retold"] == 1.0
    assert found["2030-05-01", "2030-05-01"]["retold"] == 0.0


def test_an_act_between_and_the_nearest_act_tell_whose_time_it_is() -> None:
    text = "Guards picked up ten men on Friday who appeared in court on Sunday."
    stage, drafts = tell(text, Act("picked", "COERCE"), Act("appeared", "CONSULT"), times={"Friday": "2031-03-07", "Sunday": "2031-03-09"})
    scene = replace(stage[0], reading=Reading(tuple(draft.predicate for draft in drafts)))
    for draft in drafts:
        draft.scene = scene
    book = Daybook(drafts, [scene], text)
    friday, sunday = (
        {one.days[0]: (numbers(one)["act between"], numbers(one)["nearest act"]) for one in book.candidates(act)} for act in (0, 1)
    )
    assert (friday["2031-03-07"], friday["2031-03-09"]) == ((0.0, 0.0), (1.0, 0.0))
    assert sunday["2031-03-09"] == (0.0, 1.0)


def test_a_part_of_a_day_is_no_day_of_its_sentence() -> None:
    text = "Rebels met on Friday. They left at dusk."
    stage, drafts = tell(text, Act("left", "RETREAT"), times={"Friday": "2031-03-07", "dusk": DAY})
    found = {one.days[0]: numbers(one) for one in Daybook(drafts, stage, text).candidates(0) if one.part == 0}
    assert found[DAY]["bare part of a day"] == 1.0
    assert (found["2031-03-07"]["own sentence has times"], found["2031-03-07"]["own sentence has days"]) == (1.0, 0.0)


@pytest.mark.parametrize(("lead", "told"), [("since", False), ("until", False), ("in", True)])
def test_the_beginning_of_what_goes_on_dates_nothing_else(lead: str, told: bool) -> None:
    text = f"Norway freed ten men. Chile has ruled the isle {lead} 2014."
    stage, drafts = tell(text, Act("freed", "RETREAT"), Act("ruled", "COERCE"), times={"2014": "2014-05-01"})
    days = {candidate.date.first for candidate in Daybook(drafts, stage, text).candidates(0)}
    assert ("2014-05-01" in days) is told
