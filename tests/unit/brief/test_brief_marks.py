"""Marks nest properly for any spans: balanced, complete, every id once, every word marked as asked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from sample_articles import overlapping

from detente.brief import render
from detente.brief.marks import Close, Mark, Open, paragraphs, split_ids

texts = st.text(st.sampled_from("ab é\u0301\n\U0001f600 .\u202e"), max_size=60)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    """A text with up to a dozen spans in it, in any relation to each other."""
    text = draw(texts)
    ends = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=12))
    return text, [Mark(min(pair), max(pair), f"w{number}", "ev") for number, pair in enumerate(pairs)]


@given(marked())
def test_marks_are_balanced_and_words_complete(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    shown = ""
    for piece in paragraphs(text, marks):
        opened: list[Mark] = []
        for token in piece:
            if isinstance(token, Open):
                opened.append(token.mark)
            elif isinstance(token, Close):
                assert opened.pop() == token.mark
            else:
                shown += token
        assert not opened
    assert "".join(shown.split()) == "".join(text.split())


@given(marked())
def test_each_mark_covers_its_words_and_carries_its_id_once(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    covered: dict[str, str] = {}
    firsts: list[str] = []
    for piece in paragraphs(text, marks):
        opened: list[Mark] = []
        for token in piece:
            if isinstance(token, Open):
                opened.append(token.mark)
                firsts += [token.mark.id] if token.first else []
            elif isinstance(token, Close):
                opened.pop()
            else:
                for mark in opened:
                    covered[mark.id] = covered.get(mark.id, "") + token
    assert len(firsts) == len(set(firsts))
    for mark in marks:
        words = "".join(text[mark.start : mark.end].split())
        assert "".join(covered.get(mark.id, "").split()) == words


def test_crossing_spans_are_split_and_all_pieces_named() -> None:
    text = "abcdef"
    pieces = list(paragraphs(text, [Mark(0, 4, "one", "ev"), Mark(2, 6, "two", "ev")]))
    assert split_ids(pieces) == {"two"}
    assert [token if isinstance(token, str) else type(token).__name__ for token in pieces[0]] == [
        "Open",
        "ab",
        "Open",
        "cd",
        "Close",
        "Close",
        "Open",
        "ef",
        "Close",
    ]


def test_the_page_links_each_event_to_its_words_and_back() -> None:
    page = render(overlapping(), "html")
    for number in range(1, 6):
        assert page.count(f'id="w-e{number}"') == 1
        assert f'href="#w-e{number}"' in page
        assert page.count(f'class="back" href="#e{number}"') == 1


def test_a_span_outside_of_the_text_is_left_out() -> None:
    assert list(paragraphs("abc", [Mark(1, 9, "w", "ev")])) == [["abc"]]
