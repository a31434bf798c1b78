// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static dev.hwhash.agent.Rows.AUTOPILOT;
import static dev.hwhash.agent.Rows.MANAGED;
import static dev.hwhash.agent.Rows.PARTNER;
import static dev.hwhash.agent.Rows.csv;
import static dev.hwhash.agent.Rows.hash;
import static dev.hwhash.agent.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticHash;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code convert}: what the rows become. */
class ConvertIT {

    private static final int PRODUCT_KEY_ID = 0x18;
    private static final String JSON_ROW =
            "{\"schemaVersion\":1,\"collectedAt\":\"2026-01-15T10:00:00Z\",\"source\":null,"
                    + "\"serialNumber\":\"HWHASH-0001\",\"windowsProductId\":null,\"hardwareHash\":\"" + hash(1)
                    + "\",\"manufacturer\":\"Contoso\",\"model\":\"Book 3\",\"groupTag\":null,\"assignedUser\":null}\r\n";

    @TempDir
    private Path folder = Path.of("");

    private enum Sample {
        AUTOPILOT_FILE("autopilot", csv(AUTOPILOT, row(1))),
        PARTNER_FILE("partner-center", csv(PARTNER, row(1) + ",Contoso,Book 3")),
        MANAGED_FILE("managed-desktop", csv(MANAGED, "Contoso,Book 3,HWHASH-0001," + hash(1))),
        IDENTIFIERS("corporate-identifiers", "Contoso,Book 3,HWHASH-0001\r\n"),
        JSON("json", JSON_ROW);

        private final String format;
        private final String content;

        Sample(String format, String content) {
            this.format = format;
            this.content = content;
        }
    }

    @Test
    void eachFormatBecomesEachOther() throws IOException {
        for (Sample from : Sample.values()) {
            for (Sample to : Sample.values()) {
                // Without a hash, identifiers stay what they are.
                if (from != Sample.IDENTIFIERS || to == Sample.IDENTIFIERS) {
                    Files.writeString(folder.resolve("in"), from.content);
                    HwhashRun run = convert("in", "out", "--format", to.format, "--overwrite")
                            .exits(0);
                    assertThat(run.only("note", "rows-written")).contains("wrote 1 row to", "out as " + to.format);
                    assertThat(folder.resolve("out")).hasBinaryContent(to.content.getBytes(StandardCharsets.US_ASCII));
                }
            }
        }
        assertThat(Rows.names(folder)).containsExactly("in", "out");
    }

    @Test
    void theFormatIsThatOfTheInputUnlessItIsNamed() throws IOException {
        for (Sample sample : Sample.values()) {
            if (sample != Sample.IDENTIFIERS) {
                Files.writeString(folder.resolve("in"), sample.content);
                convert("in", "out", "--overwrite").exits(0);
                assertThat(folder.resolve("out")).hasContent(sample.content);
            }
        }
    }

    @Test
    void productIdComesOutOfTheHashOnlyWhenAskedFor() throws IOException {
        String hash = SyntheticHash.of("HWHASH-0001")
                .record(PRODUCT_KEY_ID, "0123456789012\0".getBytes(StandardCharsets.US_ASCII))
                .text();
        Files.writeString(folder.resolve("in.csv"), csv(AUTOPILOT, "HWHASH-0001,," + hash, "HWHASH-0001,999," + hash));
        convert("in.csv", "out.csv").exits(0);
        assertThat(Files.readAllLines(folder.resolve("out.csv")))
                .containsExactly(AUTOPILOT, "HWHASH-0001,," + hash, "HWHASH-0001,999," + hash);
        convert("in.csv", "with.csv", "--with-pkid").exits(0);
        assertThat(Files.readAllLines(folder.resolve("with.csv")))
                .containsExactly(AUTOPILOT, "HWHASH-0001,0123456789012," + hash, "HWHASH-0001,999," + hash);
    }

    @Test
    void optionalColumnsThatTurnUpLateAreInTheHeaderAllTheSame() throws IOException {
        StringBuilder text = new StringBuilder("Device Serial Number,Hardware Hash,Assigned User,Group Tag\r\n");
        int rows = 200;
        for (int i = 1; i <= rows; i++) {
            text.append(Rows.serial(i)).append(',').append(hash(i));
            text.append(i == rows ? ",ada@contoso.com," : i == rows / 2 ? ",,Kiosk" : ",,")
                    .append("\r\n");
        }
        Files.writeString(folder.resolve("in.csv"), text);
        convert("in.csv", "out.csv").exits(0);
        assertThat(Files.readAllLines(folder.resolve("out.csv")))
                .hasSize(rows + 1)
                .startsWith(AUTOPILOT + ",Group Tag,Assigned User", row(1) + ",,")
                .contains(row(rows / 2) + ",Kiosk,")
                .endsWith(row(rows) + ",,ada@contoso.com");
    }

    @Test
    void emptyOptionalColumnsGo() throws IOException {
        Files.writeString(folder.resolve("in.csv"), csv(AUTOPILOT + ",Group Tag,Assigned User", row(1) + ",,"));
        convert("in.csv", "out.csv").exits(0);
        assertThat(folder.resolve("out.csv")).hasContent(csv(AUTOPILOT, row(1)));
    }

    @Test
    void makeAndModelWithACommaAreLeftEmptyBesideAHashForPartnerCenter() throws IOException {
        String hash = SyntheticHash.of("HWHASH-0001")
                .manufacturer("VMware, Inc.")
                .model("VMware7,1")
                .text();
        Files.writeString(folder.resolve("in.csv"), csv(AUTOPILOT, "HWHASH-0001,," + hash, row(2)));
        HwhashRun run =
                convert("in.csv", "out.csv", "--format", "partner-center").exits(0);
        assertThat(folder.resolve("out.csv"))
                .hasContent(csv(PARTNER, "HWHASH-0001,," + hash + ",,", row(2) + ",Contoso,Book 3"));
        assertThat(run.only("warning", "value-left-empty")).contains("of 1 row holds a comma", "in.csv:2");
    }

    @Test
    void corporateIdentifiersLosePointsAndCommas() throws IOException {
        String hash = SyntheticHash.of("HWHASH-0001")
                .manufacturer("VMware, Inc.")
                .model("VMware7,1")
                .text();
        Files.writeString(folder.resolve("in.csv"), csv(AUTOPILOT, "HWHASH-0001,," + hash));
        convert("in.csv", "out.csv", "--format", "corporate-identifiers").exits(0);
        assertThat(folder.resolve("out.csv")).hasContent("VMware Inc,VMware71,HWHASH-0001\r\n");
    }

    @Test
    void valueWithoutAColumnIsLeftOutWithAWarningThatCounts() throws IOException {
        Files.writeString(
                folder.resolve("in.csv"),
                csv(AUTOPILOT + ",Group Tag", row(1) + ",", row(2) + ",Kiosk", row(3) + ",Kiosk", row(4) + ",Lab"));
        HwhashRun run =
                convert("in.csv", "out.csv", "--format", "managed-desktop").exits(0);
        assertThat(run.only("warning", "value-left-out"))
                .contains("the group tag of 3 rows is left out", "in.csv:3", "managed-desktop");
        assertThat(Files.readAllLines(folder.resolve("out.csv"))).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ascii", "ansi", "utf-8", "utf-8-bom", "utf-16le"})
    void everyEncodingIsWritten(String encoding) throws IOException {
        String text = csv(AUTOPILOT + ",Group Tag", row(1) + ",K\u00FCche", row(2) + ",Kiosk");
        Files.write(folder.resolve("in.csv"), ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
        HwhashRun run = convert("in.csv", "out.csv", "--encoding", encoding);
        byte[] expected = switch (encoding) {
            case "ansi" -> text.getBytes(Charset.forName("windows-1252"));
            case "utf-8" -> text.getBytes(StandardCharsets.UTF_8);
            case "utf-8-bom" -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
            case "utf-16le" -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
            default -> csv(AUTOPILOT + ",Group Tag", row(2) + ",Kiosk").getBytes(StandardCharsets.US_ASCII);
        };
        assertThat(folder.resolve("out.csv")).hasBinaryContent(expected);
        run.exits(encoding.equals("ascii") ? 21 : 0);
        if (encoding.equals("ascii")) {
            assertThat(run.only("error", "row-not-written"))
                    .contains("in.csv:2: not written: the group tag holds U+00FC, which the encoding ascii lacks");
        }
    }

    @Test
    void jsonKeepsWhatItIsToldInAnyCharacters() throws IOException {
        String json = JSON_ROW.replace("\"groupTag\":null", "\"groupTag\":\"K\u00FCche, \\\"1\\\"\"");
        byte[] ansi = json.getBytes(Charset.forName("windows-1252"));
        for (byte[] content : new byte[][] {ansi, json.getBytes(StandardCharsets.UTF_8)}) {
            Files.write(folder.resolve("in.json"), content);
            convert("in.json", "out.json", "--overwrite").exits(0);
            assertThat(folder.resolve("out.json")).hasContent(json.replace("\u00FC", "\\u00FC"));
        }
        HwhashRun csv = convert("in.json", "out.csv", "--format", "autopilot").exits(21);
        assertThat(csv.only("error", "row-not-written"))
                .contains("in.json:1: not written: the group tag holds a comma");
        csv.only("error", "no-row");
        assertThat(folder.resolve("out.csv")).doesNotExist();
    }

    @Test
    void oneDeviceOfAnyKindIsARow() throws IOException {
        Files.writeString(folder.resolve("hash.txt"), hash(1));
        Files.writeString(folder.resolve("OA3.xml"), "<Key><HardwareHash>" + hash(1) + "</HardwareHash></Key>");
        for (String input : new String[] {"hash.txt", "OA3.xml"}) {
            convert(input, "out.csv", "--overwrite").exits(0);
            assertThat(folder.resolve("out.csv")).hasContent(csv(AUTOPILOT, row(1)));
        }
    }

    private HwhashRun convert(String in, String out, String... more) {
        String[] all = new String[more.length + 4];
        all[0] = "convert";
        all[1] = in;
        all[2] = "-o";
        all[3] = out;
        System.arraycopy(more, 0, all, 4, more.length);
        return Hwhash.in(folder).run(all);
    }
}
