"""The HTML brief in a real browser: links lead somewhere and back, nothing is loaded, run or cut off."""

from __future__ import annotations

from pathlib import Path

import pytest
from browser import Browser
from sample_articles import ceasefire, hostile, many, overlapping

from detente.brief import render
from detente.records import Article, CodedArticle

pytestmark = pytest.mark.web

PAGES = {
    "ceasefire": ceasefire(),
    "many": many(200),
    "hostile": hostile(),
    "overlapping": overlapping(),
    "empty": CodedArticle(article=Article(id="empty", text="")),
}
_DEAD_LINKS = """
return [...document.querySelectorAll('a')].map(a => a.getAttribute('href'))
  .filter(href => !href.startsWith('#') || !document.getElementById(href.slice(1)))
"""


@pytest.fixture(scope="module", params=PAGES)
def page(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The brief of each example as a file."""
    path = tmp_path_factory.mktemp("brief") / f"{request.param}.html"
    path.write_text(render(PAGES[request.param], "html"), encoding="utf-8")
    return path


def test_every_link_leads_to_a_place_in_the_page(browser: Browser, page: Path) -> None:
    browser.open(page)
    assert browser.ask(_DEAD_LINKS) == []
    ids = browser.ask("return [...document.querySelectorAll('[id]')].map(e => e.id)")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("width", [320, 360, 768, 1100])
def test_nothing_scrolls_sideways(browser: Browser, page: Path, width: int) -> None:
    browser.open(page, width=width)
    assert browser.ask("return document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("dark", [False, True])
def test_the_console_stays_silent_and_nothing_is_loaded(browser: Browser, page: Path, dark: bool) -> None:
    browser.messages()
    browser.open(page, dark=dark)
    assert browser.messages() == []
    assert browser.ask("return performance.getEntriesByType('resource').length") == 0
    assert (
        browser.ask("return document.scripts.length + document.querySelectorAll('[style],iframe,img,link').length") == 0
    )
    assert browser.ask("return window.ran === undefined")


def test_dark_and_light_differ_and_read_well(browser: Browser, page: Path) -> None:
    contrasts = []
    for dark in (False, True):
        browser.open(page, dark=dark)
        contrasts.append(browser.ask(_CONTRAST))
    assert all(worst >= 4.5 for worst, _ in contrasts), contrasts
    assert contrasts[0][1] != contrasts[1][1]


_CONTRAST = """
const rgb = c => c.match(/[\\d.]+/g).slice(0, 3).map(Number);
const lum = c => rgb(c).map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
  .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
const seen = e => { for (; e; e = e.parentElement) {
  const c = getComputedStyle(e).backgroundColor; if (!c.endsWith(', 0)')) return c; } };
let worst = 99;
for (const e of document.querySelectorAll('p,td div,a,h1,h2,h3,.badge,.quiet,.tag,.cue,span')) {
  if (!e.textContent.trim()) continue;
  const [a, b] = [lum(getComputedStyle(e).color), lum(seen(e))].sort((x, y) => y - x);
  worst = Math.min(worst, (a + .05) / (b + .05));
}
return [worst, getComputedStyle(document.body).backgroundColor];
"""


def test_a_line_leads_to_its_words_and_back(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "brief.html"
    path.write_text(render(ceasefire(), "html"), encoding="utf-8")
    browser.open(path, "#w-e8")
    assert browser.ask("return document.querySelector(':target').textContent") == "free the two men"
    paper = browser.ask("return getComputedStyle(document.querySelector('#w-e7')).backgroundColor")
    assert browser.ask("return getComputedStyle(document.querySelector(':target')).backgroundColor") != paper
    browser.ask("document.querySelector('#w-e8 + a.back').click()")
    assert browser.ask("return location.hash") == "#e8"
    assert "Lucía Arteaga" in browser.ask("return document.querySelector(':target').textContent")


def test_all_pieces_of_crossing_evidence_light_up_together(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "brief.html"
    path.write_text(render(overlapping(), "html"), encoding="utf-8")
    script = "return [...document.querySelectorAll('.w-e2')].map(e => getComputedStyle(e).backgroundColor)"
    browser.open(path, "#w-e2")
    colours = browser.ask(script)
    assert len(colours) > 1
    assert len(set(colours)) == 1


def test_it_prints_on_a_few_pages(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "brief.html"
    path.write_text(render(ceasefire(), "html"), encoding="utf-8")
    browser.open(path)
    printed = browser.pdf()
    assert printed.startswith(b"%PDF")
    assert 2 <= printed.count(b"/Type /Page\n") + printed.count(b"/Type /Page/") <= 8


def test_the_timeline_that_fits_is_the_one_shown(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "brief.html"
    path.write_text(render(ceasefire(), "html"), encoding="utf-8")
    shown = """return [...document.querySelectorAll('.timeline')]
      .filter(e => e.getClientRects().length).map(e => e.classList[1])"""
    browser.open(path, width=360)
    assert browser.ask(shown) == ["narrow"]
    cut = """return [...document.querySelectorAll('.timeline.narrow text')]
      .map(e => e.getBBox()).filter(box => box.x + box.width > 320).length"""
    assert browser.ask(cut) == 0
    browser.open(path, width=1100)
    assert browser.ask(shown) == ["wide"]
