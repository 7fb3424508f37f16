"""All four formats render the example, an empty article and many events; everything hostile comes out as words."""

from __future__ import annotations

import pytest
from sample_articles import ceasefire, many

from detente.brief import FORMATS, Format, render
from detente.errors import UsageError
from detente.records import Article, CodedArticle


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_tells_the_newest_state_first(form: Format) -> None:
    page = render(ceasefire(), form, width=300)
    held, denied = page.index("held talks in Brasilia on 14 March 1998"), page.index("Peru denied shelling Ecuador")
    assert held < denied


@pytest.mark.parametrize("form", FORMATS)
def test_an_article_without_events_says_so(form: Format) -> None:
    page = render(CodedArticle(article=Article(id="nothing", text="")), form)
    assert "nothing" in page
    assert form == "json" or "No event was found" in page


@pytest.mark.parametrize("form", FORMATS)
def test_two_hundred_events_are_all_there(form: Format) -> None:
    page = render(many(200), form)
    assert ('"e200"' if form == "json" else "E200") in page


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(UsageError, match="docx"):
        render(ceasefire(), "docx")  # type: ignore[arg-type]
