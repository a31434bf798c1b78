-- SPDX-License-Identifier: Apache-2.0
-- What people decided about devices, what they selected, and what they set.

-- A row is never changed, and goes only with its device.
CREATE TABLE decision (
    -- Never given twice: a form names the one that its approver saw.
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    device         INTEGER NOT NULL REFERENCES device (id),
    report         INTEGER NOT NULL REFERENCES report (id),
    report_id      TEXT    NOT NULL,
    content_sha256 TEXT    NOT NULL,
    -- approved or rejected.
    verdict        TEXT    NOT NULL,
    -- As the approver confirmed or set them; NULL: none.
    group_tag      TEXT,
    assigned_user  TEXT,
    account        TEXT    NOT NULL,
    decided_at     INTEGER NOT NULL
) STRICT;

CREATE INDEX decision_by_device ON decision (device);
CREATE INDEX decision_by_report ON decision (report);

CREATE TRIGGER decision_is_final BEFORE UPDATE ON decision
BEGIN
    SELECT RAISE(ABORT, 'a decision is never changed');
END;

-- Devices that somebody picked, each as he saw it.
CREATE TABLE selection (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    account        INTEGER NOT NULL,
    made_at        INTEGER NOT NULL,
    -- What was ordered for all of them, once; NULL until then. A mode is suggested or set.
    verdict        TEXT,
    tag_mode       TEXT,
    group_tag      TEXT,
    user_mode      TEXT,
    assigned_user  TEXT,
    ordered_by     TEXT,
    ordered_from   TEXT
) STRICT;

CREATE TABLE selection_member (
    selection INTEGER NOT NULL REFERENCES selection (id),
    device    INTEGER NOT NULL,
    -- The report that is decided, the last one that had come, and the last decision (0: none) when it was picked.
    report    INTEGER NOT NULL,
    seen      INTEGER NOT NULL,
    decision  INTEGER NOT NULL,
    -- What became of it, and why; NULL until then.
    outcome   TEXT,
    why       TEXT,
    PRIMARY KEY (selection, device)
) STRICT, WITHOUT ROWID;

CREATE INDEX selection_member_by_device ON selection_member (device);

CREATE TABLE setting (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The highest number that a deleted device or report had: no number is given twice. Kinds: device, report.
CREATE TABLE last_number (
    kind   TEXT    NOT NULL PRIMARY KEY,
    number INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
