"""Words of an article never become part of the page, the Markdown or the terminal's commands."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st
from sample_articles import ceasefire, hostile

from detente.brief import render
from detente.brief.labels import clean
from detente.brief.markdown import escape
from detente.records import Actor, Article, CodedArticle, Event, Span


class Elements(HTMLParser):
    """Collects the elements and the attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes += attrs


def elements(page: str) -> Elements:
    """The parsed page."""
    parser = Elements()
    parser.feed(page)
    return parser


def test_hostile_words_add_no_element_and_no_attribute() -> None:
    hostile_page, plain_page = elements(render(hostile(), "html")), elements(render(ceasefire(), "html"))
    assert not hostile_page.names & {"script", "img", "iframe", "object", "link", "base", "form", "b>"}
    assert {name for name, _ in hostile_page.attributes} <= {name for name, _ in plain_page.attributes}
    assert not [name for name, _ in hostile_page.attributes if name.startswith("on") or name == "style"]
    links = {value for name, value in hostile_page.attributes if name in ("href", "src", "xlink:href")}
    assert all(value and re.fullmatch(r"#[a-z][a-z0-9-]*", value) for value in links)


def test_the_policy_allows_only_the_style_that_is_there() -> None:
    page = render(hostile(), "html")
    style = page.split("<style>")[1].split("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"default-src &#39;none&#39;; style-src &#39;sha256-{digest}&#39;" in page.replace("'", "&#39;")
    assert "url(" not in style and "@import" not in style


def test_no_address_outside_of_the_file_is_named() -> None:
    attributes = elements(render(ceasefire(), "html")).attributes
    assert not [value for _, value in attributes if value and ("//" in value or value.startswith("data:"))]


def test_the_terminal_gets_no_command_from_the_article() -> None:
    assert "\x1b" not in render(hostile(), "terminal", colour=False)
    coloured = render(hostile(), "terminal", colour=True)
    assert not re.sub(r"\x1b\[[0-9;]*m", "", coloured).count("\x1b")
    assert "\x07" not in coloured and "\u202e" not in coloured


def test_markdown_has_no_element_link_or_cell_from_the_article() -> None:
    page = render(hostile(), "md")
    assert not re.search(r"(?<!\\)\]\((?!#w-e\d+\))", page)
    bare = re.sub(r'<a id="w-e\d+"></a>', "", page)
    assert not re.search(r"(?<!\\)<", bare)
    rows = [line for line in page.splitlines() if line.startswith("| [E")]
    assert len({len(re.findall(r"(?<!\\)\|", row)) for row in rows}) == 1


def test_json_is_whole_and_repeats_the_record() -> None:
    document = json.loads(render(hostile(), "json").encode())
    assert document["schema"] == "detente-brief/1"
    assert len(document["coded"]["events"]) == len(document["brief"]["events"]) == 10


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=80), st.data())
def test_any_text_renders_everywhere(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    words = text[start:end]
    who = Actor(text=words, start=start, end=end, name=words, role=words)
    found = Event(
        id="e",
        sentence=0,
        act="AID",
        status="happened",
        type="AID",
        quad=2,
        score=10,
        actors=(who,),
        recipients=(who,),
        evidence=(Span(start, end, words),),
        confidence=1,
    )
    coded = CodedArticle(article=Article(id="any", text=text, title=text), events=(found,))
    for form in ("html", "md", "json", "terminal"):
        render(coded, form).encode()  # type: ignore[arg-type]


@given(st.text())
def test_labels_are_one_line_without_controls(text: str) -> None:
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", clean(text))
    assert "\n" not in escape(text)
