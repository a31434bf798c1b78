// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.agent.Hwhash;
import dev.hwhash.agent.HwhashProcess;
import dev.hwhash.device.file.FaultCount;
import dev.hwhash.endtoend.CuttingProxy.Cut;
import dev.hwhash.endtoend.CuttingProxy.Way;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection that is cut, and a command that is killed, at any byte between command and service. */
class CutConnectionIT {

    private static final int STEP = FaultCount.of(100, 10);
    private static final int KILLS = FaultCount.of(5, 100);

    @TempDir
    Path folder;

    @Test
    void resetAfterAnyNumberOfBytesLosesAndDoublesNothing() throws Exception {
        try (Service service = Service.start(folder.resolve("data"));
                CuttingProxy proxy = new CuttingProxy(service.port())) {
            Path enrolment = service.enrolmentAt(proxy.url());
            Fleet.csv(folder.resolve("pc.csv"), 1, 1);
            start(enrolment, "pc.csv").end().exits(0);
            int request = proxy.passed(Way.REQUEST);
            int answer = proxy.passed(Way.ANSWER);
            int number = 1;
            for (int at = 0; at < request; at += STEP) {
                sendThrough(proxy, enrolment, ++number, new Cut(Way.REQUEST, at));
            }
            for (int at = 0; at < answer; at += STEP) {
                sendThrough(proxy, enrolment, ++number, new Cut(Way.ANSWER, at));
            }
            assertThat(Fleet.rows(service.exported())).isEqualTo(Fleet.expected(1, number));
            assertThat(Fleet.waiting(folder.resolve("outbox"))).isEmpty();
            System.out.println("cut test: " + proxy.cuts() + " connections reset, every " + STEP + " of " + request
                    + " and " + answer + " bytes, 0 lost, 0 doubled");
            // The last bytes of one request may be fewer than those of another.
            assertThat(proxy.cuts()).isBetween(number - 3, number - 1);
        }
    }

    @Test
    void killBetweenFirstByteAndReceiptLosesAndDoublesNothing() throws Exception {
        try (Service service = Service.start(folder.resolve("data"));
                CuttingProxy proxy = new CuttingProxy(service.port())) {
            Path enrolment = service.enrolmentAt(proxy.url());
            int killed = 0;
            int waited = 0;
            for (int number = 1; number <= KILLS; number++) {
                Fleet.csv(folder.resolve("pc.csv"), number, number);
                HwhashProcess upload = start(enrolment, "pc.csv");
                assertThat(proxy.awaitRequest(Duration.ofSeconds(30))).isTrue();
                killed += upload.kill() ? 1 : 0;
                waited += Fleet.waiting(folder.resolve("outbox")).isEmpty() ? 0 : 1;
            }
            start(enrolment).end().exits(0);
            assertThat(Fleet.rows(service.exported())).isEqualTo(Fleet.expected(1, KILLS));
            assertThat(Fleet.waiting(folder.resolve("outbox"))).isEmpty();
            System.out.println("kill test: " + killed + " of " + KILLS + " commands killed after the first byte, "
                    + waited + " before the receipt was noted, 0 lost, 0 doubled");
            assertThat(killed).isGreaterThan(KILLS / 2);
        }
    }

    private void sendThrough(CuttingProxy proxy, Path enrolment, int number, Cut cut) throws Exception {
        Fleet.csv(folder.resolve("pc.csv"), number, number);
        proxy.plan(cut);
        start(enrolment, "pc.csv", "--wait").end().exits(0);
        assertThat(proxy.left()).isZero();
    }

    private HwhashProcess start(Path enrolment, String... more) {
        String[] fixed = {"upload", "--secret-file", enrolment.toString(), "--outbox", "outbox", "--quiet"};
        String[] arguments = java.util.Arrays.copyOf(fixed, fixed.length + more.length);
        System.arraycopy(more, 0, arguments, fixed.length, more.length);
        return Hwhash.in(folder).start(arguments);
    }
}
