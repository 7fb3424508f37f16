"""The corpus format is read exactly, and its mistakes are named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.codebook import Codebook
from detente.errors import InputError
from detente.evaluate.checks import check
from detente.evaluate.inline import main, parse

BOOK = Codebook.load("plover")
MODES = {name: frozenset(BOOK.modes(name)) for name in BOOK.types}


def article(text, facts, header="id: x\npublished: 2020-01-01"):
    return parse(f"{header}\n---\n{text}\n---\n{facts}\n")


def found(text, facts, header="id: x\npublished: 2020-01-01"):
    return check(article(text, facts, header), MODES, frozenset(BOOK.contexts))


def test_marks_nest_and_escape():
    inline = article(r"[[Arland|a1] \[sic\] met|q1] \| [both|a1+a2]", 'a1 GPE "Arland"')
    assert inline.text == "Arland [sic] met | both\n"
    assert [inline.text[start:end] for start, end in inline.spans("a1")] == ["Arland", "both"]
    assert [inline.text[start:end] for start, end in inline.spans("q1")] == ["Arland [sic] met"]


def test_values_may_be_quoted():
    fact = article("[x|e1]", 'e1 AID planned actors=a1,a2 condition="if it\'s so"').facts["e1"]
    assert fact.values["condition"] == "if it's so"
    assert fact.items("actors") == ("a1", "a2")


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("id: x\n---\ntext\n", "found 2 parts"),
        ("id x\n---\ntext\n---\n", "no colon"),
        ("id: x\n---\n[text\n---\n", "never closed"),
        ("id: x\n---\ntext]\n---\n", "stray"),
        ("id: x\n---\n[text|9]\n---\n", "bad mark"),
        ("id: x\n---\n[text|e1]\n---\ne1 AID happened\ne1 AID happened\n", "written twice"),
        ('id: x\n---\n[text|e1]\n---\ne1 "AID\n', "No closing quotation"),
        ("id: x\n---\ntext\n---\nevent AID\n", "is no id"),
    ],
)
def test_unreadable_files_are_refused(source, message):
    with pytest.raises(InputError, match=message):
        parse(source)


@pytest.mark.parametrize(
    ("text", "facts", "problem"),
    [
        ("[x|e1]", "e1 FIGHT happened", "unknown act FIGHT"),
        ("[x|e1]", "e1 AID/fast happened", "AID has no mode fast"),
        ("[x|e1]", "e1 AID soon", "second word must be a status"),
        ("[x|e1]", "e1 AID happened actors=a7", "actors=a7 is not known"),
        ("[x|e1]", "e1 AID happened contexts=moon", "unknown context moon"),
        ("[x|e1]", "e1 AID happened link=same:e8", "not kind:event"),
        ("[x|e1]", 'e1 AID happened condition="nowhere"', "not in the text"),
        ("[x|a1]", 'a1 TOWN "x"', "write TYPE"),
        ("[x|a1]", 'a1 GPE "x" country=Chad', "three capital letters"),
        ("[x|a1]", 'a1 GPE "x" sectors=XXX', "unknown sector"),
        ("[x|t1]", "t1 2020", "write DATE"),
        ("[x|q1]", "q1 quoted", "write direct"),
        ("[x|a1]", "", "has no line"),
        ("x", "t1 DATE 2020", "marked nowhere"),
        ("[ x|a1]", 'a1 GPE "x"', "mark over several lines or empty"),
    ],
)
def test_mistakes_are_named(text, facts, problem):
    assert any(problem in line for line in found(text, facts))


def test_the_checker_as_a_command(tmp_path, capsys):
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text('id: good\npublished: 2020-01-01\n---\n[x|a1]\n---\na1 GPE "x"\n', encoding="utf-8")
    bad.write_text("id: other\n---\n[x|e1]\n---\ne1 FIGHT happened\n", encoding="utf-8")
    assert main([str(good)]) == 0
    assert main([str(good), str(bad)]) == 1
    out = capsys.readouterr().out
    assert "unknown act FIGHT" in out and "published is missing" in out and "not the file's stem bad" in out


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029"), max_size=60))
def test_any_text_survives_marking(text):
    words = text.strip() or "x"
    escaped = "".join("\\" + char if char in "[]|\\" else char for char in words)
    inline = article(f"a [{escaped}|a1] z", 'a1 GPE "x"')
    ((start, end),) = inline.spans("a1")
    assert inline.text[start:end] == words
