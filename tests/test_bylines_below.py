"""Bylines below the headline whose words a wire, a menu or a bio has too."""

import pytest

from newsnorm import normalize

STORIES = {
    "id": "Pelabuhan itu ditutup pada hari Senin setelah dua hari hujan yang sangat deras, kata wali kota.",
    "ja": "湖港は二日間の雨のあと月曜日に閉鎖された、と市長が述べた。市はフェリーを週末まで運休とする。",
    "ko": "호수항은 이틀간의 비가 내린 뒤 월요일에 폐쇄됐다고 시장이 밝혔다. 시는 여객선을 주말까지 세운다.",
    "pt": "O porto foi fechado na segunda-feira depois de dois dias de chuva muito forte, disse a prefeita.",
}


@pytest.mark.parametrize(
    ("language", "title", "line", "name"),
    [
        ("id", "Hujan membanjiri pelabuhan tua", "Penulis: Jale Ronan", "Jale Ronan"),
        ("id", "Hujan membanjiri pelabuhan tua", "Tim Redaksi", "Tim Redaksi"),
        ("ja", "雨で古い港が浸水、市が閉鎖を決定", "文：山田太郎", "山田太郎"),
        ("ko", "폭우로 옛 항구가 침수됐다", "홍길동 기자 hong@port.example", "홍길동"),
        ("pt", "Chuva inunda o porto velho", "Da Redação", "Da Redação"),
    ],
)
def test_a_byline_that_a_wire_signs_with_too(language: str, title: str, line: str, name: str) -> None:
    """Below the headline it is the byline; behind the story it stays what the line rules say."""
    article = normalize(f"{title}\n{line}\n{STORIES[language]}", language=language)
    assert [author.name for author in article.authors] == [name]
    assert (article.headline, article.paragraphs) == (title, (STORIES[language],))
