-- SPDX-License-Identifier: Apache-2.0
-- As many devices as the variable says, each with one report, in the tables that the service has made: what dev/bench-page
-- makes in SQLite. Without their hashes and identifiers, which no list and no search reads. Needs a superuser.
BEGIN;

-- The rows are right as they are made: no foreign key is looked at for each.
SET LOCAL session_replication_role = replica;
SET LOCAL maintenance_work_mem = '1GB';
SELECT setseed(0.5);

-- Indexes are made when all is there, from their own definitions.
CREATE TEMPORARY TABLE definition ON COMMIT DROP AS
SELECT format('DROP INDEX %I', i.indexname) AS removal, i.indexdef AS making
FROM pg_indexes i
WHERE i.tablename IN ('device', 'report')
  AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname)
UNION ALL
SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', c.conrelid::regclass, c.conname),
       format('ALTER TABLE %s ADD CONSTRAINT %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid))
FROM pg_constraint c
WHERE c.conrelid IN ('device'::regclass, 'report'::regclass) AND c.contype = 'u';

DO $$
DECLARE each record;
BEGIN
    FOR each IN SELECT removal FROM definition LOOP
        EXECUTE each.removal;
    END LOOP;
END $$;

TRUNCATE device, report CASCADE;

INSERT INTO token (id, hash, kind, name, created_at)
SELECT i, sha256(convert_to('token ' || i, 'UTF8')), 'enrolment', 'room ' || i, 0 FROM generate_series(2, 7) AS i
ON CONFLICT DO NOTHING;
SELECT setval(pg_get_serial_sequence('token', 'id'), 7);

INSERT INTO device (id, ek_hash, smbios_uuid, known_serial, known_manufacturer, known_model, serial_number,
                    windows_product_id, manufacturer, model, group_tag, flags, first_received_at, last_received_at,
                    captured_at, newest_report, hash_report, state, token, client)
SELECT id, lpad(to_hex(id * 7919), 64, '0'), uuid, serial, maker, model, serial, lpad(id::text, 13, '0'), maker, model,
       CASE WHEN id % 80000 = 7 THEN 'Rare' WHEN is_old THEN 'Old' ELSE tag END,
       flags, received, received, received, id, id, state,
       CASE WHEN id % 100000 = 9 THEN 7
            -- Two that are many, and together nothing.
            WHEN state = 'rejected' AND token = 2 THEN 3 ELSE token END,
       client
FROM (
    SELECT id, uuid, serial, maker, is_old, tag, flags, received, client,
           CASE WHEN day < 100 AND chance[1] < 0.1 THEN 'Relic'
                WHEN maker = 'Contoso' THEN 'Book ' || floor(chance[2] * 10)
                WHEN maker = 'Fabrikam' THEN 'Slate ' || floor(chance[2] * 8)
                WHEN maker = 'Northwind' THEN 'Tower ' || floor(chance[2] * 5)
                ELSE 'Mini ' || floor(chance[2] * 3) END AS model,
           -- Many, long ago, and none of them pending.
           CASE WHEN is_old OR chance[3] < 0.65 THEN 'approved'
                WHEN chance[3] < 0.95 THEN 'pending' ELSE 'rejected' END AS state,
           CASE WHEN chance[4] < 0.9 THEN 2 + day / 80 ELSE 2 + floor(chance[5] * 5)::int END AS token
    FROM (
        SELECT id, day, chance,
               -- From 2025 on, 400 days.
               1735689600000 + day * 86400000::bigint + floor(chance[6] * 86400000)::bigint AS received,
               lpad(to_hex(id * 2654435761 % 4294967296), 8, '0') || '-0000-4000-8000-' || lpad(to_hex(id), 12, '0')
                   AS uuid,
               CASE WHEN chance[7] < 0.05 THEN 'Default string'
                    ELSE 'SN' || lpad((id * 2654435761 % 100000000)::text, 8, '0') END AS serial,
               CASE WHEN chance[8] < 0.7 THEN 'Contoso' WHEN chance[8] < 0.85 THEN 'Fabrikam'
                    WHEN chance[8] < 0.95 THEN 'Northwind' ELSE 'Adatum' END AS maker,
               day < 40 AND chance[9] < 0.25 AS is_old,
               CASE WHEN chance[10] >= 0.3
                    THEN 'Tag-' || least(39, floor(-ln(1 - chance[11]) / 0.12)) END AS tag,
               CASE WHEN chance[12] >= 0.03 THEN '' WHEN chance[13] < 0.25 THEN 'serial-placeholder'
                    WHEN chance[13] < 0.5 THEN 'hash-tool-unknown'
                    WHEN chance[13] < 0.75 THEN 'device-two-tpms:' || (1 + floor(chance[14] * :devices))::bigint
                    ELSE 'device-maybe-twice:' || (1 + floor(chance[14] * :devices))::bigint END AS flags,
               format('10.%s.%s.%s', id >> 16 & 255, id >> 8 & 255, id & 255) AS client
        FROM (
            SELECT id, (id - 1) * 400 / :devices AS day,
                   ARRAY [random(), random(), random(), random(), random(), random(), random(), random(), random(),
                          random(), random(), random(), random(), random()] AS chance
            FROM generate_series(1, :devices::bigint) AS id
            OFFSET 0) AS thrown
        OFFSET 0) AS named
    OFFSET 0) AS made;

INSERT INTO report (id, report_id, token, content_sha256, received_at, collected_at, source, agent_version, device,
                    flags, client)
SELECT id, md5('report ' || id)::uuid::text, token, lpad(to_hex(id), 64, '0'), first_received_at, first_received_at,
       'wmi', '1', id, '', client
FROM device;

SELECT setval('device_number', :devices), setval('report_number', :devices);

DO $$
DECLARE each record;
BEGIN
    FOR each IN SELECT making FROM definition LOOP
        EXECUTE each.making;
    END LOOP;
END $$;

COMMIT;

VACUUM (ANALYZE) device;
VACUUM (ANALYZE) report;
ANALYZE token;
