"""Quoted tweets: which lines above the signature are theirs."""

import pytest

from newsnorm.embeds import find_embeds

A, B = "The ferry was late again on Monday, and nobody at the harbour knew why.", "It left at noon."

TWEETS = [
    # one line above
    (["Rain fell.", "We have won. https://t.co/abc"], 1),
    # the reporter's line, however short
    (["She wrote on Twitter:", "We have won."], 1),
    (["The vote was late on Tuesday.", "We have won."], 1),
    (["“We have won,” the mayor said.", "Thank you all. https://t.co/abc"], 1),
    # lines that only a post has
    (["#Tern opens", "at ten"], 2),
    (["🎉 The gates are open.", "At ten."], 2),
    (["The plenary chose:", "• Jane Ronan, mayor.", "• Ada Lindqvist, clerk. https://t.co/abc"], 3),
    # lines that end no sentence
    (["Buses to the mill", "Buses to the pier", "Buses to the fair"], 3),
    (["Twitter reacts", "At ten."], 1),
    # a line that speaks to its readers
    (["The mill is safe.", "We thank you all.", "See you there."], 2),
    # links on lines of their own
    (["The mill is safe.", "https://t.co/abc", "pic.twitter.com/abc"], 3),
    # the end of another tweet
    (["#Tern https://t.co/abc", "At ten."], 1),
]


@pytest.mark.parametrize(("lines", "taken"), TWEETS)
def test_how_far_up_a_tweet_reaches(lines: list[str], taken: int) -> None:
    """In doubt a line is the story's."""
    text = "\n".join([A, *lines, "— Tern (@tern) May 2, 2021", B])
    assert find_embeds(text)[0].content == "\n".join(lines[-taken:])


def test_tweets_on_one_line() -> None:
    """Words before the signature on its own line are the tweet's, unless the line goes on."""
    assert find_embeds("At ten. — Tern (@tern) May 2, 2021")[0].content == "At ten."
    glued = find_embeds("At ten. pic.twitter.com/abc — Tern (@tern) May 2, 2021Rain fell.")[0]
    assert glued.content == "At ten. pic.twitter.com/abc"
    assert find_embeds("It rained. — Tern (@tern) May 2, 2021 The mayor")[0].content is None
    assert find_embeds("At ten.\n— Tern (@tern)\nMay 2, 2021\nRain")[0].attrs["date"] == "May 2, 2021"


def test_foreign_tweets() -> None:
    """Lines in another language than the story's belong to the tweet."""
    story = "Der Minister hat am Montag in der Stadt gesagt, dass die Brücke nicht vor dem Herbst fertig wird."
    tweet = "The bridge is the pride of the town.\nIt will be the talk of the year for the people that have built it."
    assert find_embeds(f"{story}\n{tweet}\n— Tern (@tern) May 2, 2021")[0].content == tweet
    japanese = "門が開いた。\nつづく"
    assert find_embeds(f"{story}\n{japanese}\n— Tern (@tern) May 2, 2021")[0].content == japanese
