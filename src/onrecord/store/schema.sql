-- Schema 6 of a record file. Comments document the columns; the reference is made from them.

CREATE TABLE about (            -- what made this file, as key and value
  key TEXT PRIMARY KEY,         -- name: program, model, settings
  value TEXT NOT NULL           -- its value
) WITHOUT ROWID;

CREATE TABLE article (          -- one row per article
  number INTEGER PRIMARY KEY,   -- internal, in the order of adding; never exported
  id TEXT NOT NULL UNIQUE,      -- 16 hex digits over the bytes and what was given with them
  name TEXT NOT NULL,           -- smallest base name under which it came
  label TEXT,                   -- label that a person gave it; null: made from outlet and day
  media_type TEXT NOT NULL,     -- text/plain, text/html, application/pdf, application/json (a record), ...
  sha256 TEXT NOT NULL,         -- SHA-256 of the bytes as received
  language TEXT NOT NULL,       -- ISO 639-1 code, or und
  analysed INTEGER NOT NULL,    -- 1 when it was analysed, 0 when it is only kept and searchable
  headline TEXT,                -- as printed
  dek TEXT,                     -- standfirst as printed
  outlet TEXT,                  -- printed form, or the domain of the address
  agency TEXT,                  -- short code of the agency credited with the copy
  dateline_place TEXT,          -- place in the dateline, as printed
  address TEXT,                 -- web address
  published_first TEXT,         -- first day on which it may have been published; null: open
  published_last TEXT,          -- last such day; null: open
  published_basis TEXT NOT NULL,-- stated, metadata, address, file-name, ..., decided or unknown
  published_at TEXT,            -- full timestamp as stamped
  published_why TEXT NOT NULL,  -- reason
  updated_first TEXT,           -- first day of the latest stated update; null: none or open
  updated_last TEXT,            -- last such day
  updated_basis TEXT,           -- its basis; null: no update known
  updated_at TEXT,              -- full timestamp as stamped
  updated_why TEXT,             -- reason
  words INTEGER NOT NULL,       -- words that were parsed
  text TEXT NOT NULL,           -- kept text; all offsets are code points of it
  notes TEXT NOT NULL,          -- JSON list of what was done to the text
  articles_version TEXT NOT NULL,-- version of the stage that read it
  analysis_version TEXT NOT NULL,-- version and model of the stage that analysed it
  linked INTEGER NOT NULL,      -- 1 when linking has seen it
  added_on TEXT NOT NULL,       -- clock time of adding, for the user; never exported
  seen INTEGER NOT NULL DEFAULT 0 -- 1 when `news --new` has shown it; never exported
);

CREATE TABLE item (             -- the bytes as received, with what was given from outside
  article INTEGER PRIMARY KEY REFERENCES article(number) ON DELETE CASCADE, -- whose
  bytes BLOB NOT NULL,          -- compressed with zlib
  size INTEGER NOT NULL,        -- uncompressed, in bytes
  given_address TEXT,           -- address given with the item
  given_outlet TEXT,            -- outlet given with the item
  given_published TEXT          -- date given with the item
);

CREATE TABLE article_name (     -- every name under which an article came
  article INTEGER NOT NULL REFERENCES article(number) ON DELETE CASCADE, -- whose
  name TEXT NOT NULL,           -- base name of the file, or container#number
  days TEXT NOT NULL,           -- JSON list of the days read from file and folder names
  archived TEXT NOT NULL,       -- day on which an archive states that it had it; empty: none does
  PRIMARY KEY (article, name, days, archived)
) WITHOUT ROWID;

CREATE TABLE fetched (          -- what servers said of addresses, to be said back when asked again
  address TEXT PRIMARY KEY,     -- web address that was asked
  etag TEXT,                    -- validator that names a version of the answer
  last_modified TEXT            -- when the server last changed it, as it writes that
) WITHOUT ROWID;

CREATE TABLE article_field (    -- where the fields of an article come from
  article INTEGER NOT NULL REFERENCES article(number) ON DELETE CASCADE, -- whose
  field TEXT NOT NULL,          -- headline, dek, byline, outlet, agency, dateline_place
  position INTEGER NOT NULL,    -- order, for bylines
  value TEXT NOT NULL,          -- the value
  basis TEXT NOT NULL,          -- stated, metadata, address, decided
  start INTEGER,                -- where it stands in the text; null: not in the text
  end INTEGER,                  -- end of that place
  why TEXT NOT NULL,            -- reason
  PRIMARY KEY (article, field, position)
) WITHOUT ROWID;

CREATE TABLE date_evidence (    -- the words on which a date of an article rests
  article INTEGER NOT NULL REFERENCES article(number) ON DELETE CASCADE, -- whose
  what TEXT NOT NULL,           -- published or updated
  start INTEGER NOT NULL,       -- place in the text
  end INTEGER NOT NULL,         -- end of that place
  PRIMARY KEY (article, what, start)
) WITHOUT ROWID;

CREATE TABLE paragraph (        -- paragraphs cover the text without a gap
  article INTEGER NOT NULL REFERENCES article(number) ON DELETE CASCADE, -- whose
  start INTEGER NOT NULL,       -- first code point
  end INTEGER NOT NULL,         -- code point after its last line break
  role TEXT NOT NULL,           -- headline, lede, body, residue, ...
  why TEXT NOT NULL,            -- reason for the role
  PRIMARY KEY (article, start)
) WITHOUT ROWID;

CREATE TABLE sentence (         -- sentences of the analysed paragraphs
  article INTEGER NOT NULL REFERENCES article(number) ON DELETE CASCADE, -- whose
  start INTEGER NOT NULL,       -- first code point
  end INTEGER NOT NULL,         -- code point after its last
  PRIMARY KEY (article, start)
) WITHOUT ROWID;

CREATE TABLE mention (          -- names as written
  article INTEGER NOT NULL REFERENCES article(number) ON DELETE CASCADE, -- whose
  start INTEGER NOT NULL,       -- first code point
  end INTEGER NOT NULL,         -- code point after its last
  type TEXT NOT NULL,           -- person, organisation, place, group, other
  label TEXT NOT NULL DEFAULT '', -- label of the language model: PERSON, ORG, GPE, ...
  title_start INTEGER,          -- title or office before it; null: none
  title_end INTEGER,            -- end of that place
  description_start INTEGER,    -- apposition after it; null: none
  description_end INTEGER,      -- end of that place
  gender TEXT NOT NULL DEFAULT '', -- f or m where its sentence tells; else empty
  cues TEXT NOT NULL DEFAULT '[]', -- JSON list of what else its sentence tells of it
  PRIMARY KEY (article, start)
) WITHOUT ROWID;

CREATE TABLE time (             -- time expressions, in a form that hangs on no day
  article INTEGER NOT NULL REFERENCES article(number) ON DELETE CASCADE, -- whose
  start INTEGER NOT NULL,       -- first code point
  end INTEGER NOT NULL,         -- code point after its last
  type TEXT NOT NULL,           -- DATE, TIME, DURATION or SET
  form TEXT NOT NULL,           -- JSON of its form: shape, value, unit, shift, direction, ...
  rule TEXT NOT NULL,           -- rule that found it
  counted_from TEXT NOT NULL,   -- nothing, publication or expression
  reference_start INTEGER,      -- place of the expression that it counts from; null: none
  reference_end INTEGER,        -- end of that place
  range_start INTEGER,          -- place of the other end of its range; null: no range
  range_end INTEGER,            -- end of that place
  PRIMARY KEY (article, start, end)
) WITHOUT ROWID;

CREATE TABLE event (            -- events as each article tells them
  article INTEGER NOT NULL REFERENCES article(number) ON DELETE CASCADE, -- whose
  start INTEGER NOT NULL,       -- first code point of the clause
  end INTEGER NOT NULL,         -- code point after its last
  sentence_start INTEGER NOT NULL, -- sentence that holds the clause
  sentence_end INTEGER NOT NULL,   -- end of that sentence
  predicate_start INTEGER NOT NULL, -- word that names what happens
  predicate_end INTEGER NOT NULL,   -- end of that word
  time_start INTEGER,           -- expression that dates it; null: none
  time_end INTEGER,             -- end of that expression
  source_start INTEGER,         -- who is said to have said it; null: nobody
  source_end INTEGER,           -- end of that place
  status TEXT NOT NULL,         -- happened, ongoing, scheduled, anticipated, cancelled, denied
  action TEXT NOT NULL,         -- stem of what happens
  participants TEXT NOT NULL,   -- JSON list of folded names and stems
  places TEXT NOT NULL,         -- JSON list of folded names
  words TEXT NOT NULL,          -- JSON list of stems
  self_contained INTEGER NOT NULL, -- 1 when the sentence can be read alone
  PRIMARY KEY (article, start, end)
) WITHOUT ROWID;

CREATE TABLE attribution (      -- who said what, as each article tells it
  article INTEGER NOT NULL REFERENCES article(number) ON DELETE CASCADE, -- whose
  start INTEGER NOT NULL,       -- first code point of what was said
  end INTEGER NOT NULL,         -- code point after its last
  content TEXT NOT NULL,        -- JSON list of its parts [start, end]
  kind TEXT NOT NULL,           -- direct, indirect, mixed
  sourcing TEXT NOT NULL,       -- named, organisation, document, unnamed, outlet, none
  stance TEXT NOT NULL,         -- said, negated, hypothetical
  source_start INTEGER,         -- who said it, as printed there; null: not printed
  source_end INTEGER,           -- end of that place
  cue_start INTEGER,            -- what carries it (said, according to); null: none
  cue_end INTEGER,              -- end of that place
  speaker_start INTEGER,        -- mention that names the speaker; null: none or not resolved
  speaker_end INTEGER,          -- end of that place
  speaker_why TEXT NOT NULL,    -- reason
  co_speakers TEXT NOT NULL,    -- JSON list of mentions that name the others who said it
  description_start INTEGER,    -- what is printed in place of a name; null: nothing
  description_end INTEGER,      -- end of that place
  condition_start INTEGER,      -- condition of an unnamed source; null: none
  condition_end INTEGER,        -- end of that place
  organisation_start INTEGER,   -- mention of whom the source speaks for; null: none
  organisation_end INTEGER,     -- end of that place
  through_start INTEGER,        -- mention of the other medium; null: none
  through_end INTEGER,          -- end of that place
  time_start INTEGER,           -- expression that says when it was said; null: none
  time_end INTEGER,             -- end of that expression
  by_occasion INTEGER NOT NULL, -- 1 when that dates the occasion rather than the saying
  within_start INTEGER,         -- extent of the attribution that holds this one; null: none does
  within_end INTEGER,           -- end of that extent
  why TEXT NOT NULL,            -- rule or model that found it
  PRIMARY KEY (article, start, end)
) WITHOUT ROWID;

CREATE TABLE figure (           -- what each article counts, measures or compares
  article INTEGER NOT NULL REFERENCES article(number) ON DELETE CASCADE,-- whose
  start INTEGER NOT NULL,       -- first code point: of the number with its bound word
  end INTEGER NOT NULL,         -- code point after its unit or what is counted
  number_start INTEGER NOT NULL,-- first code point of the number itself
  number_end INTEGER NOT NULL,  -- end of that place
  low REAL,                     -- plain number; shares in percent; null: none or no lower bound
  high REAL,                    -- null: none or no upper bound
  bound TEXT NOT NULL,          -- exact, about, at-least, at-most, range, dozens-like
  step REAL,                    -- how finely it is printed; null: no number
  unit TEXT,                    -- ISO currency, percent, points or a unit of measure; null: people and things
  per TEXT,                     -- of a rate what it is per; null: no rate
  kind TEXT NOT NULL,           -- level, change, count, money, share, age, other
  direction TEXT NOT NULL,      -- up or down of a change; else empty
  modality TEXT NOT NULL,       -- asserted, reported, planned, proposed, denied, conditional
  as_of TEXT NOT NULL,          -- how its days follow: expression, since, until, former, publication, past, future
  head TEXT NOT NULL,           -- class or lemma of what is counted; empty: nothing named
  modifiers TEXT NOT NULL,      -- JSON list of the words that tell kinds of it apart
  outcome TEXT NOT NULL,        -- what became of those counted: killed, wounded, ...; empty of most
  cause TEXT NOT NULL,          -- class of the event in which that happened; empty: none
  inferred TEXT NOT NULL,       -- JSON list of the fields taken from another sentence
  bound_word_start INTEGER,     -- what bounds it (about, more than); null: none
  bound_word_end INTEGER,       -- end of that place
  counted_start INTEGER,        -- what is counted; null: none
  counted_end INTEGER,          -- end of that place
  time_start INTEGER,           -- expression that dates it; null: none
  time_end INTEGER,             -- end of that place
  place_start INTEGER,          -- where; null: none
  place_end INTEGER,            -- end of that place
  owner_start INTEGER,          -- whose; null: none
  owner_end INTEGER,            -- end of that place
  part_start INTEGER,           -- of which part; null: none
  part_end INTEGER,             -- end of that place
  incident_start INTEGER,       -- the words that tell the event; null: none
  incident_end INTEGER,         -- end of that place
  attribution_start INTEGER,    -- extent of the innermost attribution that holds it; null: none
  attribution_end INTEGER,      -- end of that place
  part_of_start INTEGER,        -- number of the whole of which it is a part; null: none
  part_of_end INTEGER,          -- end of that place
  why TEXT NOT NULL,            -- how it was read
  PRIMARY KEY (article, start, end)
) WITHOUT ROWID;

CREATE TABLE settled_date (     -- when an article was published, where the pile says more; derived
  article INTEGER PRIMARY KEY REFERENCES article(number) ON DELETE CASCADE, -- whose
  first TEXT,                   -- first possible day; null: open
  last TEXT,                    -- last possible day; null: open
  weekdays TEXT NOT NULL,       -- possible weekdays as digits, Monday 1
  basis TEXT NOT NULL,          -- weakest kind of evidence that moved a bound
  why TEXT NOT NULL             -- reason
) WITHOUT ROWID;

CREATE TABLE settled_evidence ( -- the words on which a settled date rests; derived
  article INTEGER NOT NULL REFERENCES article(number) ON DELETE CASCADE, -- whose date
  place TEXT NOT NULL,          -- id of the article that prints the words
  start INTEGER NOT NULL,       -- first code point there
  end INTEGER NOT NULL,         -- code point after its last
  PRIMARY KEY (article, place, start, end)
) WITHOUT ROWID;

CREATE TABLE own_date (         -- what each article tells of its own date; derived
  article TEXT PRIMARY KEY,     -- id of the article
  evidence TEXT NOT NULL        -- JSON
) WITHOUT ROWID;

CREATE TABLE date_fact (        -- by what articles are dated against each other; derived
  article TEXT PRIMARY KEY,     -- id of the article
  form BLOB NOT NULL            -- JSON, compressed with zlib
) WITHOUT ROWID;

CREATE TABLE date_link (        -- pairs of articles whose dates bound each other; derived
  left TEXT NOT NULL,           -- id of an article
  right TEXT NOT NULL,          -- id of the other
  number INTEGER NOT NULL,      -- 0, 1, ... of the pair
  link TEXT NOT NULL,           -- JSON
  PRIMARY KEY (left, right, number)
) WITHOUT ROWID;

CREATE TABLE name_local (       -- what each article calls by name; derived
  article TEXT PRIMARY KEY,     -- id of the article
  places TEXT NOT NULL,         -- JSON list of [node, [[start, end], ...]], by where each is first named
  tells TEXT NOT NULL           -- JSON list, one a name: what its mentions tell of it
) WITHOUT ROWID;

CREATE TABLE name_node (        -- names across articles, with what all articles tell of each; derived
  node TEXT PRIMARY KEY,        -- letter of its type, colon, folded full form
  tells TEXT NOT NULL           -- JSON: kind of fact -> value -> how often
) WITHOUT ROWID;

CREATE TABLE name_pair (        -- what was judged of two names; derived
  left TEXT NOT NULL,           -- a node
  right TEXT NOT NULL,          -- another, greater
  verdict TEXT NOT NULL,        -- same, short, unsure or different
  why TEXT NOT NULL,            -- reason
  strength REAL NOT NULL,       -- above 0, at most 1: stronger pairs are joined first
  PRIMARY KEY (left, right)
) WITHOUT ROWID;

CREATE TABLE wording (          -- attributions by the text that they print; derived
  article TEXT NOT NULL,        -- id of the article
  start INTEGER NOT NULL,       -- first code point of what was said
  end INTEGER NOT NULL,         -- code point after its last
  text TEXT NOT NULL,           -- id of its text
  PRIMARY KEY (article, start, end)
) WITHOUT ROWID;

CREATE TABLE wording_text (     -- spoken words; equal ones once, however many articles print them
  id TEXT PRIMARY KEY,          -- 16 hex digits over the words
  words TEXT NOT NULL,          -- folded, in order, one space between
  marks TEXT NOT NULL           -- a sign a word: how often elsewhere, in quotes, opens a sentence
) WITHOUT ROWID;

CREATE TABLE wording_link (     -- pairs of texts that are or may be one utterance; derived
  left TEXT NOT NULL,           -- id of a text
  right TEXT NOT NULL,          -- id of the other
  verdict TEXT NOT NULL,        -- same or unsure
  strength REAL NOT NULL,       -- how alike they are, 0 to 1
  run INTEGER NOT NULL,         -- words of the longest run that both have
  why TEXT NOT NULL,            -- reason
  PRIMARY KEY (left, right)
) WITHOUT ROWID;

CREATE TABLE link_key (         -- keys by which linking finds candidates, packed; derived
  kind INTEGER NOT NULL,        -- number of the kind of key (store/keys.py)
  key BLOB NOT NULL,            -- the key; a digest as bytes, else text
  item BLOB NOT NULL,           -- who holds it: an article or a text, its id as bytes, or `name ` and a node
  PRIMARY KEY (kind, key, item)
) WITHOUT ROWID;

CREATE TABLE link_item (        -- the same, by who holds the keys; derived
  item BLOB PRIMARY KEY,        -- as in link_key
  keys BLOB NOT NULL            -- all its keys: kind, length and key, one after the other
) WITHOUT ROWID;

CREATE TABLE origin (           -- groups of copies; derived, made again by linking
  id TEXT NOT NULL,             -- id of the group
  article TEXT NOT NULL,        -- id of a member
  relation TEXT NOT NULL,       -- same-text, ... , unknown
  why TEXT NOT NULL,            -- reason
  PRIMARY KEY (id, article)
) WITHOUT ROWID;

CREATE TABLE copy_link (        -- what two articles print alike; derived, made again by linking
  left TEXT NOT NULL,           -- id of the one article, the smaller
  right TEXT NOT NULL,          -- id of the other
  relation TEXT NOT NULL,       -- same-text, pickup or independent (shared words that are no copy)
  left_share REAL NOT NULL,     -- share of the left one's own running words that the right prints
  right_share REAL NOT NULL,    -- share of the right one's
  passages TEXT NOT NULL,       -- JSON list of [left start, left end, right start, right end, words]
  why TEXT NOT NULL,            -- reason
  PRIMARY KEY (left, right)
) WITHOUT ROWID;

CREATE TABLE sentence_text (    -- distinct sentences, as they are compared
  id TEXT PRIMARY KEY,          -- 16 hex digits over what is compared
  form TEXT NOT NULL            -- its words and what else is compared
) WITHOUT ROWID;

CREATE TABLE told_sentence (    -- which article tells which sentence
  article TEXT NOT NULL,        -- id of the article
  start INTEGER NOT NULL,       -- first code point
  end INTEGER NOT NULL,         -- code point after its last
  text TEXT NOT NULL,           -- id of its sentence_text
  PRIMARY KEY (article, start)
) WITHOUT ROWID;

CREATE TABLE retold_link (      -- sentences that tell what others tell
  left TEXT NOT NULL,           -- id of the one sentence_text, the smaller
  right TEXT NOT NULL,          -- id of the other
  kind TEXT NOT NULL,           -- repeat or retelling
  left_told REAL NOT NULL,      -- share of what the left one tells that the right one tells
  right_told REAL NOT NULL,     -- share of what the right one tells that the left one tells
  why TEXT NOT NULL,            -- reason
  PRIMARY KEY (left, right)
) WITHOUT ROWID;

CREATE TABLE event_text (       -- what an article says of its news event, as it is compared
  article TEXT PRIMARY KEY,     -- id of the article
  form TEXT NOT NULL            -- its words and names
) WITHOUT ROWID;

CREATE TABLE event_link (       -- articles that may report one news event
  left TEXT NOT NULL,           -- id of the one article, the smaller
  right TEXT NOT NULL,          -- id of the other
  likeness REAL NOT NULL,       -- how alike they are, 0 to 1; no date in it
  why TEXT NOT NULL,            -- reason
  PRIMARY KEY (left, right)
) WITHOUT ROWID;

CREATE TABLE redirect (         -- old ids of groups, so that links to them live
  old TEXT PRIMARY KEY,         -- id that a group had
  new TEXT NOT NULL             -- id that it has now
) WITHOUT ROWID;

CREATE TABLE decision (         -- what a person decided, in the order made
  number INTEGER PRIMARY KEY,   -- 1, 2, 3, ...
  what TEXT NOT NULL,           -- published, updated, outlet, ..., same, different, undecided
  article TEXT NOT NULL,        -- id of the article
  start INTEGER,                -- for a role: place in the text
  end INTEGER,                  -- end of that place
  text TEXT,                    -- the words at that place when it was decided
  value TEXT NOT NULL,          -- what was decided
  by TEXT NOT NULL,             -- who, as far as said
  at TEXT NOT NULL,             -- clock time, never exported
  undone INTEGER NOT NULL,      -- 1 when taken back
  other_article TEXT,           -- of a comparison: id of the article of the other side
  other_start INTEGER,          -- place of the other side
  other_end INTEGER,            -- end of that place
  other_text TEXT               -- the words there when it was decided
);

CREATE INDEX article_name_name ON article_name(name);
CREATE INDEX article_published ON article(published_first, published_last);
CREATE INDEX article_unlinked ON article(linked) WHERE linked = 0;
CREATE INDEX date_link_right ON date_link(right);
CREATE INDEX mention_article ON mention(article);
CREATE INDEX origin_article ON origin(article);
CREATE INDEX decision_article ON decision(article);
CREATE INDEX name_pair_right ON name_pair(right);
CREATE INDEX wording_link_right ON wording_link(right);
CREATE INDEX copy_link_right ON copy_link(right);
CREATE INDEX told_sentence_text ON told_sentence(text);
CREATE INDEX retold_link_right ON retold_link(right);
CREATE INDEX event_link_right ON event_link(right);

CREATE VIRTUAL TABLE search USING fts5(
  headline, text, content='article', content_rowid='number',
  tokenize='porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER article_search_add AFTER INSERT ON article BEGIN
  INSERT INTO search(rowid, headline, text) VALUES (new.number, new.headline, new.text);
END;
CREATE TRIGGER article_search_remove AFTER DELETE ON article BEGIN
  INSERT INTO search(search, rowid, headline, text)
  VALUES ('delete', old.number, old.headline, old.text);
END;
CREATE TRIGGER article_search_change AFTER UPDATE OF headline, text ON article BEGIN
  INSERT INTO search(search, rowid, headline, text)
  VALUES ('delete', old.number, old.headline, old.text);
  INSERT INTO search(rowid, headline, text) VALUES (new.number, new.headline, new.text);
END;

CREATE VIEW articles AS         -- articles in the order of the record, in readable columns
  SELECT * FROM (
    SELECT id, name, outlet, agency, headline,
           iif(settled_date.article IS NULL, published_first, first) AS published_first,
           iif(settled_date.article IS NULL, published_last, last) AS published_last,
           iif(settled_date.article IS NULL, published_basis, basis) AS published_basis,
           dateline_place, language, analysed, address
    FROM article LEFT JOIN settled_date ON settled_date.article = article.number
  )
  ORDER BY coalesce(published_first, published_last) IS NULL,
           coalesce(published_first, published_last), published_last, id;
CREATE VIEW paragraphs AS       -- paragraphs with their words
  SELECT article.id AS article, paragraph.start, paragraph.end, role, why,
         substr(text, paragraph.start + 1, paragraph.end - paragraph.start) AS words
  FROM paragraph JOIN article ON article.number = paragraph.article;
CREATE VIEW attributions AS     -- who said what, with the words, all from the first to the last part
  SELECT article.id AS article, attribution.start, attribution.end, kind, sourcing, stance,
         substr(text, source_start + 1, source_end - source_start) AS source,
         substr(text, cue_start + 1, cue_end - cue_start) AS cue,
         substr(text, speaker_start + 1, speaker_end - speaker_start) AS speaker,
         substr(text, attribution.start + 1, attribution.end - attribution.start) AS words
  FROM attribution JOIN article ON article.number = attribution.article;
CREATE VIEW mentions AS         -- names with their words
  SELECT article.id AS article, mention.start, mention.end, type,
         substr(text, mention.start + 1, mention.end - mention.start) AS words
  FROM mention JOIN article ON article.number = mention.article;
