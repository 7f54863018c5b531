"""Articles that print what others print: found by keys, told by aligned sentences.

The way of the data: `copy_text` (own running words of an article) -> `keys` (runs of them) ->
`candidates` (pairs that share keys enough) -> `alignment` (sentences in the same words, chained to
passages) -> `judge` (same text, pickup, or background) -> `groups` (articles that descend from one
report). `direction` tells which of two was first when the record is compiled; nothing else here
knows a date.

Where the constants come from:

- What is compared (own words, without quotations of four words and more, posts, lists): the
  Reuters handbook and the AP style book on what is quoted and what is credited; the word lists are
  in `lexicon/data/copies.yaml`.
- Containment of the shorter text, never likeness of both: a copy may be trimmed to a tenth.
- Shares and lengths in `judge`, the likeness of sentences in `alignment`: set by reading 120
  labelled pairs of wire_copy_2018 (others than those that the quality floor is measured on), 840
  made pairs and some hundred links in timeline17 and allsides_roundups. Between what is shared by
  versions of one report (a quarter and more, its top) and background (up to a fifth, far down) lies
  a band in which people disagree too.
- Runs of four words that tell (seven or eight printed ones), every fourth of them a key, in the top
  every second: the least with which lightly reworded copies were found (`bench/copies.py`); one
  article has some 130 keys.
- Above 16 holders a key is loud and pairs each holder with three only: the next article of a report
  that hundreds print costs as much as the first ones.
"""
