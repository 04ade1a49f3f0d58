-- What became of the records of each source, counted in the transaction that stores them. By partition, so
-- that sinks do not wait for one another.
CREATE TABLE sink_ledger (
  cluster_id text    NOT NULL,
  topic_id   text    NOT NULL,
  partition  integer NOT NULL,
  source_id  text    NOT NULL,
  came       bigint  NOT NULL,
  stored     bigint  NOT NULL,
  duplicate  bigint  NOT NULL,
  dead       bigint  NOT NULL,
  deleted    bigint  NOT NULL,
  PRIMARY KEY (cluster_id, topic_id, partition, source_id)
);
