"""Speed of clustering beside coding: python benchmarks/stories.py ARTICLE... [--copies N] prints both in articles a second and their ratio.

The articles are coded once; then N articles of other words and days are grouped, made from them by exchanging names, on one thread.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

import msgspec

from detente import Coder, read
from detente.model.topic import TopicModel
from detente.records import Article, CodedArticle
from detente.story import group_articles
from detente.story.build import order


def spread(coded: list[CodedArticle], number: int) -> list[CodedArticle]:
    """Articles like these, each with other names and on a day of two months."""
    draw, made = random.Random(0), []
    letters = "abdegiklmnoprstuvz"
    for index in range(number):
        article = coded[index % len(coded)].article
        words = article.text.split(" ")
        story = draw.randrange(max(number // 4, 1))
        names = random.Random(story)
        text = " ".join("".join(names.choices(letters, k=7)).capitalize() if word[:1].isupper() else word for word in words)
        day = f"2026-{1 + story % 2:02d}-{1 + story % 28:02d}"
        made.append(CodedArticle(article=msgspec.structs.replace(article, id=f"a{index}", text=text, title=None, published=day)))
    return sorted(made, key=order)


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("articles", nargs="+", type=Path)
    asked.add_argument("--copies", type=int, default=5000)
    words = asked.parse_args()
    coder = Coder(threads=1)
    articles = [item for path in words.articles for item in read(str(path)) if isinstance(item, Article)]
    coder.code(articles[0])
    begin = time.process_time()
    coded = [coder.code(article) for article in articles]
    coding = len(coded) / (time.process_time() - begin)
    news, model = spread(coded, words.copies), TopicModel.load()
    begin = time.process_time()
    groups = group_articles(news, model)
    clustering = len(news) / (time.process_time() - begin)
    print(f"coding {coding:.1f} articles/s of one core, clustering {clustering:.0f}/s ({len(groups)} stories), ratio {clustering / coding:.0f}")


if __name__ == "__main__":
    main()
