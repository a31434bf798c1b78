-- SPDX-License-Identifier: Apache-2.0
-- A search is a range of one of these; each holds the device's number too, in whose order equal names stand.

CREATE INDEX device_by_serial ON device (serial_number COLLATE NOCASE) WHERE serial_number IS NOT NULL;
CREATE INDEX device_by_uuid ON device (smbios_uuid COLLATE NOCASE) WHERE smbios_uuid IS NOT NULL;
CREATE INDEX device_by_tag ON device (group_tag COLLATE NOCASE) WHERE group_tag IS NOT NULL;
CREATE INDEX device_by_model ON device (model COLLATE NOCASE) WHERE model IS NOT NULL;
CREATE INDEX device_by_manufacturer ON device (manufacturer COLLATE NOCASE) WHERE manufacturer IS NOT NULL;

-- Tells an export at once whether it needs the column.
CREATE INDEX device_with_user ON device (id) WHERE assigned_user IS NOT NULL;
