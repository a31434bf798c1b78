// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the service starts, and when it does not. */
class StartIT {

    /** With a half of the machine for others; the service itself takes about one second. */
    private static final long READY_MILLIS = 6_000;

    @TempDir
    Path folder;

    @Test
    void theFirstStartMakesFilesForItsOwnerAlone() throws IOException {
        Path data = folder.resolve("data");
        try (ServiceProcess service = ServiceProcess.start(data, "--public-url", "https://hwhash.example")) {
            assertThat(rights(data)).isEqualTo("rwx------");
            assertThat(TestDatabase.isServer()
                            || rights(data.resolve("hwhash.db")).equals("rw-------"))
                    .as("the database is its owner's alone")
                    .isTrue();
            assertThat(rights(data.resolve("enrolment.conf"))).isEqualTo("rw-------");
            assertThat(Files.readAllLines(data.resolve("enrolment.conf")))
                    .containsExactly("service = https://hwhash.example", "token = " + service.token());
            assertThat(service.token()).matches("hwe_[A-Za-z0-9_-]{43}");
            assertThat(service.log()).contains("enrolment " + data.resolve("enrolment.conf"));
            assertThat(service.readyMillis()).isLessThan(READY_MILLIS);
            System.out.println("ready after " + service.readyMillis() + " ms");
        }
    }

    @Test
    void aSecondStartKeepsWhatIsThere() {
        Path data = folder.resolve("data");
        UUID id = UUID.randomUUID();
        byte[] body = Bodies.report("HWHASH-0001");
        String token;
        try (ServiceProcess service = ServiceProcess.start(data)) {
            token = service.token();
            assertThat(service.put(id, body).status()).isEqualTo(201);
            assertThat(service.stop()).isZero();
        }
        try (ServiceProcess service = ServiceProcess.start(data)) {
            assertThat(service.token()).isEqualTo(token);
            assertThat(service.put(id, body).status()).isEqualTo(200);
            assertThat(service.log()).doesNotContain("enrolment ");
        }
    }

    @Test
    void twoServicesDoNotShareAFolder() {
        Path data = folder.resolve("data");
        try (ServiceProcess service = ServiceProcess.start(data)) {
            ServiceProcess.Ended second = ServiceProcess.run("--data", data.toString(), "--port", "0");
            assertThat(second.code()).isEqualTo(20);
            assertThat(second.err()).contains("data-in-use");
            assertThat(service.get("/health/ready").status()).isEqualTo(200);
        }
    }

    @Test
    void aPortThatIsTakenEndsTheStart() {
        try (ServiceProcess service = ServiceProcess.start(folder.resolve("data"))) {
            String port = service.url().substring(service.url().lastIndexOf(':') + 1);
            ServiceProcess.Ended second =
                    ServiceProcess.run("--data", folder.resolve("other").toString(), "--port", port);
            assertThat(second.code()).isEqualTo(20);
            assertThat(second.err()).contains("error: port: ");
        }
    }

    @Test
    void plainHttpStaysOnThisMachine() {
        String data = folder.resolve("data").toString();
        ServiceProcess.Ended open = ServiceProcess.run("--data", data, "--host", "0.0.0.0");
        assertThat(open.code()).isEqualTo(10);
        assertThat(open.err()).contains("plain-http").contains("--tls-keystore").contains("--behind-proxy");
        assertThat(Path.of(data)).doesNotExist();
    }

    @Test
    void wrongOptionsAreUsage() {
        String data = folder.resolve("data").toString();
        assertThat(ServiceProcess.run().code()).isEqualTo(10);
        assertThat(ServiceProcess.run("--data", data, "--port", "70000").code()).isEqualTo(10);
        assertThat(ServiceProcess.run("--data", data, "--behind-proxy", "proxy.example")
                        .code())
                .isEqualTo(10);
        assertThat(ServiceProcess.run("--data", data, "--public-url", "ftp://a").code())
                .isEqualTo(10);
        assertThat(ServiceProcess.run("--data", data, "--wrong").code()).isEqualTo(10);
        assertThat(Path.of(data)).doesNotExist();
    }

    @Test
    void whoComesPastTheProxyIsRefused() {
        try (ServiceProcess service = ServiceProcess.start(folder.resolve("data"), "--behind-proxy", "192.0.2.0/24")) {
            assertThat(service.get("/health/live").code()).isEqualTo("not-from-proxy");
        }
        try (ServiceProcess service = ServiceProcess.start(folder.resolve("other"), "--behind-proxy", "127.0.0.0/8")) {
            assertThat(service.get("/health/live", "X-Forwarded-For", "203.0.113.9")
                            .status())
                    .isEqualTo(200);
        }
    }

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
