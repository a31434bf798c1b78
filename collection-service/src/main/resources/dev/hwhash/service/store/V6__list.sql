-- SPDX-License-Identifier: Apache-2.0
-- What a device is known by, from its own page.

CREATE INDEX identifier_by_device ON identifier (device);
