// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hwhash.registration.endpoint.Cloud;
import dev.hwhash.registration.endpoint.Endpoint;
import dev.hwhash.registration.endpoint.Endpoints;
import dev.hwhash.registration.endpoint.NotAnEndpointException;
import dev.hwhash.registration.signin.CertificateKey;
import dev.hwhash.registration.signin.SignIn;
import dev.hwhash.registration.signin.Tenant;
import dev.hwhash.registration.signin.TokenStore;
import dev.hwhash.registration.signin.TokenStoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A sign-in that outlasts a run. */
class LoginStoreTest {

    private static final Tenant TENANT = new Tenant("contoso.com");
    private static final UUID APP = UUID.fromString("11111111-2222-3333-4444-555555555555");
    private static final Login SECRET = new Login(
            Cloud.CHINA.endpoints(), new SignIn.ClientSecret(TENANT, APP, "HWT-\u00e9 \"x\\"), Optional.empty());
    private static final Login USER =
            new Login(Cloud.USGOV.endpoints(), new SignIn.User(TENANT, APP), Optional.of("HWT-tokens"));

    @TempDir
    private Path folder;

    @Test
    void eachKindOfLoginComesBack() throws Exception {
        HeldCertificate held = new HeldCertificate.Builder().rsa2048().build();
        SignIn certificate = new SignIn.ClientCertificate(
                TENANT, APP, new CertificateKey(held.keyPair().getPrivate(), List.of(held.certificate())));
        for (Login login : List.of(SECRET, USER, new Login(elsewhere(), certificate, Optional.empty()))) {
            store().write(login);
            assertThat(store().read()).contains(login);
            assertThat(login.toString()).doesNotContain("HWT-");
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there, the folder's list says who may read it")
    void fileIsItsOwnersAloneAndNothingIsLeftBesideIt() throws Exception {
        store().write(SECRET);
        store().write(USER);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("own"))))
                .isEqualTo("rwx------");
        assertThat(content(folder.resolve("own"))).containsExactly(file());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there, the folder's list says who may read it")
    void fileOfOthersIsNotRead() throws Exception {
        for (String mode : List.of("rw-r-----", "rw----r--", "rw--w----")) {
            store().write(SECRET);
            Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString(mode));
            assertThat(refused()).as(mode).hasMessageContaining("others can read or write it");
            Files.delete(file());
        }
        store().write(SECRET);
        Files.setPosixFilePermissions(folder.resolve("own"), PosixFilePermissions.fromString("rwxrwx---"));
        assertThat(refused()).hasMessageContaining("others can open its folder");
        assertThat(catchThrowableOfType(TokenStoreException.class, () -> store().write(SECRET)))
                .hasMessageContaining("others can open its folder");
        Files.setPosixFilePermissions(folder.resolve("own"), PosixFilePermissions.fromString("rwx------"));
        Files.delete(file());
        Files.createSymbolicLink(file(), folder.resolve("elsewhere"));
        assertThat(refused()).hasMessageContaining("no plain file");
        assertThat(catchThrowableOfType(TokenStoreException.class, () -> store().write(SECRET)))
                .hasMessageContaining("no plain file");
        assertThat(folder.resolve("elsewhere")).doesNotExist();
        assertThat(store().delete()).isTrue();
    }

    @Test
    void damagedOneIsToldWithTheRemedy() throws Exception {
        store().write(SECRET);
        for (String text :
                List.of("", "{}", "[1]", "{\"version\":2}", "no json", "{\"version\":1,\"cloud\":\"moon\"}")) {
            Files.writeString(file(), text);
            assertThat(refused()).as(text).hasMessageContaining("damaged").hasMessageContaining("hwhash login");
        }
    }

    @Test
    void logoutLeavesNothing() throws Exception {
        assertThat(store().delete()).isFalse();
        store().write(SECRET);
        Files.writeString(folder.resolve("own/login-1.tmp"), "left by a crash");

        assertThat(store().delete()).isTrue();

        assertThat(content(folder.resolve("own"))).isEmpty();
        assertThat(store().read()).isEmpty();
    }

    @Test
    void tokensOfAUserAreKeptUnlessSomebodySignedOutMeanwhile() throws Exception {
        store().write(USER);
        TokenStore tokens = store().tokens(USER);
        tokens.save("HWT-newer");
        assertThat(store().read().flatMap(Login::tokens)).contains("HWT-newer");

        store().write(SECRET);
        tokens.save("HWT-late");
        assertThat(store().read()).contains(SECRET);
        assertThat(tokens.load()).isEmpty();

        store().delete();
        tokens.save("HWT-later");
        assertThat(file()).doesNotExist();
    }

    @Property
    void anyBytesAreALoginOrNone(@ForAll byte[] content) {
        assertThat(LoginText.read(content)).isEmpty();
    }

    @Property
    void anyTextIsALoginOrNone(@ForAll String tenant) {
        String text = new String(LoginText.of(SECRET), StandardCharsets.UTF_8)
                .replace("contoso.com", tenant.replaceAll("[\"\\\\\\p{Cntrl}]", ""));
        assertThat(LoginText.read(text.getBytes(StandardCharsets.UTF_8)))
                .satisfies(read -> read.ifPresent(login -> {
                    assertThat(login.signIn().tenant().text()).matches("[a-z0-9.-]+");
                }));
    }

    private Endpoints elsewhere() throws NotAnEndpointException {
        return Cloud.GLOBAL
                .endpoints()
                .with(Optional.empty(), Optional.of(Endpoint.of("http://127.0.0.1:8081/x")), Optional.empty());
    }

    private LoginStore store() {
        return new LoginStore(file(), Protection.BY_RIGHTS_OF_THE_FILE);
    }

    private Path file() {
        return folder.resolve("own").resolve("login");
    }

    private TokenStoreException refused() {
        return catchThrowableOfType(TokenStoreException.class, () -> store().read());
    }

    private static List<Path> content(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
