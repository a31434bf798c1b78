// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What compose.yaml holds itself to, and where it, nginx.conf and the pom name the same things. */
class ComposeTest {

    private static final Path ROOT = Path.of("..");
    private final Map<String, Object> services = map(compose(), "services");

    @Test
    void nothingIsPublishedButTls() {
        services.forEach((name, service) -> {
            Object ports = map(service).get("ports");
            assertThat(ports).as(name).isEqualTo(name.equals("nginx") ? List.of("443:443") : null);
        });
    }

    @Test
    void eachPartIsWatchedStartedAgainAndPinned() {
        assertThat(services).containsOnlyKeys("service-1", "service-2", "database", "nginx");
        services.forEach((name, service) -> {
            assertThat(map(service)).as(name).containsKeys("healthcheck").containsEntry("restart", "unless-stopped");
            assertThat((String) map(service).get("image"))
                    .as(name)
                    .contains(":")
                    .doesNotEndWith(":latest");
        });
    }

    @Test
    void secretsAreFilesAndStandNowhereElse() throws IOException {
        assertThat(Files.readString(ROOT.resolve("compose.yaml"))).doesNotContain("PASSWORD:");
        map(compose(), "secrets")
                .forEach((name, secret) -> assertThat(map(secret)).as(name).containsOnlyKeys("file"));
        assertThat(Files.readString(ROOT.resolve(".gitignore"))).contains("/secrets/");
    }

    @Test
    void theReplicasDifferInTheirFoldersAndAddressesAlone() {
        Map<String, Object> first = new LinkedHashMap<>(map(services, "service-1"));
        Map<String, Object> second = new LinkedHashMap<>(map(services, "service-2"));
        for (String own : List.of("volumes", "networks")) {
            assertThat(first.remove(own)).isNotNull().isNotEqualTo(second.remove(own));
        }
        assertThat(first).isEqualTo(second);
    }

    @Test
    void theServiceListensToNginxAndNginxKnowsTheReplicas() throws IOException {
        String address = address("nginx");
        assertThat(words("service-1"))
                .contains("--behind-proxy=" + address + "/32", "--behind-proxy=127.0.0.1/32", "--host=0.0.0.0")
                .anyMatch(word -> word.matches("--database=postgresql://.*\\?sslmode=disable"));
        List<String> upstream = Pattern.compile("(?m)^ +server ([^ ]+):8080 ")
                .matcher(Files.readString(ROOT.resolve("deploy/nginx.conf")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertThat(upstream).containsExactly("service-1", "service-2");
    }

    @Test
    void theImageIsTheOneThatMavenMakes() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String version = pom.replaceFirst("(?s).*?<version>([^<]*)</version>.*", "$1");
        assertThat(pom)
                .contains("<image>hwhash-collection-service:${project.version}</image>", "<user>10001:10001</user>");
        assertThat(at(services, "service-1", "image")).isEqualTo("hwhash-collection-service:" + version);
    }

    private String address(String name) {
        return (String) at(services, name, "networks", "back", "ipv4_address");
    }

    @SuppressWarnings("unchecked")
    private List<String> words(String name) {
        return (List<String>) at(services, name, "command");
    }

    private static Map<String, Object> compose() {
        try {
            LoadSettings settings = LoadSettings.builder().build();
            return map(new Load(settings).loadFromString(Files.readString(ROOT.resolve("compose.yaml"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> map(Object value, String... path) {
        return map(at(value, path));
    }

    private static Object at(Object value, String... path) {
        Object found = value;
        for (String name : path) {
            found = Objects.requireNonNull(map(found).get(name), name);
        }
        return found;
    }

    /** A mapping, with the one that it is merged with. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        Map<String, Object> own = (Map<String, Object>) value;
        Map<String, Object> all = new LinkedHashMap<>();
        Object merged = own.get("<<");
        if (merged != null) {
            all.putAll(map(merged));
        }
        all.putAll(own);
        all.remove("<<");
        return all;
    }
}
