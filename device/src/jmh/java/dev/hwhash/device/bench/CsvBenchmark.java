// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.bench;

import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.device.table.CsvReader;
import dev.hwhash.device.table.CsvRows;
import dev.hwhash.device.table.CsvTable;
import dev.hwhash.device.table.DeviceRow;
import dev.hwhash.device.table.NotADeviceFileException;
import dev.hwhash.device.table.TextEncoding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** The time for a row of a file in memory, in the reader of many rows and in the one that edits a file. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CsvBenchmark {

    /** 2 MB: more than one block of the reader. */
    static final int ROWS = 500;

    private byte[] bytes = {};
    private String text = "";

    /** Makes the file. */
    @Setup
    public void makeFile() {
        text = text();
        bytes = text.getBytes(StandardCharsets.US_ASCII);
    }

    static String text() {
        StringBuilder rows = new StringBuilder("Device Serial Number,Windows Product ID,Hardware Hash\r\n");
        for (int i = 0; i < ROWS; i++) {
            String serial = "HWHASH-" + i;
            rows.append(serial)
                    .append(",,")
                    .append(SyntheticHash.of(serial).text())
                    .append("\r\n");
        }
        return rows.toString();
    }

    /**
     * Looks at each byte once, the least that a reader does.
     *
     * @return how many separators and line ends there are
     */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public int lookAtEachByte() {
        int ends = 0;
        for (byte character : bytes) {
            if (character == ',' || character == '\n' || character == '"') {
                ends++;
            }
        }
        return ends;
    }

    /**
     * Reads row by row.
     *
     * @param read takes each row
     * @throws IOException never, as the file is in memory
     * @throws NotADeviceFileException never, as it is one
     */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public void rows(Blackhole read) throws IOException, NotADeviceFileException {
        int rows = 0;
        try (CsvRows file = CsvRows.read(new ByteArrayInputStream(bytes), StandardCharsets.ISO_8859_1)) {
            for (List<DeviceRow> some = file.next(); !some.isEmpty(); some = file.next()) {
                rows += some.size();
                read.consume(some);
            }
        }
        require(rows);
    }

    /**
     * Reads the whole text as a table.
     *
     * @return the table
     * @throws NotADeviceFileException never, as it is one
     */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public CsvTable table() throws NotADeviceFileException {
        CsvTable table = CsvReader.read(text, TextEncoding.ASCII);
        require(table.rows().size());
        return table;
    }

    private static void require(int rows) {
        if (rows != ROWS) {
            throw new AssertionError(rows + " rows read of " + ROWS);
        }
    }
}
