// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.registration.fake.Behaviour;
import dev.hwhash.registration.fake.FakeMicrosoft;
import dev.hwhash.registration.fake.login.DeviceCodes.Person;
import dev.hwhash.registration.fake.login.Directory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Signing in and out as a process, at an Entra ID on this machine. */
class LoginIT {

    private static final String APP =
            "tenant = " + Directory.DOMAIN + "\nclient-id = " + Directory.CLIENT_ID + "\nclient-secret = ";

    @TempDir
    private Path folder;

    private FakeMicrosoft microsoft;

    @BeforeEach
    void start() {
        microsoft = FakeMicrosoft.start(Behaviour.DEFAULT);
    }

    @AfterEach
    void stop() {
        microsoft.close();
        assertThat(microsoft.violations()).isEmpty();
    }

    @Test
    void secretIsTriedAndKeptUntilLogout() throws IOException {
        Files.writeString(folder.resolve("app"), APP + Directory.CLIENT_SECRET);

        HwhashRun run = login("--secret-file", "app").exits(0);

        assertThat(run.only("note", "signed-in")).contains("gets tokens for Intune");
        assertThat(run.only("note", "sign-in-kept")).contains(stored().toString());
        assertThat(run.stderr()).doesNotContain(Directory.CLIENT_SECRET, "SLF4J");
        assertThat(stored()).exists();

        hwhash().run("logout").exits(0).only("note", "signed-out");
        assertThat(content(folder.resolve("hwhash").resolve("sign-in"))).isEmpty();
        hwhash().run("logout").exits(0).only("note", "not-signed-in");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there, it is sealed by DPAPI in the user's own folder")
    void whatIsKeptIsTheUsersAlone() throws IOException {
        Files.writeString(folder.resolve("app"), APP + Directory.CLIENT_SECRET);
        login("--secret-file", "app").exits(0);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(stored())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(stored().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void whatDoesNotCountIsNotKept() throws IOException {
        Files.writeString(folder.resolve("app"), APP + "HWT-id-of-the-secret");
        assertThat(login("--secret-file", "app").exits(31).only("error", "sign-in-refused"))
                .contains("not its id", "AADSTS7000215");

        Files.writeString(folder.resolve("app"), APP + Directory.CLIENT_SECRET);
        microsoft.directory().expireSecret();
        assertThat(login("--secret-file", "app").exits(31).only("error", "sign-in-refused"))
                .contains("has expired");
        assertThat(login("--secret-file", "app", "--tenant", "fabrikam.com")
                        .exits(10)
                        .only("error", "login-incomplete"))
                .contains("leave them out");

        assertThat(stored()).doesNotExist();
    }

    @Test
    void certificateSignsInAsPemAndAsPfx() throws Exception {
        HeldCertificate held = new HeldCertificate.Builder().rsa2048().build();
        Files.writeString(folder.resolve("app.pem"), held.privateKeyPkcs8Pem() + held.certificatePem());
        Files.write(folder.resolve("app.pfx"), pfx(held));
        String[] app = {"--tenant", Directory.TENANT, "--client-id", Directory.CLIENT_ID, "--certificate"};

        assertThat(login(with(app, "app.pem")).exits(31).only("error", "sign-in-refused"))
                .contains("AADSTS700027", "add a valid one");
        microsoft.directory().register(held.certificate());
        login(with(app, "app.pem")).exits(0).only("note", "signed-in");
        assertThat(login(with(app, "app.pfx")).exits(10).only("error", "configuration-refused"))
                .contains("client-certificate-password");
        hwhash().with("HWHASH_CLIENT_CERTIFICATE_PASSWORD", "HWT-password")
                .run(with(new String[] {"login"}, with(app, "app.pfx")))
                .exits(0)
                .only("note", "sign-in-kept");
    }

    @Test
    void userTypesTheCodeElsewhere() throws IOException {
        microsoft.deviceCodes().person(Person.APPROVES, 1);

        HwhashRun run = user("--log-file", "login.log", "--quiet").exits(0);

        assertThat(run.only("note", "device-code")).contains("HW7HASH9Q", microsoft.login() + "/device");
        assertThat(Files.readString(folder.resolve("login.log")))
                .contains("signed-in: admin@" + Directory.DOMAIN)
                .doesNotContain("HW7HASH9Q", "fake-refresh");
        assertThat(stored()).exists();
    }

    @Test
    void userWhoDeclinesOrNeverComesIsTold() {
        microsoft.deviceCodes().person(Person.DECLINES, 0);
        assertThat(user().exits(31).only("error", "sign-in-refused")).contains("was declined");
        microsoft.deviceCodes().person(Person.IS_LATE, 0);
        assertThat(user().exits(31).only("error", "sign-in-refused")).contains("not used in time");
        microsoft.deviceCodes().person(Person.APPROVES, 1000);
        // Enough to get as far as the code on a loaded machine.
        assertThat(user("--timeout", "15").exits(33).only("error", "login-timeout"))
                .contains("nobody used the code in time");
        assertThat(stored()).doesNotExist();
    }

    @Test
    void nobodyIsAskedForWhatIsMissing() {
        assertThat(hwhash().stdinNeverEnds().run("login").exits(10).only("error", "login-incomplete"))
                .contains("nothing says tenant", "--tenant");
        assertThat(login("--to", "sccm").exits(10).only("error", "option-value"))
                .contains("intune or partner-center");
        assertThat(login("--client-secret", "HWT-secret").exits(10).only("error", "secret-on-command-line"))
                .contains("client-secret = ...");
        assertThat(login("--cloud", "moon", "--tenant", "a.b", "--client-id", Directory.CLIENT_ID)
                        .exits(10)
                        .only("error", "cloud-unknown"))
                .contains("usgov-dod");
        assertThat(microsoft.requests()).isEmpty();
    }

    @Test
    void endpointThatIsNotThereIsTold() throws IOException {
        Files.writeString(
                folder.resolve("app"), APP + Directory.CLIENT_SECRET + "\nloginEndpoint = http://127.0.0.1:9");
        assertThat(login("--secret-file", "app").exits(30).only("error", "sign-in-unreachable"))
                .contains("127.0.0.1:9");
        assertThat(microsoft.requests())
                .as("the endpoint beside the secret comes first")
                .isEmpty();
    }

    private HwhashRun login(String... more) {
        return hwhash().run(with(new String[] {"login"}, more));
    }

    private HwhashRun user(String... more) {
        return login(with(new String[] {"--tenant", Directory.TENANT, "--client-id", Directory.CLIENT_ID}, more));
    }

    private Hwhash hwhash() {
        return Hwhash.in(folder)
                .with("XDG_STATE_HOME", folder.toString())
                .with("LOCALAPPDATA", folder.toString())
                .with("HWHASH_LOGIN_ENDPOINT", microsoft.login().toString());
    }

    private Path stored() {
        return folder.resolve("hwhash").resolve("sign-in").resolve("login");
    }

    private static List<Path> content(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static String[] with(String[] first, String... more) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
    }

    private static byte[] pfx(HeldCertificate held) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        char[] password = "HWT-password".toCharArray();
        store.setKeyEntry("app", held.keyPair().getPrivate(), password, new Certificate[] {held.certificate()});
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, password);
        return out.toByteArray();
    }
}
