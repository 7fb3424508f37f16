"""The dossier: every line leads to words that are there, in three formats; hostile text stays text."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner

from detente.brief.dossier import Dossier, of_dyad, of_story
from detente.brief.dossier_page import render
from detente.brief.dossier_text import markdown, terminal
from detente.cli import main
from detente.coder import Coder
from detente.ingest import read
from detente.records import Article, CodedArticle
from detente.story import stories


@pytest.fixture(scope="module")
def crisis(root: Path) -> list[CodedArticle]:
    coder = Coder(threads=1)
    return [coder.code(article) for article in read(str(root / "examples" / "crisis")) if isinstance(article, Article)]


@pytest.fixture(scope="module")
def dossier(crisis: list[CodedArticle]) -> Dossier:
    return of_dyad(stories(crisis), crisis, "PER", "ECU", "2026-05-01", "2026-05-31")


class _Ids(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.add(tag)
        self.ids += [given["id"] or ""] if "id" in given else []
        self.links += [given["href"] or ""] if "href" in given else []


def test_every_link_of_the_page_leads_somewhere_and_nothing_runs(dossier: Dossier) -> None:
    page = _Ids()
    page.feed(render(dossier))
    assert len(page.ids) == len(set(page.ids))
    assert page.links and {link[1:] for link in page.links} <= set(page.ids)
    assert all(link.startswith("#") for link in page.links) and not {"script", "img", "iframe", "link"} & page.tags
    words = {source.ref for entry in dossier.entries for source in entry.sources}
    assert words and words <= set(page.ids)


def test_it_tells_the_crisis_between_the_two(dossier: Dossier) -> None:
    assert dossier.title == "Peru and Ecuador" and len(dossier.papers) == 10
    assert any(paper.copy_of for paper in dossier.papers) and dossier.disputes
    assert [entry.date for entry in dossier.entries] == sorted(entry.date for entry in dossier.entries)
    assert all(1 <= entry.independent <= len(entry.sources) for entry in dossier.entries)
    assert sum(row.conf_n for row in dossier.periods) > 3 < sum(row.coop_n + row.conf_n for row in dossier.periods)
    assert all("2026-05-01" <= row.date <= "2026-05-31" for row in dossier.periods)


def test_sentences_of_the_sources_stand_in_their_articles(dossier: Dossier, crisis: list[CodedArticle]) -> None:
    texts = {paper.ref.upper(): " ".join(paper.coded.article.text.split()) for paper in dossier.papers}
    for dispute in dossier.disputes:
        assert dispute.one.words in texts[dispute.one.label] and dispute.other.words in texts[dispute.other.label]
        assert dispute.one.words != dispute.other.words


def test_markdown_and_terminal_tell_the_same_lines(dossier: Dossier) -> None:
    page, shown = markdown(dossier), " ".join(terminal(dossier, width=120, colour=False).split())
    links = set(re.findall(r"\]\(#([\w-]+)\)", page))
    assert links and links <= set(re.findall(r'<a id="([\w-]+)">', page))
    for entry in dossier.entries:
        assert entry.ref.upper() + "," in page
        assert entry.text.split(",")[0][:30] in shown
    assert "\x1b" not in shown


def test_a_story_without_a_pair_has_no_chart_and_hostile_text_stays_text() -> None:
    text = "<script>alert(1)</script> & \x1b[31m\u202eevil"
    coded = CodedArticle(article=Article(id="<b>", text=text, title=text, outlet="<i>x</i>"))
    (story,) = stories([coded])
    made = of_story(story, [coded])
    page = render(made)
    assert made.periods == () and "<script" not in page and "\x1b" not in page and "&lt;script&gt;" in page
    assert "\x1b" not in terminal(made, colour=False) and "<script" not in markdown(made).replace("\\<", "")


def test_command_writes_dossiers_from_a_store(root: Path, tmp_path: Path) -> None:
    def run(*words: str) -> tuple[int, str]:
        done = CliRunner().invoke(main, [*words, "--store", str(tmp_path / "store")])
        return done.exit_code, done.output

    assert run("ingest", str(root / "examples" / "crisis"))[0] == 0
    code, listed = run("stories", "--format", "jsonl")
    assert code == 0 and len(listed.splitlines()) < 10
    assert run("stories", "--rebuild", "--format", "jsonl") == (code, listed)
    ident = re.search(r'"id":"(story-\w+)"', listed)
    assert ident
    for words in (["--story", ident[1][:12]], ["--dyad", "per", "ECU", "--from", "2026-05-01"]):
        for name in ("d.html", "d.md"):
            assert run("brief", *words, "-o", str(tmp_path / name))[0] == 0
            assert (tmp_path / name).stat().st_size > 2000
        assert "Articles" in run("brief", *words)[1]
    for wrong in (["--story", "nothing"], ["--dyad", "PER", "XXX"], ["--dyad", "PER", "ECU", "-o", "x.pdf"], ["x.txt", "--story", "a"], []):
        code, told = run("brief", *wrong)
        assert code == 2 and "Traceback" not in told
