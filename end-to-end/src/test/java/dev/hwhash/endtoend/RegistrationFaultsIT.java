// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.agent.Hwhash;
import dev.hwhash.agent.HwhashProcess;
import dev.hwhash.device.file.FaultCount;
import dev.hwhash.registration.fake.Behaviour;
import dev.hwhash.registration.fake.FakeMicrosoft;
import dev.hwhash.registration.fake.graph.Delays;
import dev.hwhash.registration.fake.graph.ImportRecord;
import dev.hwhash.registration.fake.graph.RegisteredDevice;
import dev.hwhash.registration.fake.graph.Verdict;
import dev.hwhash.registration.fake.login.Directory;
import dev.hwhash.registration.fake.partner.PartnerDevice;
import dev.hwhash.registration.fake.partner.Partners;
import dev.hwhash.registration.fake.web.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command registers devices once and only once, whatever goes wrong in its first run: it is killed just before or
 * after a request was done, an answer is lost, or Microsoft answers what tells nothing. Then it is run again until it
 * is done.
 *
 * <p>Lost is a device that is not registered then. Doubled is a device that the target has taken twice: a second record
 * of one import, or a second record of one serial number.
 */
class RegistrationFaultsIT {

    private static final int RUNS = FaultCount.of(4, 200);
    private static final int AT_ONCE = 12;
    private static final int DEVICES = 3;
    /** What a run asks at least: sign-in, import, three looks each at records and devices, three removals. */
    private static final int OF_INTUNE = 11;

    /** Sign-in, upload, and a look at its status. */
    private static final int OF_PARTNER_CENTER = 3;

    private static final int MOST_RUNS = 4;
    private static final String BATCH = "Fault runs";
    /** What may have arrived is looked for a minute long before it is sent again, twice at most. */
    private static final Duration LONGEST = Duration.ofMinutes(4);

    private static final Duration DECIDED = Duration.ofMillis(300);

    private final Tally tally = new Tally();

    /** What happened in all runs. */
    private static final class Tally {
        private int kills;
        private int faults;
        private int commands;

        synchronized void add(Mishap mishap, int runs) {
            commands += runs;
            assertThat(mishap.happened()).as(mishap.toString()).isTrue();
            if (mishap.kills()) {
                kills++;
            } else {
                faults++;
            }
        }

        String words() {
            return kills + " kills, " + faults + " other faults, " + commands + " commands";
        }
    }

    /** One run, by its number. */
    private interface Numbered {
        void run(int number) throws Exception;
    }

    /** Several at once: most of a run is waiting. */
    private static void each(Numbered numbered) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> runs = new ArrayList<>();
            for (int run = 0; run < RUNS; run++) {
                int number = run;
                runs.add(threads.submit(() -> {
                    numbered.run(number);
                    return true;
                }));
            }
            for (Future<?> run : runs) {
                run.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void intuneLosesNoDeviceAndDoublesNone(@TempDir Path folder) throws Exception {
        each(run -> intune(run, folder.resolve("run" + run)));
        System.out.println(
                "registration fault test, intune: " + RUNS + " runs, " + tally.words() + ", 0 devices lost, 0 doubled");
    }

    private void intune(int run, Path own) throws Exception {
        Mishap mishap = Mishap.by(new Random(run), OF_INTUNE);
        try (FakeMicrosoft fake = started(mishap)) {
            int runs = registered(own, fake, mishap, "--to", "intune");
            tally.add(mishap, runs);
            String which = "run " + run + ", " + mishap;
            assertThat(fake.violations()).as(which).isEmpty();
            assertThat(fake.intune().imports()).as(which).hasSize(DEVICES);
            assertThat(fake.intune().imports()).as(which).allMatch(RegistrationFaultsIT::isComplete);
            assertThat(fake.intune().imports())
                    .as(which)
                    .extracting(ImportRecord::importId)
                    .doesNotHaveDuplicates();
            assertThat(fake.intune().devices())
                    .as(which)
                    .extracting(RegisteredDevice::serialNumber)
                    .containsExactlyInAnyOrderElementsOf(serials());
        }
    }

    private static boolean isComplete(ImportRecord record) {
        return record.verdict().status() == Verdict.Status.complete;
    }

    @Test
    void partnerCenterLosesNoDeviceAndDoublesNone(@TempDir Path folder) throws Exception {
        each(run -> partnerCenter(run, folder.resolve("run" + run)));
        System.out.println("registration fault test, partner center: " + RUNS + " runs, " + tally.words()
                + ", 0 devices lost, 0 doubled");
    }

    private void partnerCenter(int run, Path own) throws Exception {
        Mishap mishap = Mishap.by(new Random(run), OF_PARTNER_CENTER);
        try (FakeMicrosoft fake = started(mishap)) {
            fake.partners().addBatch(BATCH);
            int runs = registered(
                    own, fake, mishap, "--to", "partner-center", "--customer", Partners.CUSTOMER, "--batch", BATCH);
            tally.add(mishap, runs);
            String which = "run " + run + ", " + mishap;
            assertThat(fake.violations()).as(which).isEmpty();
            assertThat(fake.partners().devices()).as(which).allMatch(PartnerDevice::registered);
            assertThat(fake.partners().devices())
                    .as(which)
                    .extracting(PartnerDevice::serialNumber)
                    .containsExactlyInAnyOrderElementsOf(serials());
        }
    }

    private static FakeMicrosoft started(Mishap mishap) {
        Delays delays = new Delays(Duration.ZERO, DECIDED, DECIDED, Duration.ZERO, Duration.ZERO);
        return FakeMicrosoft.start(Behaviour.DEFAULT.delays(delays).faults(mishap));
    }

    private static List<String> serials() {
        return IntStream.rangeClosed(1, DEVICES).mapToObj(Fleet::serial).toList();
    }

    /** Runs the command until it is done; returns how often. */
    private static int registered(Path own, FakeMicrosoft fake, Mishap mishap, String... target) throws Exception {
        Files.createDirectory(own);
        configure(own, fake);
        Fleet.csv(own.resolve("pcs.csv"), 1, DEVICES);
        HwhashProcess first = start(own, true, target);
        mishap.killsBy(first::kill);
        int exitCode = ended(first, mishap);
        for (int runs = 1; runs <= MOST_RUNS; runs++) {
            if (exitCode == 0) {
                assertThat(Fleet.waiting(own.resolve("outbox"))).isEmpty();
                return runs;
            }
            exitCode = again(start(own, !isInOutbox(own, fake), target), fake, own + ", " + mishap);
        }
        throw new AssertionError(own + ", " + mishap + ": exit code " + exitCode + " in the end");
    }

    private static int again(HwhashProcess process, FakeMicrosoft fake, String which) {
        try {
            return process.end(LONGEST).exitCode();
        } catch (AssertionError e) {
            List<String> asked = fake.requests().stream()
                    .map(seen -> seen.site() + " " + seen.call() + " " + seen.fault() + " " + seen.status())
                    .toList();
            throw new AssertionError(which + ": " + String.join("\n", asked), e);
        }
    }

    /** The file is given again where the first run died before all of it was in the outbox. */
    private static boolean isInOutbox(Path own, FakeMicrosoft fake) throws IOException {
        return Fleet.waiting(own.resolve("outbox")).size() == DEVICES
                || fake.requests().stream().anyMatch(RegistrationFaultsIT::isPost);
    }

    /** Nothing is sent before all is in the outbox. */
    private static boolean isPost(Seen seen) {
        return seen.call().method().equals("POST") && !seen.site().equals("login");
    }

    private static int ended(HwhashProcess process, Mishap mishap) {
        try {
            return process.end(LONGEST).exitCode();
        } catch (AssertionError | RuntimeException e) {
            if (mishap.kills() && mishap.happened()) {
                return -1;
            }
            throw e;
        }
    }

    private static void configure(Path own, FakeMicrosoft fake) throws IOException {
        Files.writeString(
                own.resolve("hwhash.conf"),
                "graphEndpoint = " + fake.graph() + "\nloginEndpoint = " + fake.login() + "\npartnerCenterEndpoint = "
                        + fake.partnerCenter() + "\n");
        Path app = own.resolve("app.conf");
        Files.writeString(
                app,
                "tenant = " + Directory.TENANT + "\nclient-id = " + Directory.CLIENT_ID + "\nclient-secret = "
                        + Directory.CLIENT_SECRET + "\nloginEndpoint = " + fake.login() + "\n");
        if (app.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(app, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static HwhashProcess start(Path own, boolean withFile, String... target) {
        List<String> arguments = new ArrayList<>(List.of("upload"));
        if (withFile) {
            arguments.add("pcs.csv");
        }
        arguments.addAll(List.of(target));
        arguments.addAll(List.of("--wait", "--config", "hwhash.conf", "--secret-file", "app.conf"));
        arguments.addAll(List.of("--outbox", "outbox", "--quiet"));
        return Hwhash.in(own).start(arguments.toArray(String[]::new));
    }
}
