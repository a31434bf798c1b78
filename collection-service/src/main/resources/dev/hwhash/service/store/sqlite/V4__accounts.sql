-- SPDX-License-Identifier: Apache-2.0
-- People who use the page, and what was done.

CREATE TABLE account (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    name         TEXT    NOT NULL,
    -- The name in lower case, so that it is found however it is written.
    name_key     TEXT    NOT NULL UNIQUE,
    -- viewer, approver or admin.
    role         TEXT    NOT NULL,
    -- Argon2id with its parameters and salt.
    password     TEXT    NOT NULL,
    must_change  INTEGER NOT NULL,
    disabled     INTEGER NOT NULL DEFAULT 0,
    created_at   INTEGER NOT NULL,
    signed_in_at INTEGER
) STRICT;

CREATE TABLE session (
    -- SHA-256 of what the browser's cookie holds; that itself is nowhere.
    hash       BLOB    NOT NULL PRIMARY KEY,
    account    INTEGER NOT NULL REFERENCES account (id),
    created_at INTEGER NOT NULL,
    seen_at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX session_by_account ON session (account);

CREATE TABLE audit (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    at      INTEGER NOT NULL,
    -- The name of an account, token N, command or service.
    actor   TEXT    NOT NULL,
    address TEXT    NOT NULL,
    action  TEXT    NOT NULL,
    detail  TEXT    NOT NULL
) STRICT;

-- From where somebody has signed in.
CREATE INDEX audit_of_sign_ins ON audit (actor, address) WHERE action = 'signed-in';

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit log cannot be changed');
END;

CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'nothing can be deleted from the audit log');
END;

-- INSERT OR REPLACE deletes without asking the trigger above.
CREATE TRIGGER audit_is_not_replaced BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'nothing can be replaced in the audit log');
END;
