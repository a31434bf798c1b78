-- SPDX-License-Identifier: Apache-2.0
-- What the service registers with Intune or Partner Center, and what became of it.

-- What is queued comes from the table decision: see the setting registrationDecisions, the last one that was read.
CREATE TABLE registration (
    device        INTEGER PRIMARY KEY REFERENCES device (id),
    -- Whose report, tag and user are registered.
    decision      INTEGER NOT NULL REFERENCES decision (id),
    -- A later one, which counts once the target has told the end of this one; NULL: none.
    next_decision INTEGER REFERENCES decision (id),
    -- A random UUID for each order: by it the target knows an order again.
    entry         TEXT    NOT NULL UNIQUE,
    -- queued, sent, registered, already-registered, refused or missing.
    state         TEXT    NOT NULL,
    changed_at    INTEGER NOT NULL,
    -- The batch of Partner Center, once it was sent.
    batch         TEXT,
    -- What the target told: its id of the device; its code and name for a refusal; the reason in words.
    target_id     TEXT,
    code          TEXT,
    name          TEXT,
    words         TEXT
) STRICT;

CREATE INDEX registration_by_state ON registration (state, changed_at);
-- For the deletion of decisions.
CREATE INDEX registration_by_decision ON registration (decision);
CREATE INDEX registration_by_next_decision ON registration (next_decision);

-- What may have arrived: written before the first byte is sent, gone when each of its devices has an end.
CREATE TABLE shipment (
    id         TEXT    NOT NULL PRIMARY KEY,
    batch      TEXT,
    new_batch  INTEGER NOT NULL,
    -- What the target has given to follow it; NULL: nothing is known of an answer.
    tracking   TEXT,
    sent_at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Names no device, so that the places of the others stay when one is deleted.
CREATE TABLE shipment_entry (
    shipment TEXT    NOT NULL REFERENCES shipment (id),
    place    INTEGER NOT NULL,
    entry    TEXT    NOT NULL,
    PRIMARY KEY (shipment, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX shipment_entry_by_entry ON shipment_entry (entry);
