-- SPDX-License-Identifier: Apache-2.0
-- What people decided about a device, and where its last report came from.

-- pending, approved or rejected. Of an approved device, the facts of its row are those that were approved.
ALTER TABLE device ADD COLUMN state TEXT NOT NULL DEFAULT 'pending';
-- By which token, and from which address, its last report came.
ALTER TABLE device ADD COLUMN token INTEGER REFERENCES token (id);
ALTER TABLE device ADD COLUMN client TEXT;
ALTER TABLE report ADD COLUMN client TEXT;
