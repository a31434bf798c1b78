// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two lists of WinHTTP. */
class MachineProxyTest {

    @ParameterizedTest
    @CsvSource({
        "proxy:8080, proxy:8080",
        "proxy, proxy:80",
        "http://proxy:3128/, proxy:3128",
        "http=a:1;https=b:2, b:2",
        "'http=a:1 https=http://b:2', b:2",
        "HTTPS=b:2, b:2",
        "'a:1;b:2', a:1",
        "'d:9; https=b:2', b:2",
        "[2001:db8::1]:8080, [2001:db8::1]:8080"
    })
    void aProxyIsFoundInTheList(String list, String expected) {
        assertThat(new MachineProxy(list, "").of("https", "far.example").map(ProxyAddress::toString))
                .contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"''", "' ; '", "http=a:1", "ftp=a:1;socks=b:2", "https=:1", "https=user:secret@b:2", "https=b:99999"})
    void anythingElseIsNone(String list) {
        assertThat(new MachineProxy(list, "").of("https", "far.example")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "far.example, far.example, true",
        "FAR.example, far.EXAMPLE, true",
        "*.example, far.example, true",
        "*.example, example, false",
        "'10.*;192.168.*', 192.168.1.1, true",
        "10.*, 110.1.1.1, false",
        "*, anything, true",
        "<local>, intranet, true",
        "<local>, intranet.example, false",
        "<local>, [::1:2], false",
        "'a b <local>', b, true",
        "far.example, notfar.example, false",
        "far, far.example, false",
        "f*r.*mple, far.example, true",
        "'', far.example, false"
    })
    void aBypassedHostIsReachedDirectly(String bypass, String host, boolean direct) {
        assertThat(new MachineProxy("proxy:8080", bypass).of("https", host).isEmpty())
                .isEqualTo(direct);
    }

    @Property(tries = 500)
    void anyListsAreUnderstood(@ForAll String proxies, @ForAll String bypass, @ForAll String host) {
        Optional<ProxyAddress> found = new MachineProxy(proxies, bypass).of("https", host);
        assertThat(found).matches(proxy -> proxy.isEmpty() || proxy.get().port() > 0);
    }

    @Property(tries = 200)
    void aHostMatchesItsOwnNameWithStarsPutIn(@ForAll @StringLength(min = 1, max = 12) String text, @ForAll int seed) {
        StringBuilder host = new StringBuilder();
        text.chars().forEach(c -> host.append((char) ('a' + Math.floorMod(c, 26))));
        int at = Math.floorMod(seed, host.length() + 1);
        String pattern = host.substring(0, at) + "*" + host.substring(at);
        assertThat(new MachineProxy("proxy:1", pattern).of("https", host.toString()))
                .isEmpty();
    }

    @Test
    void manyStarsAreSoonDecided() {
        String pattern = "*a".repeat(500) + "b";
        assertThat(new MachineProxy("proxy:1", pattern).of("https", "a".repeat(2000)))
                .isPresent();
    }
}
