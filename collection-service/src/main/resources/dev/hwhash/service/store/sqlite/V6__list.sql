-- SPDX-License-Identifier: Apache-2.0
-- What the list of devices is read from. Each index ends in what the list asks of its entries, so that a filter reads
-- the index alone; the device's number stands behind the time, so that equal times stand in the order of the numbers.

CREATE INDEX device_by_time ON device (last_received_at, id, flags);
CREATE INDEX device_by_state ON device (state, last_received_at, id, token, group_tag, flags);
CREATE INDEX device_by_token ON device (token, last_received_at, id, state, group_tag, flags);
CREATE INDEX device_by_tag_and_time
    ON device (group_tag COLLATE NOCASE, last_received_at, id, state, token, flags);
CREATE INDEX device_with_findings ON device (last_received_at, id, flags, state, token, group_tag) WHERE flags <> '';

-- A list by name shows the devices without that name too.
DROP INDEX device_by_serial;
DROP INDEX device_by_tag;
DROP INDEX device_by_model;
CREATE INDEX device_by_serial ON device (serial_number COLLATE NOCASE);
CREATE INDEX device_by_tag ON device (group_tag COLLATE NOCASE);
CREATE INDEX device_by_model ON device (model COLLATE NOCASE);

-- New devices of a day.
CREATE INDEX device_by_first_time ON device (first_received_at);

-- What a device is known by, from its own page.
CREATE INDEX identifier_by_device ON identifier (device);
