-- records.db as the first release made it.
CREATE TABLE device (
  id VARCHAR NOT NULL,
  boot INTEGER NOT NULL,
  PRIMARY KEY (id)
);
CREATE TABLE record (
  sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  device VARCHAR NOT NULL,
  boot INTEGER NOT NULL,
  at VARCHAR NOT NULL,
  monotonic FLOAT NOT NULL,
  clock_trusted INTEGER NOT NULL,
  visit VARCHAR NOT NULL,
  uid VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  version INTEGER NOT NULL,
  payload VARCHAR NOT NULL
);
CREATE INDEX record_item ON record (kind, uid);
PRAGMA user_version = 1;
