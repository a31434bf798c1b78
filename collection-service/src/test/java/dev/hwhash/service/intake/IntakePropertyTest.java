// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.Field;
import dev.hwhash.device.hash.SyntheticHash;
import dev.hwhash.service.Bodies;
import java.util.Arrays;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

/** Whatever is sent, there is an answer; what is taken is what was sent. */
class IntakePropertyTest {

    private static final UUID ID = UUID.fromString("5f0c5f9e-7d0a-4b57-9f0e-2f6f0d6f1a11");
    private static final byte[] GOOD = Bodies.report("HWHASH-0001");
    private static final String HASH = SyntheticHash.of("HWHASH-0001").text();

    @Property(tries = 300)
    void anyBytesGetAnAnswer(@ForAll byte[] body) {
        assertThat(Intake.judge(ID, body)).isInstanceOf(Judgement.Refused.class);
    }

    @Property(tries = 300)
    void aReportThatIsCutIsMalformed(@ForAll @IntRange(max = 4000) int length) {
        Judgement judgement = Intake.judge(ID, Arrays.copyOf(GOOD, length));
        assertThat(((Judgement.Refused) judgement).refusal().kind()).isEqualTo(RefusalKind.MALFORMED);
    }

    @Property(tries = 300)
    void aChangedByteIsNeverAnExceptionAndNeverToldWithTheHash(
            @ForAll @IntRange(max = 4100) int at, @ForAll byte value) {
        byte[] body = GOOD.clone();
        body[at % body.length] = value;
        if (Intake.judge(ID, body) instanceof Judgement.Refused refused) {
            assertThat(refused.refusal().detail()).doesNotContain(HASH.substring(0, 20));
        }
    }

    @Property(tries = 300)
    void aPlainValueIsStoredToTheLetter(
            @ForAll @CharRange(from = 'A', to = 'z') @StringLength(min = 1, max = 60) String tag) {
        Judgement judgement = Intake.judge(ID, Bodies.with("HWHASH-0001", "groupTag", tag));
        Report report = ((Judgement.Accepted) judgement).report();
        assertThat(report.device().value(Field.GROUP_TAG)).contains(tag);
    }

    @Property(tries = 300)
    void anyTextIsStoredToTheLetterOrRefused(@ForAll @StringLength(max = 80) String tag) {
        if (Intake.judge(ID, Bodies.with("HWHASH-0001", "groupTag", tag)) instanceof Judgement.Accepted accepted
                && !tag.isBlank()) {
            assertThat(accepted.report().device().value(Field.GROUP_TAG)).contains(tag);
        }
    }
}
