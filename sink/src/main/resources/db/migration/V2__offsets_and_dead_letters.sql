-- How far a group has stored a partition, and who may go on: the holder of the highest epoch.
CREATE TABLE sink_offset (
  cluster_id     text        NOT NULL,
  topic_id       text        NOT NULL,
  consumer_group text        NOT NULL,
  partition      integer     NOT NULL,
  topic          text        NOT NULL,
  epoch          bigint      NOT NULL,
  next_offset    bigint,
  changed_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (cluster_id, topic_id, consumer_group, partition)
);

-- Dead letters, written with the offset and relayed to news.deadletter.v1 afterwards.
CREATE TABLE dead_letter_outbox (
  cluster_id     text        NOT NULL,
  topic_id       text        NOT NULL,
  partition      integer     NOT NULL,
  record_offset  bigint      NOT NULL,
  topic          text        NOT NULL,
  stage          text        NOT NULL,
  code           text        NOT NULL,
  message        text        NOT NULL,
  source_id      text,
  article_id     text,
  key            bytea,
  payload        bytea       NOT NULL,
  payload_length bigint      NOT NULL,
  payload_sha256 text        NOT NULL,
  failed_at      timestamptz NOT NULL,
  relayed_at     timestamptz,
  PRIMARY KEY (cluster_id, topic_id, partition, record_offset)
);
ALTER TABLE dead_letter_outbox ALTER COLUMN payload SET STORAGE EXTERNAL;
CREATE INDEX dead_letter_waiting ON dead_letter_outbox (failed_at) WHERE relayed_at IS NULL;
CREATE INDEX dead_letter_relayed ON dead_letter_outbox (relayed_at) WHERE relayed_at IS NOT NULL;
