-- SPDX-License-Identifier: Apache-2.0
-- Times are milliseconds since 1970 in UTC.

CREATE TABLE token (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    -- SHA-256 of the token; the token itself is nowhere.
    hash       BLOB    NOT NULL UNIQUE,
    kind       TEXT    NOT NULL,
    name       TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER,
    use_limit  INTEGER,
    uses       INTEGER NOT NULL DEFAULT 0,
    revoked_at INTEGER
) STRICT;

-- A device with its newest facts. What is not known is NULL.
CREATE TABLE device (
    id                 INTEGER PRIMARY KEY,
    -- By what it is known, placeholders left out; from all its reports.
    ek_hash            TEXT,
    smbios_uuid        TEXT,
    known_serial       TEXT,
    known_manufacturer TEXT,
    known_model        TEXT,
    -- As the newest report has them.
    serial_number      TEXT,
    windows_product_id TEXT,
    manufacturer       TEXT,
    model              TEXT,
    group_tag          TEXT,
    assigned_user      TEXT,
    flags              TEXT    NOT NULL,
    first_received_at  INTEGER NOT NULL,
    last_received_at   INTEGER NOT NULL,
    -- Of the report whose facts these are: the time inside its hash, where that can be believed.
    captured_at        INTEGER,
    newest_report      INTEGER NOT NULL,
    -- The newest report that has a hash.
    hash_report        INTEGER
) STRICT;

-- Kinds: ek, smbios-uuid, serial.
CREATE TABLE identifier (
    kind   TEXT    NOT NULL,
    value  TEXT    NOT NULL,
    device INTEGER NOT NULL REFERENCES device (id),
    PRIMARY KEY (kind, value, device)
) STRICT, WITHOUT ROWID;

-- Every report, as it came. Flags: ids of rules and of other devices, separated by blanks.
CREATE TABLE report (
    id                 INTEGER PRIMARY KEY,
    report_id          TEXT    NOT NULL UNIQUE,
    token              INTEGER NOT NULL REFERENCES token (id),
    content_sha256     TEXT    NOT NULL,
    received_at        INTEGER NOT NULL,
    collected_at       INTEGER NOT NULL,
    source             TEXT    NOT NULL,
    agent_version      TEXT    NOT NULL,
    device             INTEGER NOT NULL REFERENCES device (id),
    serial_number      TEXT,
    windows_product_id TEXT,
    manufacturer       TEXT,
    model              TEXT,
    group_tag          TEXT,
    assigned_user      TEXT,
    captured_at        INTEGER,
    flags              TEXT    NOT NULL
) STRICT;

CREATE INDEX report_by_device ON report (device);

-- Apart from the report, so that a row with its 4000 characters fits one page of the database.
CREATE TABLE hardware_hash (
    report INTEGER PRIMARY KEY REFERENCES report (id),
    text   TEXT    NOT NULL
) STRICT;

-- One row, written to see whether the disk takes a write.
CREATE TABLE probe (
    id    INTEGER PRIMARY KEY,
    value BLOB NOT NULL
) STRICT;
