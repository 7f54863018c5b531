-- From schema 2 to 3: events, and when articles were published as far as the pile tells.

CREATE TABLE event (
  article INTEGER NOT NULL REFERENCES article(number) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  sentence_start INTEGER NOT NULL,
  sentence_end INTEGER NOT NULL,
  predicate_start INTEGER NOT NULL,
  predicate_end INTEGER NOT NULL,
  time_start INTEGER,
  time_end INTEGER,
  source_start INTEGER,
  source_end INTEGER,
  status TEXT NOT NULL,
  action TEXT NOT NULL,
  participants TEXT NOT NULL,
  places TEXT NOT NULL,
  words TEXT NOT NULL,
  self_contained INTEGER NOT NULL,
  PRIMARY KEY (article, start, end)
) WITHOUT ROWID;

CREATE TABLE settled_date (
  article INTEGER PRIMARY KEY REFERENCES article(number) ON DELETE CASCADE,
  first TEXT,
  last TEXT,
  weekdays TEXT NOT NULL,
  basis TEXT NOT NULL,
  why TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE settled_evidence (
  article INTEGER NOT NULL REFERENCES article(number) ON DELETE CASCADE,
  place TEXT NOT NULL,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  PRIMARY KEY (article, place, start, end)
) WITHOUT ROWID;

CREATE TABLE own_date (
  article TEXT PRIMARY KEY,
  evidence TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE date_link (
  left TEXT NOT NULL,
  right TEXT NOT NULL,
  number INTEGER NOT NULL,
  link TEXT NOT NULL,
  PRIMARY KEY (left, right, number)
) WITHOUT ROWID;

CREATE INDEX date_link_right ON date_link(right);

DROP VIEW articles;
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
