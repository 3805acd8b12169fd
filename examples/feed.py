"""Group a feed's headlines, repeats together: `python examples/feed.py`."""

from newsnorm import dedupe_headlines

FEED = [
    "Ferry returns after two days of repairs - Coast Herald",
    "FERRY RETURNS AFTER TWO DAYS OF REPAIRS",
    "Harbour gets new rules | Dawn.com",
    "Ferry returns after two days…",
    "Harbour gets new rules",
]
for group in dedupe_headlines(FEED):
    print(group.headline, group.indexes)
