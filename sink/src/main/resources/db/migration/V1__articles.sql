-- Every revision of every article, as news.enriched.v1 carries it.
CREATE TABLE article_revision (
  article_id          text        NOT NULL,
  revision            integer     NOT NULL,
  change              text        NOT NULL,
  changed_fields      text[]      NOT NULL,
  event               text        NOT NULL,
  url                 text,
  guid                text,
  title               text        NOT NULL,
  body                text        NOT NULL,
  summary             text,
  declared_language   text,
  language            text,
  language_confidence real,
  authors             text[]      NOT NULL,
  categories          text[]      NOT NULL,
  image               text,
  published_at        timestamptz,
  updated_at          timestamptz,
  observed_at         timestamptz NOT NULL,
  source_id           text        NOT NULL,
  source_kind         text        NOT NULL,
  source_name         text,
  provenance          jsonb       NOT NULL,
  dateline            jsonb,
  keyphrases          text[]      NOT NULL,
  focus               text[]      NOT NULL,
  tagged_by           jsonb       NOT NULL,
  enriched_at         timestamptz NOT NULL,
  stored_at           timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (article_id, revision),
  CHECK (article_id <> ''),
  CHECK (revision >= 1),
  CHECK (change IN ('CREATED', 'REVISED', 'DELETED', 'HISTORICAL'))
);
-- Bodies are written once and read whole: compressing them costs more than half of the write rate.
ALTER TABLE article_revision ALTER COLUMN body SET STORAGE EXTERNAL;

CREATE TABLE revision_topic (
  article_id text     NOT NULL,
  revision   integer  NOT NULL,
  position   smallint NOT NULL,
  code       text     NOT NULL,
  name       text     NOT NULL,
  slug       text     NOT NULL,
  score      real     NOT NULL,
  evidence   text[]   NOT NULL,
  PRIMARY KEY (article_id, revision, position),
  FOREIGN KEY (article_id, revision) REFERENCES article_revision ON DELETE CASCADE
);
CREATE INDEX revision_topic_code ON revision_topic (code);

CREATE TABLE revision_entity (
  article_id     text     NOT NULL,
  revision       integer  NOT NULL,
  position       smallint NOT NULL,
  type           text     NOT NULL,
  name           text     NOT NULL,
  english_name   text,
  entity_id      text,
  score          real     NOT NULL,
  salience       real     NOT NULL,
  latitude       double precision,
  longitude      double precision,
  mentions       jsonb    NOT NULL,
  title_mentions jsonb    NOT NULL,
  keys           text[]   NOT NULL,
  PRIMARY KEY (article_id, revision, position),
  FOREIGN KEY (article_id, revision) REFERENCES article_revision ON DELETE CASCADE
);
-- Id and names as filters compare them, without regard to the locale of the database.
CREATE INDEX revision_entity_keys ON revision_entity USING gin (keys);

-- One row an article: which revision readers see. A historical revision is shown only while there is no other.
CREATE TABLE article (
  id               text        PRIMARY KEY,
  revision         integer     NOT NULL,
  historical       boolean     NOT NULL,
  deleted          boolean     NOT NULL,
  enriched_at      timestamptz NOT NULL,
  indexed_revision integer,
  FOREIGN KEY (id, revision) REFERENCES article_revision
);
CREATE INDEX article_newest ON article (enriched_at DESC, id) WHERE NOT deleted;
CREATE INDEX article_unindexed ON article (enriched_at) WHERE indexed_revision IS DISTINCT FROM revision;

-- Filled after the commit, so that indexing does not slow the stream down.
CREATE TABLE article_search (
  article_id text     PRIMARY KEY REFERENCES article ON DELETE CASCADE,
  document   tsvector NOT NULL
);
CREATE INDEX article_search_document ON article_search USING gin (document);
