// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.SignedIn.Page;
import dev.hwhash.service.account.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How people come in and out, by HTTP. */
class SignInIT {

    private static final String NEW = "correct horse battery";

    @TempDir
    static Path shared;

    private static ServiceProcess service;

    @BeforeAll
    static void start() {
        service = ServiceProcess.start(shared.resolve("data"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void theFirstPasswordIsInAFileUntilItIsChanged(@TempDir Path folder) throws IOException {
        Path data = folder.resolve("data");
        Path file = data.resolve("first-password.txt");
        try (ServiceProcess first = ServiceProcess.start(data)) {
            assertThat(first.log()).contains("password " + file);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            String password = SignedIn.password(file);
            assertThat(first.log()).doesNotContain(password);

            SignedIn browser = new SignedIn(first.url());
            assertThat(browser.signIn("Admin", password).status()).isEqualTo(303);
            assertThat(browser.get("/").location()).isEqualTo("/password");
            assertThat(browser.get("/password").status()).isEqualTo(200);
            Page changed = browser.post("/password", "current", password, "password", NEW, "repeat", NEW);
            assertThat(changed.status()).isEqualTo(303);
            assertThat(file).doesNotExist();
            assertThat(browser.get("/").location()).isEqualTo("/devices");
            assertThat(new SignedIn(first.url()).signIn("admin", password).status())
                    .isEqualTo(401);
        }
    }

    @Test
    void whoIsNotSignedInIsSentToTheSignInAndBack() {
        SignedIn.account(service.data(), Role.VIEWER, "back");
        SignedIn browser = new SignedIn(service.url());
        Page sent = browser.get("/?a=b");
        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.location()).isEqualTo("/sign-in?next=%2F%3Fa%3Db");
        Page form = browser.get(sent.location());
        assertThat(form.text()).contains("value=\"/?a=b\"");
        Page post = browser.postWithoutToken("/password");
        assertThat(post.status()).isEqualTo(401);
        assertThat(post.header("HX-Redirect")).isEqualTo("/sign-in");
    }

    @Test
    void aFormWithoutItsTokenOrFromElsewhereChangesNothing() {
        SignedIn viewer = SignedIn.as(service, Role.VIEWER);
        assertThat(viewer.postWithoutToken("/sign-out").status()).isEqualTo(403);
        assertThat(viewer.postWith(List.of("Sec-Fetch-Site", "cross-site"), "/sign-out")
                        .status())
                .isEqualTo(403);
        assertThat(viewer.postWith(List.of("Origin", "https://evil.example"), "/sign-out")
                        .status())
                .isEqualTo(403);
        assertThat(viewer.get("/password").status()).isEqualTo(200);
        Page out = viewer.post("/sign-out");
        assertThat(out.location()).isEqualTo("/sign-in");
        assertThat(viewer.get("/password").status()).isEqualTo(303);
    }

    @Test
    void whatIsNotThereIsAPageForPeopleAndADocumentForPrograms() {
        SignedIn browser = new SignedIn(service.url());
        Page missing = browser.get("/nothing");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.header("Content-Type")).startsWith("text/html");
        assertThat(missing.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(browser.get("/v1/nothing").header("Content-Type")).isEqualTo("application/problem+json");
    }
}
