"""How an event came about is told with it."""

from sample_articles import span

from detente.brief.course import courses
from detente.brief.labels import outlet
from detente.records import Event, EventDate, Link, Said


def event(number, status, *links, first=None, said=None):
    return Event(
        id=f"a-e{number}",
        sentence=0,
        act="CONSULT",
        status=status,
        type="CONSULT",
        quad=1,
        score=1,
        date=EventDate(first=first, last=first, basis="text") if first else EventDate(),
        said=Said(said, said) if said else None,
        evidence=(span("the"),),
        links=tuple(Link(f"a-e{earlier}", kind) for kind, earlier in links),
        confidence=0.9,
    )


def test_states_are_told_in_their_order():
    plan = event(1, "planned", first="2031-03-14", said="2031-03-03")
    moved = event(2, "planned", ("postponed", 1), first="2031-03-21", said="2031-03-10")
    held = event(3, "happened", ("held", 2), first="2031-03-21", said="2031-03-22")
    told = courses([plan, moved, held])
    assert told["a-e3"] == "on 3 March 2031 planned for 14 March 2031, on 10 March 2031 put off to 21 March 2031"
    assert told["a-e2"] == "on 3 March 2031 planned for 14 March 2031"
    assert "a-e1" not in told


def test_denials_leave_both_standing_and_corrections_say_so():
    assert courses([event(1, "happened"), event(2, "denied", ("denied", 1)), event(3, "happened", ("corrected", 1))]) == {"a-e3": "told otherwise before"}


def test_links_that_run_in_a_ring_or_to_nowhere_end():
    ring = [event(1, "planned", ("postponed", 2)), event(2, "planned", ("postponed", 1)), event(3, "happened", ("held", 9))]
    assert set(courses(ring)) == {"a-e1", "a-e2"}


def test_what_a_state_runs_is_marked():
    assert (outlet("TASS"), outlet("Reuters"), outlet("Chinese state media"), outlet(None)) == ("state-run TASS", "Reuters", "Chinese state media", "")
