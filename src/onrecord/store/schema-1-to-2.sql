-- From schema 1 to 2: when archives had an article, and what servers said for asking again.

CREATE TABLE article_name_2 (
  article INTEGER NOT NULL REFERENCES article(number) ON DELETE CASCADE,
  name TEXT NOT NULL,
  days TEXT NOT NULL,
  archived TEXT NOT NULL,
  PRIMARY KEY (article, name, days, archived)
) WITHOUT ROWID;
INSERT INTO article_name_2 SELECT article, name, days, '' FROM article_name;
DROP TABLE article_name;
ALTER TABLE article_name_2 RENAME TO article_name;
CREATE INDEX article_name_name ON article_name(name);

CREATE TABLE fetched (
  address TEXT PRIMARY KEY,
  etag TEXT,
  last_modified TEXT
) WITHOUT ROWID;

CREATE TABLE time (
  article INTEGER NOT NULL REFERENCES article(number) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  type TEXT NOT NULL,
  form TEXT NOT NULL,
  rule TEXT NOT NULL,
  counted_from TEXT NOT NULL,
  reference_start INTEGER,
  reference_end INTEGER,
  range_start INTEGER,
  range_end INTEGER,
  PRIMARY KEY (article, start, end)
) WITHOUT ROWID;
