// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Where one may be sent after the sign-in. */
class LocalPathTest {

    private static final URI SERVICE = URI.create("https://hwhash.example/sign-in");

    @Example
    void pagesOfTheServiceArePaths() {
        for (String path :
                new String[] {"/", "/?a=b", "/devices", "/devices/17", "/devices?q=a%20b&tag=x//y&after=a.b~c"}) {
            assertThat(LocalPath.of(path)).as(path).isPresent();
        }
    }

    @Example
    void whatLeadsElsewhereIsNone() {
        for (String path : new String[] {
            "",
            "devices",
            "//evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "https://evil.example/",
            "https:evil.example",
            "javascript:alert(1)",
            "/\t/evil.example",
            "/\n/evil.example",
            " //evil.example",
            "/.//evil.example",
            "/..//evil.example",
            "/devices//evil.example",
            "/devices/../..//evil.example",
            "/%2f/evil.example",
            "/@evil.example",
            "/devices\r\nSet-Cookie: a=b",
            "/devices#" + "a",
            "/d\u00E9vices",
            "/" + "a".repeat(2_000),
        }) {
            assertThat(LocalPath.of(path)).as(path).isEmpty();
        }
    }

    @Property(tries = 20_000)
    void whatIsTakenStaysOnTheService(@ForAll("nasty") String text) {
        LocalPath.of(text).ifPresent(path -> {
            URI target = SERVICE.resolve(path.text());
            assertThat(target.getScheme() + "://" + target.getRawAuthority()).isEqualTo("https://hwhash.example");
            assertThat(target.getRawPath()).startsWith("/").doesNotStartWith("//");
            assertThat(path.text()).matches("/[!-~&&[^\\\\]]*").doesNotContain("#", "\"", "<", ">");
        });
    }

    /** Of the pieces that such attacks are made of. */
    @Provide
    Arbitrary<String> nasty() {
        return Arbitraries.of(
                        "/",
                        "\\",
                        ".",
                        "..",
                        "a",
                        "%2f",
                        "%5c",
                        "?",
                        "#",
                        "@",
                        ":",
                        "evil.example",
                        "\t",
                        "\r\n",
                        " ",
                        "https:")
                .list()
                .ofMaxSize(8)
                .map(pieces -> "/" + String.join("", pieces));
    }
}
