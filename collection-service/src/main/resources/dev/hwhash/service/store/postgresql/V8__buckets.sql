-- SPDX-License-Identifier: Apache-2.0
-- What the replicas of a service count together. The embedded database has one service, which counts in its memory, and no
-- table of this number.

-- How often a wrong token or password came of late. Not logged: a server that crashed has forgotten failures of minutes.
CREATE UNLOGGED TABLE bucket (
    -- 64 bits of a hash of what is counted by; a name that was typed stands nowhere.
    id         BIGINT PRIMARY KEY,
    -- Microseconds since 1970 by the server's clock; what has passed is an empty bucket's.
    paid_until BIGINT NOT NULL
);
