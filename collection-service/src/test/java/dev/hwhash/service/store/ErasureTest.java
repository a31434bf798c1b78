// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.service.Bodies;
import dev.hwhash.service.intake.Report;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A deleted device is gone: from the tables, from the flags of others, and from the bytes of the files. */
class ErasureTest {

    private static final List<String> TABLES =
            List.of("device", "report", "hardware_hash", "identifier", "decision", "selection_member");

    @TempDir
    Path folder;

    private StoredDevices devices;

    @BeforeEach
    void open() {
        devices = new StoredDevices(folder.resolve("test.db"));
    }

    @AfterEach
    void close() {
        devices.close();
    }

    @Test
    void nothingOfItIsLeftInAnyTable() {
        devices.report(Bodies.report("HWHASH-0001"));
        devices.approve(1);
        devices.report(Bodies.report("HWHASH-0001"));
        devices.database.jdbi().useHandle(handle -> {
            handle.execute("INSERT INTO selection (account, made_at) VALUES (1, 0)");
            handle.execute("INSERT INTO selection_member (selection, device, report, seen, decision)"
                    + " VALUES (1, 1, 1, 1, 0)");
        });

        assertThat(devices.erasure.erase(1, StoredDevices.PAT)).isTrue();
        for (String table : TABLES) {
            assertThat(devices.number("SELECT count(*) FROM " + table))
                    .as(table)
                    .isZero();
        }
        assertThat(devices.audited()).last().isEqualTo("pat device-deleted device 1");
        assertThat(devices.erasure.erase(1, StoredDevices.PAT)).isFalse();
        assertThat(devices.audited()).hasSize(2);
    }

    /** So many that pages of the database were split and merged while the devices came in. */
    @Test
    @EmbeddedOnly("its files, which PostgreSQL's vacuum overwrites in its own time")
    void nothingOfItIsLeftInTheFiles() throws IOException {
        int all = 400;
        for (int i = 0; i < all; i++) {
            devices.report(Bodies.with("HWHASH-" + (1000 + i), "groupTag", tag(i)));
        }
        for (int device = 1; device <= all; device += 3) {
            devices.approve(device);
        }
        assertThat(traces(0, all, 1)).as("the test sees what is there").isEqualTo(3 * all);

        for (int device = 2; device <= all; device += 8) {
            assertThat(devices.erasure.erase(device, StoredDevices.PAT)).isTrue();
        }

        assertThat(traces(1, all, 8))
                .as("serial numbers, hashes and tags of deleted devices")
                .isZero();
        assertThat(traces(0, all, 8)).as("of those that stay").isEqualTo(3 * all / 8);
    }

    private static String tag(int i) {
        return "TAG-" + (1000 + i);
    }

    /** How many of the three values of each device stand in the files. */
    private int traces(int from, int all, int step) throws IOException {
        String files = bytes("test.db") + bytes("test.db-wal");
        int traces = 0;
        for (int i = from; i < all; i += step) {
            String serial = "HWHASH-" + (1000 + i);
            for (String value : List.of(serial, tag(i), checksum(serial))) {
                traces += files.contains(value) ? 1 : 0;
            }
        }
        return traces;
    }

    /** The end of a hash before the zeros that fill it up: no other has it. */
    private static String checksum(String serial) {
        String records = SyntheticHash.of(serial).text().replaceFirst("A+$", "");
        return records.substring(records.length() - 40);
    }

    private String bytes(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
    }

    @Test
    void itsNumberIsTakenOutOfTheFlagsOfOthers() {
        devices.report(Bodies.report("HWHASH-0001"));
        String other = SyntheticHash.of("HWHASH-0001").ek(99).text();
        devices.report(Bodies.report("HWHASH-0001", other));
        assertThat(devices.text("SELECT flags FROM device WHERE id = 2")).contains("device-two-tpms:1");

        devices.erasure.erase(1, StoredDevices.PAT);

        assertThat(devices.text("SELECT flags FROM device WHERE id = 2")).doesNotContain(":1");
        assertThat(devices.text("SELECT flags FROM report WHERE device = 2")).doesNotContain(":1");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1, ''",
        "device-two-tpms:1, 1, ''",
        "device-two-tpms:11, 1, device-two-tpms:11",
        "hash-old device-twice:1 device-twice:21 value-blanks, 1, hash-old device-twice:21 value-blanks"
    })
    void onlyTheFlagsThatNameItGo(String flags, long device, String left) {
        assertThat(FlagText.without(flags, device)).isEqualTo(left);
    }

    @Test
    void noNumberIsGivenTwiceThoughTheServiceStartsAnew() {
        devices.report(Bodies.report("HWHASH-0001"));
        devices.report(Bodies.report("HWHASH-0002"));
        Report last = devices.report(Bodies.with(Map.of("serialNumber", "X-1", "manufacturer", "A", "model", "B")));
        devices.erasure.erase(3, StoredDevices.PAT);
        devices.erasure.erase(2, StoredDevices.PAT);
        devices.close();
        devices = new StoredDevices(folder.resolve("test.db"));

        devices.report(Bodies.report("HWHASH-0002"));

        assertThat(devices.number("SELECT max(id) FROM device")).isEqualTo(4);
        assertThat(devices.number("SELECT max(id) FROM report")).isEqualTo(4);
        assertThat(devices.number("SELECT count(*) FROM report WHERE report_id = '" + last.id() + "'"))
                .isZero();
    }
}
