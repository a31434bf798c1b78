// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import dev.hwhash.agent.ProblemException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines of {@code hwhash.conf}. */
class ConfigurationTextTest {

    private static final Path FILE = Path.of("stick", "hwhash.conf").toAbsolutePath();
    private static final Set<Key> ALL = EnumSet.allOf(Key.class);

    @Test
    void valueGoesLiterallyToTheEndOfItsLine() throws ProblemException {
        Map<Key, Setting> settings = read("\uFEFF" + """
                # of the stick

                outbox = C:\\new\\table # 1
                  group-tag=a = "b" \t
                token = HWT-=x\\""".replace("\n", "\r\n"));

        assertThat(setting(settings, Key.OUTBOX).value()).isEqualTo("C:\\new\\table # 1");
        assertThat(setting(settings, Key.GROUP_TAG).value()).isEqualTo("a = \"b\"");
        assertThat(setting(settings, Key.TOKEN).value()).isEqualTo("HWT-=x\\");
        assertThat(setting(settings, Key.GROUP_TAG).where()).isEqualTo(FILE + ":4");
        assertThat(settings).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
                    tag = x > the key "tag" is unknown; the keys are service, token, secret-file, proxy
                    grouptag = x > the key "grouptag" is unknown; it is written group-tag
                    graph-endpoint = x > the key "graph-endpoint" is unknown; it is written graphEndpoint
                    Group_Tag = x > the key "Group_Tag" is unknown; it is written group-tag
                    group-tag > there is no = in this line; write key = value, or # before a comment
                    group-tag = > group-tag has no value; delete the line, or write one
                    = x > the key "" is unknown; the keys are
                    """)
    void lineThatIsNoneIsNamed(String line, String words) {
        Problem problem = refusal("# one\n" + line);

        assertThat(problem.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(problem.id()).isEqualTo("configuration-refused");
        assertThat(problem.words()).startsWith(FILE + ":2: " + words);
    }

    @Test
    void keyTwiceIsRefused() {
        assertThat(refusal("timeout = 5\ntimeout = 6").words())
                .isEqualTo(FILE + ":2: timeout stands in this file already; delete one of the lines");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"HWT-secret-1234", "HWT-secret-1234-and-very-much-longer-than-a-key =", "tokn = HWT-secret"})
    void whatMayBeASecretIsNotRepeated(String line) {
        assertThat(refusal(line).words()).doesNotContain("HWT-secret");
    }

    @Test
    void secretIsNotInTheTextOfASetting() throws ProblemException {
        assertThat(read("token = HWT-secret").toString()).doesNotContain("HWT-secret");
        assertThat(new Credentials("https://a.example", "HWT-secret", Optional.empty()).toString())
                .doesNotContain("HWT-secret");
        assertThat(new ProxyLogin("me", "HWT-secret").toString()).doesNotContain("HWT-secret");
    }

    @Test
    void relativePathStartsFromItsFile() throws ProblemException {
        Map<Key, Setting> settings = read("outbox = outbox\ntimeout = 7\nservice = outbox");

        assertThat(setting(settings, Key.OUTBOX).asOption())
                .isEqualTo(FILE.resolveSibling("outbox").toString());
        assertThat(setting(settings, Key.TIMEOUT).asOption()).isEqualTo(7);
        assertThat(setting(settings, Key.SERVICE).asOption()).isEqualTo("outbox");
    }

    @Test
    void numberThatIsNoneIsRefused() throws ProblemException {
        Setting timeout = setting(read("timeout = 5 min"), Key.TIMEOUT);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(timeout::asOption)
                .withMessage(FILE + ":1: timeout takes a number of seconds, not 5 min");
    }

    @Test
    void secretFileHasTwoKeysOnly() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> ConfigurationText.read(FILE, "proxy = x", EnumSet.of(Key.SERVICE, Key.TOKEN)))
                .withMessageEndingWith("the keys are service, token");
    }

    @Property
    void anyTextIsReadOrRefused(@ForAll String text) {
        try {
            assertThat(read(text).values())
                    .allSatisfy(setting -> assertThat(text).contains(setting.value()));
        } catch (ProblemException e) {
            assertThat(e.problem().exit()).isEqualTo(ExitCode.USAGE);
        }
    }

    private static Map<Key, Setting> read(String text) throws ProblemException {
        return ConfigurationText.read(FILE, text, ALL);
    }

    private static Setting setting(Map<Key, Setting> settings, Key key) {
        return Optional.ofNullable(settings.get(key)).orElseThrow();
    }

    private static Problem refusal(String text) {
        return assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(text))
                .actual()
                .problem();
    }
}
