"""Articles into stories: what belongs together, copies, order, the window."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from msgspec.structs import replace

from detente.ingest import read
from detente.model.topic import TopicModel
from detente.records import Article, CodedArticle
from detente.story import copies, group_articles, stories
from detente.story.build import digest, independent
from detente.story.grown import Grown
from detente.story.words import Bag, Vocabulary, last_year, stem

EXAMPLES = Path(__file__).parents[3] / "examples"

FLOOD = [
    ("Flood drowns market in Varda", "The river Sorel burst its banks in Varda on Monday and drowned the market. Twelve stalls were lost, the mayor said."),
    ("Varda market under water", "Traders in Varda lost their stalls when the river Sorel burst its banks on Monday, the mayor said. The market will stay shut."),
    ("River Sorel bursts its banks, Varda flooded", "Water from the Sorel stood a metre high in the market of Varda on Monday evening."),
]
STRIKE = [
    ("Pilots of Norvik Air walk out", "Pilots of Norvik Air began a strike over pensions on Monday. Two hundred flights were cancelled, the union said."),
    ("Norvik Air cancels 200 flights as pilots strike", "The union of pilots said that the strike at Norvik Air over pensions would last until Friday."),
]


def coded(number: int, title: str, text: str, day: str | None = "2026-03-02", outlet: str | None = None) -> CodedArticle:
    return CodedArticle(article=Article(id=f"a{number}", title=title, text=text, published=day, outlet=outlet))


@pytest.fixture(scope="module")
def model() -> TopicModel:
    return TopicModel.load()


@pytest.fixture
def news() -> list[CodedArticle]:
    return [coded(n, *pair) for n, pair in enumerate([*FLOOD, *STRIKE])]


def test_articles_about_one_thing_are_one_story(news: list[CodedArticle], model: TopicModel) -> None:
    groups = {frozenset(group) for group in group_articles(news, model)}
    assert groups == {frozenset({"a0", "a1", "a2"}), frozenset({"a3", "a4"})}


def test_the_order_of_reading_makes_no_difference(news: list[CodedArticle], model: TopicModel) -> None:
    expected = stories(news, model=model)
    for seed in range(4):
        shuffled = random.Random(seed).sample(news, len(news))
        assert stories(shuffled, model=model) == expected


def test_a_story_cannot_grow_after_its_window(model: TopicModel) -> None:
    late = coded(9, *FLOOD[0], day="2026-06-30")
    groups = group_articles([coded(0, *FLOOD[0]), late], model, window=21)
    assert groups == [["a0"], ["a9"]]
    assert group_articles([coded(0, *FLOOD[0]), coded(9, *FLOOD[0], day="2026-03-04")], model, window=21) == [["a0", "a9"]]


def test_memory_is_bounded_by_the_window(model: TopicModel) -> None:
    from detente.story import Clusters

    clusters, draw = Clusters(model.ranks(), window=5), random.Random(0)
    for day in range(60):
        title = " ".join("".join(draw.choices("abdegiklmnoprstuvz", k=7)) for _ in range(8))
        clusters.add(f"a{day}", title, model.vectors([title])[0], 700000 + day)
    assert len(clusters._open) <= 7 and len(clusters.closed) + len(clusters._open) > 50
    assert sum(map(len, clusters._index.values())) <= 7 * 8


def test_copies_are_found_cut_and_with_another_headline() -> None:
    text = " ".join(f"word{n} of the wire text that both papers print" for n in range(40))
    other = " ".join(f"another{n} sentence about something else entirely" for n in range(40))
    found = copies([("first", text), ("cut", text[: len(text) // 2]), ("more", text + " " + other[:200]), ("own", other), ("short", "Too short.")])
    assert found == {"first": "first", "cut": "first", "more": "first", "own": "own", "short": "short"}


def test_a_shared_quotation_makes_no_copy() -> None:
    quote = "we will never give up a single metre of our land he told the crowd in the square"
    one = f"{' '.join(f'alpha{n}' for n in range(80))} {quote}"
    other = f"{quote} {' '.join(f'beta{n}' for n in range(80))}"
    assert copies([("one", one), ("other", other)]) == {"one": "one", "other": "other"}


@pytest.mark.parametrize(
    ("articles", "number"),
    [
        ([("a", "Courier"), ("b", "Post")], 2),
        ([("a", "Courier"), ("a", "Post")], 1),
        ([("a", "Courier"), ("b", "Courier")], 1),
        ([("a", "Courier"), ("b", "Post"), ("b", "Courier")], 1),
        ([("a", None), ("b", None)], 2),
        ([], 0),
    ],
)
def test_copies_and_articles_of_one_outlet_are_one_source(articles: list[tuple[str, str | None]], number: int) -> None:
    assert independent(articles) == number


def test_words_in_other_forms_are_one() -> None:
    assert [stem(word) for word in ("Ministers", "Peru's", "U.S.", "parties", "crisis", "Kansas’s")] == ["minister", "peru", "us", "party", "crisis", "kansa"]


def test_rare_words_weigh_more_and_days_are_forgotten(model: TopicModel) -> None:
    words = Vocabulary(model.ranks())
    assert words.rarity("the") == 0 < words.rarity("harbour") < words.rarity("zxqv")
    before = words.rarity("harbour")
    for day in range(30):
        words.add(Bag.of("harbour"), day)
    assert words.rarity("harbour") < before
    words.forget(100)
    assert words.rarity("harbour") == pytest.approx(before)


def test_an_article_without_words_is_a_story_of_its_own(model: TopicModel) -> None:
    groups = group_articles([coded(0, "", "..."), coded(1, "", "—"), coded(2, *FLOOD[0])], model)
    assert sorted(map(len, groups)) == [1, 1, 1]


def test_missing_table_is_named(tmp_path: Path) -> None:
    from detente.errors import DetenteError

    with pytest.raises(DetenteError, match=r"topic\.npz"):
        TopicModel.load(tmp_path)


def test_the_order_within_a_day_makes_no_difference(news: list[CodedArticle], model: TopicModel) -> None:
    expected = {frozenset(group) for group in group_articles(news, model)}
    for seed in range(4):
        shuffled = random.Random(seed).sample(news, len(news))
        assert {frozenset(group) for group in group_articles(shuffled, model)} == expected


def test_a_crisis_goes_on_after_days_of_silence(model: TopicModel) -> None:
    articles = [CodedArticle(article=one) for one in read(str(EXAMPLES / "crisis")) if isinstance(one, Article)]
    assert len(articles) == 10
    for seed in range(3):
        # In a store the ids are made from the content.
        named = [replace(one, article=replace(one.article, id=digest(str(seed), one.article.text))) for one in articles]
        assert len(stories(named, model=model)) == 1


def test_silence_costs_less_where_a_story_has_gone_on_for_days(model: TopicModel) -> None:
    topic = model.vectors(["flood"])[0]

    def days(*days: int) -> Grown:
        story = Grown("a", {}, topic, days[0])
        for day in days[1:]:
            story.take(Grown("b", {}, topic, day))
        return story

    later = days(16)
    assert days(10, 12).silence(later) < days(12).silence(later) == 4
    assert days(10, 20).silence(later) == later.silence(days(10, 20)) == 0


@pytest.mark.parametrize(
    ("text", "year"),
    [("In 2013, after 1998.", 2013), ("It cost $2013 and 2,013 or 2013.5 more.", None), ("No. 12013", None), ("", None)],
)
def test_the_last_year_that_a_text_names(text: str, year: int | None) -> None:
    assert last_year(text) == year


def test_articles_without_a_day_that_name_other_years_are_less_alike(model: TopicModel) -> None:
    topic, words = model.vectors(["quake"])[0], {"quake": 1.0}
    old, new, silent = (Grown("a", words, topic, None, year) for year in (2005, 2013, None))
    assert old.likeness(new) < old.likeness(silent) == old.likeness(old)


def test_more_articles_of_a_day_than_wait_are_all_put_into_stories(model: TopicModel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("detente.story.cluster.WAITING", 2)
    groups = group_articles([coded(n, *pair) for n, pair in enumerate([*FLOOD, *STRIKE])], model)
    assert {frozenset(group) for group in groups} == {frozenset({"a0", "a1", "a2"}), frozenset({"a3", "a4"})}
