-- From schema 3 to 4: what is told of a name, attributions, decisions that compare two things.

ALTER TABLE mention ADD COLUMN label TEXT NOT NULL DEFAULT '';
ALTER TABLE mention ADD COLUMN title_start INTEGER;
ALTER TABLE mention ADD COLUMN title_end INTEGER;
ALTER TABLE mention ADD COLUMN description_start INTEGER;
ALTER TABLE mention ADD COLUMN description_end INTEGER;
ALTER TABLE mention ADD COLUMN gender TEXT NOT NULL DEFAULT '';
ALTER TABLE mention ADD COLUMN cues TEXT NOT NULL DEFAULT '[]';

ALTER TABLE decision ADD COLUMN other_article TEXT;
ALTER TABLE decision ADD COLUMN other_start INTEGER;
ALTER TABLE decision ADD COLUMN other_end INTEGER;
ALTER TABLE decision ADD COLUMN other_text TEXT;

CREATE TABLE attribution (
  article INTEGER NOT NULL REFERENCES article(number) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  content TEXT NOT NULL,
  kind TEXT NOT NULL,
  sourcing TEXT NOT NULL,
  stance TEXT NOT NULL,
  source_start INTEGER,
  source_end INTEGER,
  cue_start INTEGER,
  cue_end INTEGER,
  speaker_start INTEGER,
  speaker_end INTEGER,
  speaker_why TEXT NOT NULL,
  co_speakers TEXT NOT NULL,
  description_start INTEGER,
  description_end INTEGER,
  condition_start INTEGER,
  condition_end INTEGER,
  organisation_start INTEGER,
  organisation_end INTEGER,
  through_start INTEGER,
  through_end INTEGER,
  time_start INTEGER,
  time_end INTEGER,
  by_occasion INTEGER NOT NULL,
  within_start INTEGER,
  within_end INTEGER,
  why TEXT NOT NULL,
  PRIMARY KEY (article, start, end)
) WITHOUT ROWID;

CREATE TABLE name_local (
  article TEXT PRIMARY KEY,
  places TEXT NOT NULL,
  tells TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE name_node (
  node TEXT PRIMARY KEY,
  tells TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE name_pair (
  left TEXT NOT NULL,
  right TEXT NOT NULL,
  verdict TEXT NOT NULL,
  why TEXT NOT NULL,
  strength REAL NOT NULL,
  PRIMARY KEY (left, right)
) WITHOUT ROWID;

CREATE TABLE wording (
  article TEXT NOT NULL,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (article, start, end)
) WITHOUT ROWID;

CREATE TABLE wording_text (
  id TEXT PRIMARY KEY,
  words TEXT NOT NULL,
  marks TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE wording_link (
  left TEXT NOT NULL,
  right TEXT NOT NULL,
  verdict TEXT NOT NULL,
  strength REAL NOT NULL,
  run INTEGER NOT NULL,
  why TEXT NOT NULL,
  PRIMARY KEY (left, right)
) WITHOUT ROWID;

CREATE INDEX name_pair_right ON name_pair(right);
CREATE INDEX wording_link_right ON wording_link(right);

CREATE VIEW attributions AS     -- who said what, with the words, all from the first to the last part
  SELECT article.id AS article, attribution.start, attribution.end, kind, sourcing, stance,
         substr(text, source_start + 1, source_end - source_start) AS source,
         substr(text, cue_start + 1, cue_end - cue_start) AS cue,
         substr(text, speaker_start + 1, speaker_end - speaker_start) AS speaker,
         substr(text, attribution.start + 1, attribution.end - attribution.start) AS words
  FROM attribution JOIN article ON article.number = attribution.article;
