-- packs.db as the first release made it.
CREATE TABLE floor (
  publisher TEXT NOT NULL,
  role TEXT NOT NULL,
  root_version INTEGER NOT NULL,
  version INTEGER NOT NULL,
  PRIMARY KEY (publisher, role)
);
CREATE TABLE generation (
  id INTEGER NOT NULL,
  value INTEGER NOT NULL,
  PRIMARY KEY (id)
);
CREATE TABLE manifest (
  publisher TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  pack TEXT NOT NULL,
  version INTEGER NOT NULL,
  state TEXT NOT NULL,
  title_zh TEXT NOT NULL,
  title_en TEXT NOT NULL,
  signed_at TEXT NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (publisher, sha256)
);
CREATE TABLE sync_run (
  id INTEGER NOT NULL,
  source TEXT NOT NULL,
  started_at TEXT NOT NULL,
  finished_at TEXT,
  code TEXT,
  PRIMARY KEY (id)
);
CREATE TABLE time_floor (
  id INTEGER NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (id)
);
CREATE TABLE trust (
  publisher TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  root BLOB NOT NULL,
  added_at TEXT NOT NULL,
  PRIMARY KEY (publisher)
);
CREATE TABLE tuf_md (
  publisher TEXT NOT NULL,
  name TEXT NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (publisher, name)
);
CREATE TABLE file (
  publisher TEXT NOT NULL,
  manifest TEXT NOT NULL,
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  type TEXT NOT NULL,
  PRIMARY KEY (publisher, manifest, path),
  FOREIGN KEY(publisher, manifest) REFERENCES manifest (publisher, sha256) ON DELETE CASCADE
);
CREATE INDEX file_sha256 ON file (sha256);
CREATE TABLE live (
  publisher TEXT NOT NULL,
  pack TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  prev TEXT,
  pinned BOOLEAN NOT NULL,
  PRIMARY KEY (publisher, pack),
  FOREIGN KEY(publisher, sha256) REFERENCES manifest (publisher, sha256),
  FOREIGN KEY(publisher, prev) REFERENCES manifest (publisher, sha256)
);
CREATE TABLE sync_error (
  id INTEGER NOT NULL,
  run INTEGER NOT NULL,
  publisher TEXT NOT NULL,
  pack TEXT NOT NULL,
  code TEXT NOT NULL,
  message_zh TEXT NOT NULL,
  message_en TEXT NOT NULL,
  PRIMARY KEY (id),
  FOREIGN KEY(run) REFERENCES sync_run (id) ON DELETE CASCADE
);
PRAGMA user_version = 1;
