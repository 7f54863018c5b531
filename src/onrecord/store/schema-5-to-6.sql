-- From schema 5 to 6: copies, sentences retold, news events, and which articles news has shown;
-- keys are packed, and what dates are judged by is kept.

ALTER TABLE article ADD COLUMN seen INTEGER NOT NULL DEFAULT 0;

DROP TABLE link_key;
CREATE TABLE link_key (
  kind INTEGER NOT NULL,
  key BLOB NOT NULL,
  item BLOB NOT NULL,
  PRIMARY KEY (kind, key, item)
) WITHOUT ROWID;

CREATE TABLE link_item (
  item BLOB PRIMARY KEY,
  keys BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE date_fact (
  article TEXT PRIMARY KEY,
  form BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE copy_link (
  left TEXT NOT NULL,
  right TEXT NOT NULL,
  relation TEXT NOT NULL,
  left_share REAL NOT NULL,
  right_share REAL NOT NULL,
  passages TEXT NOT NULL,
  why TEXT NOT NULL,
  PRIMARY KEY (left, right)
) WITHOUT ROWID;

CREATE TABLE sentence_text (
  id TEXT PRIMARY KEY,
  form TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE told_sentence (
  article TEXT NOT NULL,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (article, start)
) WITHOUT ROWID;

CREATE TABLE retold_link (
  left TEXT NOT NULL,
  right TEXT NOT NULL,
  kind TEXT NOT NULL,
  left_told REAL NOT NULL,
  right_told REAL NOT NULL,
  why TEXT NOT NULL,
  PRIMARY KEY (left, right)
) WITHOUT ROWID;

CREATE TABLE event_text (
  article TEXT PRIMARY KEY,
  form TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE event_link (
  left TEXT NOT NULL,
  right TEXT NOT NULL,
  likeness REAL NOT NULL,
  why TEXT NOT NULL,
  PRIMARY KEY (left, right)
) WITHOUT ROWID;

CREATE INDEX copy_link_right ON copy_link(right);
CREATE INDEX told_sentence_text ON told_sentence(text);
CREATE INDEX retold_link_right ON retold_link(right);
CREATE INDEX event_link_right ON event_link(right);

UPDATE article SET linked = 0;
