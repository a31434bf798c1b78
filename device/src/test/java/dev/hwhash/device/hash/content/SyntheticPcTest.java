// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.SyntheticPc;
import dev.hwhash.device.hash.SyntheticPcs;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The builder builds what the description says, as a reading that knows neither it nor the decoder sees it. */
class SyntheticPcTest {

    @Test
    void everyChecksumHoldsAndEveryTextHas4000Characters() throws Exception {
        for (Map.Entry<String, SyntheticPc> pc : SyntheticPcs.all().entrySet()) {
            assertThat(PlainReading.checksumHolds(pc.getValue().bytes()))
                    .as(pc.getKey())
                    .isTrue();
            assertThat(pc.getValue().text())
                    .as(pc.getKey())
                    .hasSize(4000)
                    .startsWith("T0")
                    .doesNotContain("=");
        }
    }

    @Test
    void togetherTheyHoldEveryTypeThatIsDescribed() {
        TreeSet<Integer> types = new TreeSet<>();
        SyntheticPcs.all().values().forEach(pc -> PlainReading.of(pc.bytes()).forEach(line -> types.add(type(line))));

        assertThat(types)
                .containsExactly(
                        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26,
                        27, 28, 29, 30, 34, 35, 36, 37);
    }

    @Test
    void theLaptopIsBuiltToTheLetter() {
        assertThat(PlainReading.of(SyntheticPcs.laptop().bytes()))
                .filteredOn(line -> !line.startsWith("25 ") && !line.startsWith("11 ") && !line.startsWith("12 "))
                .containsExactly(
                        "1  10.0.26100.1 10.0.26200.4351 2026-01-15T10:00Z 60 2 9 9",
                        "2  9 1 12 14 HT",
                        "34 classes 0 10 10 1 2 4",
                        "5  16 64 2 1 3",
                        "3 string GenuineIntel",
                        "4 string Synthetic Ultra 5 @ 2.00GHz",
                        "6  512 17 0 1",
                        "7 name 0000_0000_0000_0001.|SYNTHETIC NVMe 512|",
                        "6  2000 11 1 0",
                        "7 name SYN-HDD-1|SYNTHETIC HDD|Contoso",
                        "8  14 020000000001 PCI",
                        "8  9 020000000002 PCI",
                        "8  10 020000000003 BTH",
                        "9  309 174 1920 1200 2147483648",
                        "27  31 17",
                        "9  65535 65535 65535 65535 4294967295",
                        "27  65535 65535",
                        "10  10 2 0 205 10",
                        "13 tpm TPM-Version:2.0 -Level:0-Revision:1.59-VendorID:'SYN '-Firmware:458754.196609",
                        "14 string HWHASH-0001",
                        "15 string Contoso Firmware",
                        "16 string Contoso",
                        "17 string Book 3",
                        "18 string SKU-SYNTHETIC",
                        "19 string Book",
                        "23 string  ",
                        "20 string Contoso Boards",
                        "21 string Board 3",
                        "24 string 0000000000017",
                        "26 string [TH]X00-00000",
                        "28 name 0000_0000_0000_0001.|SYNTHETIC NVMe 512|",
                        "29  134217728 0 1 1",
                        "29  8589934592 1048576 1 1",
                        "30 adapter Contoso|Synthetic Graphics",
                        "30 adapter Fabrikam|Synthetic RTX",
                        "unread 35 3",
                        "37 counts 0 0 1 1 1 1 0 2 1 0 hashes 1 32768 3 4 5 6 7 8 65535");
    }

    private static int type(String line) {
        String[] words = line.split(" ", 3);
        return Integer.parseInt(words[0].equals("unread") ? words[1] : words[0]);
    }
}
