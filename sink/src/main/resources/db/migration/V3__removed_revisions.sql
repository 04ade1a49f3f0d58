-- Revisions whose key got a tombstone: a dead letter of one that is redriven later brings nothing back.
CREATE TABLE removed_revision (
  article_id text        NOT NULL,
  revision   integer     NOT NULL,
  removed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (article_id, revision)
);

-- The letter of a revision goes with it.
CREATE INDEX dead_letter_key ON dead_letter_outbox USING hash (key);
