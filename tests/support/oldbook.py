"""A `records.db` of the second schema."""

V2 = """CREATE TABLE device (id VARCHAR NOT NULL PRIMARY KEY, boot INTEGER NOT NULL, secret BLOB NOT NULL);
    CREATE TABLE record (sequence INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, device VARCHAR NOT NULL,
      boot INTEGER NOT NULL, at VARCHAR NOT NULL, monotonic FLOAT NOT NULL, clock_trusted INTEGER NOT NULL,
      visit VARCHAR NOT NULL, uid VARCHAR NOT NULL, kind VARCHAR NOT NULL, version INTEGER NOT NULL,
      payload VARCHAR NOT NULL, person VARCHAR NOT NULL DEFAULT '', once VARCHAR);
    CREATE INDEX record_item ON record (kind, uid, person);
    CREATE UNIQUE INDEX record_once ON record (once);
    INSERT INTO device VALUES ('d2', 7, x'0102');
    INSERT INTO record VALUES (5, 'd2', 7, '2026-05-01T08:00:00.000+00:00', 1.0, 1, 'v', 'may/photo', 'vote', 1,
      '{"entry":"3"}', 'abc', 'ballot-1');
    PRAGMA user_version=2;"""
