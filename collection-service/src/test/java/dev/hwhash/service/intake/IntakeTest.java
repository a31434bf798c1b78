// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.Field;
import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.service.Bodies;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IntakeTest {

    private static final UUID ID = UUID.fromString("5f0c5f9e-7d0a-4b57-9f0e-2f6f0d6f1a11");

    @Test
    void whatTheReportLeavesOpenIsTakenFromItsHash() {
        String hash = SyntheticHash.of("HWHASH-0001").text();
        Report report = accepted(Bodies.with(Map.of("hardwareHash", hash)));
        assertThat(report.device().value(Field.SERIAL_NUMBER)).contains("HWHASH-0001");
        assertThat(report.device().value(Field.MANUFACTURER)).contains("Contoso");
        assertThat(report.identity().ekHash()).isPresent();
        assertThat(report.capture()).isPresent();
        assertThat(report.flags()).isEmpty();
    }

    @Test
    void aHashOfANewerToolIsStoredAndFlagged() {
        String hash =
                SyntheticHash.of("HWHASH-0001").toolVersion(12).flipped(2000).text();
        assertThat(accepted(Bodies.report("HWHASH-0001", hash)).flags()).contains("hash-of-unknown-tool");
    }

    @Test
    void aHashThatLacksPaddingIsStoredWithIt() {
        SyntheticHash hash = SyntheticHash.of("HWHASH-0001").paddedTo(3001);
        Report report = accepted(Bodies.report("HWHASH-0001", hash.textWithoutPadding()));
        assertThat(report.device().value(Field.HARDWARE_HASH)).contains(hash.text());
    }

    @Test
    void aMakerWithACommaIsStoredAndFlagged() {
        String hash =
                SyntheticHash.of("HWHASH-0001").manufacturer("VMware, Inc.").text();
        assertThat(accepted(Bodies.report("HWHASH-0001", hash)).flags()).contains("value-comma");
    }

    @Test
    void aCommaInATagIsRefused() {
        assertThat(refused(Bodies.with("HWHASH-0001", "groupTag", "a,b")).rules())
                .contains("value-comma");
    }

    @Test
    void aLineBreakIsRefusedEvenInAModel() {
        assertThat(refused(Bodies.with("HWHASH-0001", "model", "Book\n3")).rules())
                .contains("value-control");
    }

    @Test
    void damageIsSaidBeforeAllElse() {
        String cut = SyntheticHash.of("HWHASH-0001").cutTo(400).text();
        Refusal refusal = refused(Bodies.with(Map.of("serialNumber", "=A", "hardwareHash", cut)));
        assertThat(refusal.kind()).isEqualTo(RefusalKind.HASH_DAMAGED);
        assertThat(refusal.rules()).containsExactly("hash-cut");
        assertThat(refusal.detail()).doesNotContain(cut.substring(0, 16));
    }

    @Test
    void placeholdersIdentifyNothing() {
        String hash = SyntheticHash.of("To be filled by O.E.M.")
                .uuid(UUID.fromString("03000200-0400-0500-0006-000700080009"))
                .withoutTpm()
                .text();
        Report report = accepted(Bodies.with(Map.of("hardwareHash", hash)));
        assertThat(report.identity().serialNumber()).isEmpty();
        assertThat(report.identity().smbiosUuid()).isEmpty();
        assertThat(report.flags()).contains("serial-placeholder");
    }

    @Test
    void namesThatANewerAgentMaySendArePassedOver() {
        String body = new String(Bodies.report("HWHASH-0001"), java.nio.charset.StandardCharsets.UTF_8);
        String more = "{\"later\":{\"a\":[1,{\"b\":null}]}," + body.substring(1);
        assertThat(accepted(Bodies.utf8(more)).agentVersion()).isEqualTo("0.1.0");
    }

    @Test
    void aPairOfSurrogatesInBytesIsNoUtf8() {
        byte[] body = Bodies.with("HWHASH-0001", "groupTag", "??????");
        int at = new String(body, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("??????");
        byte[] cesu = {(byte) 0xED, (byte) 0xA0, (byte) 0xBD, (byte) 0xED, (byte) 0xB8, (byte) 0x80};
        System.arraycopy(cesu, 0, body, at, cesu.length);
        assertThat(refused(body).kind()).isEqualTo(RefusalKind.MALFORMED);
    }

    @Test
    void valuesAreBounded() {
        assertThat(refused(Bodies.with("HWHASH-0001", "groupTag", "t".repeat(513)))
                        .detail())
                .contains("groupTag has 513 characters");
        assertThat(refused(Bodies.utf8("{\"a\":" + "[".repeat(5_000))).kind()).isEqualTo(RefusalKind.MALFORMED);
    }

    private static Report accepted(byte[] body) {
        return ((Judgement.Accepted) Intake.judge(ID, body)).report();
    }

    private static Refusal refused(byte[] body) {
        return ((Judgement.Refused) Intake.judge(ID, body)).refusal();
    }
}
