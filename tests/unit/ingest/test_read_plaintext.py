"""Plain text: the head is read, the text stays exactly as it was."""

from __future__ import annotations

import codecs
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.errors import InputError, UsageError
from detente.ingest import read
from detente.ingest.dates import find_date
from detente.ingest.language import guess
from detente.ingest.plaintext import article, published_day, title, updates
from detente.records import Article, Update

STORY = (
    "Envoys meet in Port Vale\n\n"
    "By Ana Duarte\n\n"
    "PORT VALE, May 5 (Coast Agency) - The envoys of the two island states met for the first time in a year, "
    "the foreign ministry said. They will meet again on Friday, according to Reuters.\n\n"
    "Published: 5 May 2021\n\n"
    "“We are not far apart,” Duarte told the Vale Morning Post.\n\n"
    "UPDATE 07/05/2021\n\nThe meeting ended without a result.\n\n"
    "With reporting by Coast Radio, AP and TASS\n"
)


def one(path: Path, **options: object) -> Article:
    items = list(read(path, **options))  # type: ignore[arg-type]
    assert len(items) == 1 and isinstance(items[0], Article), items
    return items[0]


def test_everything_in_the_head_is_found(tmp_path: Path) -> None:
    path = tmp_path / "vale.txt"
    path.write_text(STORY, encoding="utf-8")
    found = one(path)
    assert (found.id, found.title, found.published) == ("vale", "Envoys meet in Port Vale", "2021-05-05")
    assert (found.outlet, found.language, found.text) == ("Coast Agency", "en", STORY)
    assert found.updates == (Update(STORY.index("UPDATE"), "2021-05-07"),)
    assert found.outlets == ("Reuters", "Vale Morning Post", "Coast Radio", "Associated Press", "TASS")


def test_the_option_wins_over_the_text(tmp_path: Path) -> None:
    path = tmp_path / "vale.txt"
    path.write_text(STORY, encoding="utf-8")
    assert one(path, published="2020-01-31").published == "2020-01-31"
    assert one(path, published="31 January 2020").published == "2020-01-31"
    with pytest.raises(UsageError):
        read(path, published="soon")


@pytest.mark.parametrize(
    "data",
    [
        codecs.BOM_UTF8 + STORY.encode(),
        codecs.BOM_UTF16_LE + STORY.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + STORY.encode("utf-16-be"),
        STORY.replace("\n", "\r\n").encode(),
        STORY.encode("cp1252"),
    ],
)
def test_encodings(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "vale.txt"
    path.write_bytes(data)
    assert one(path).text == STORY


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Envoys meet\n\nThe envoys met on 4 May 2021 in a hotel by the sea and said nothing.", None),
        ("Envoys meet\n\nMonday, 13 December 2021\n\nThey met.", "2021-12-13"),
        ("Envoys meet\n\nPosted on Dec. 13, 2021 by Ana\n\nThey met.", "2021-12-13"),
        ("Envoys meet\n\nBy Ana Duarte | 13 December 2021\n\nThey met.", "2021-12-13"),
        ("Envoys meet\n\nVALE, Dec. 13, 2021 (Coast Agency) - They met.", "2021-12-13"),
        ("Envoys meet\n\nVALE, Dec. 13 (Coast Agency) - They met.", None),
        ("Envoys meet\n\nUPDATE 15/12/2021\n\nThey met.", None),
    ],
)
def test_published_day(text: str, expected: str | None) -> None:
    assert published_day(text) == expected


def test_title() -> None:
    assert (
        title("Vale\n\nEnvoys to meet again in the capital\n\nThe envoys met.") == "Envoys to meet again in the capital"
    )
    assert title("The envoys met on Monday. They talked.\n\nThey left.") is None
    assert title("Envoys meet\nVALE (Coast Agency) - They met.") == "Envoys meet"


def test_update_headings() -> None:
    head = "Title here\n\nThey met."
    text = head + "\n\nCORRECTION: The name was wrong.\n\nUpdate 21:40\n\nMore.\n\nUpdates are rare here.\n"
    assert updates(text, "2021-05-05") == (Update(text.index("CORR"), None), Update(text.index("Update 21"), None))
    assert updates("A\n\nUPDATE Dec. 15\n\nB", "2021-12-13") == (Update(3, "2021-12-15"),)
    assert updates("A\n\nUPDATE 05/06/2021\n\nB", "2021-05-06") == (Update(3, "2021-05-06"),)
    assert updates("A\n\nUPDATE 05/06/2021\n\nB", "2021-05-20") == (Update(3, "2021-06-05"),)


def test_language() -> None:
    assert guess(STORY) == "en"
    french = (
        "Les ministres des deux pays se sont réunis dans la capitale pour la première fois, et ils ont dit que rien"
    )
    assert guess(french) == "fr"
    assert (
        guess("Министры двух стран встретились в столице и сказали что переговоры продолжатся на следующей неделе " * 2)
        == "und"
    )
    assert guess("Short") is None


@given(st.dates(min_value=date(1000, 1, 1)))
def test_dates_round_trip(day: date) -> None:
    assert find_date(day.isoformat()) == day.isoformat()
    name = ("Jan.", "February", "March", "Apr", "May", "June", "July", "Aug.", "Sept.", "Oct", "Nov.", "Dec.")[
        day.month - 1
    ]
    assert find_date(f"{day.day} {name} {day.year}") == find_date(f"{name} {day.day}, {day.year}") == day.isoformat()


@given(st.text(min_size=1))
def test_any_text_gives_an_article(text: str) -> None:
    found = article(text, "x")
    assert found.text == text
    assert all(text[update.start : update.start + 1].strip() for update in found.updates)


def test_errors_name_the_file_and_the_remedy(tmp_path: Path) -> None:
    cases = {
        "empty.txt": (b"", "empty"),
        "blank.txt": (b" \n\n", "empty"),
        "binary.txt": (b"\x89PNG\r\n\x1a\n\0\0\0", "binary"),
        "cyrillic.txt": ("Министры двух стран встретились в столице".encode("cp1251"), "encoding"),
        "large.txt": (b"a " * 600, "too_large"),
    }
    from detente.ingest.limits import Limits

    for name, (data, code) in cases.items():
        path = tmp_path / name
        path.write_bytes(data)
        (error,) = read(path, limits=Limits(size=1000))
        assert isinstance(error, InputError)
        assert error.code == code and str(path) in error.message and error.hint.endswith(".")
    (missing,) = read(tmp_path / "none.txt")
    assert isinstance(missing, InputError) and missing.code == "missing"


def test_an_update_may_begin_its_own_paragraph() -> None:
    text = "Envoys meet\n\nThey met.\n\nUPDATE, 7 May 2021: The meeting ended.\n\nUpdated, the list is longer."
    assert updates(text, "2021-05-05") == (Update(text.index("UPDATE"), "2021-05-07"),)


def test_names_do_not_make_an_english_sentence_foreign() -> None:
    told = "Crown Prince Mohammed bin Salman met President Mohamed Ould Abdel Aziz in Nouakchott, where they signed two accords."
    assert guess(told) in ("en", None)
    assert guess("El presidente de Chile viajó a Lima para firmar un acuerdo con su par peruano el lunes.") == "es"
