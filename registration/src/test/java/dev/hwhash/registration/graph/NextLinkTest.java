// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.registration.endpoint.Endpoint;
import dev.hwhash.registration.endpoint.NotAnEndpointException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which next page is followed. */
class NextLinkTest {

    private static Endpoint endpoint(String url) throws NotAnEndpointException {
        return Endpoint.of(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://graph.microsoft.com/v1.0/deviceManagement/list?$skiptoken=a%20b",
                "https://graph.microsoft.com:443/v1.0/deviceManagement/list?$skiptoken=a%20b",
                "HTTPS://Graph.Microsoft.Com/v1.0/deviceManagement/list?$skiptoken=a%20b"
            })
    void aPageOfTheSameGraphIsFollowedAsItIsWritten(String link) throws NotAnEndpointException {
        assertThat(NextLink.path(link, endpoint("https://graph.microsoft.com"), "/v1.0"))
                .contains("/v1.0/deviceManagement/list?$skiptoken=a%20b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://graph.microsoft.com.attacker.example/v1.0/list",
                "https://attacker.example/v1.0/list",
                "https://graph.microsoft.com@attacker.example/v1.0/list",
                "https://user@graph.microsoft.com/v1.0/list",
                "https://graph.microsoft.com:444/v1.0/list",
                "http://graph.microsoft.com/v1.0/list",
                "https://graph.microsoft.com/beta/list",
                "https://graph.microsoft.com/v1.0",
                "https://graph.microsoft.com/v1.0/../beta/list",
                "https://graph.microsoft.com/v1.0/%2e%2e/beta/list",
                "//graph.microsoft.com/v1.0/list",
                "/v1.0/list",
                "https:/v1.0/list",
                "https://graph.microsoft.com/v1.0/list#x",
                "not a link",
                ""
            })
    void anyOtherIsNot(String link) throws NotAnEndpointException {
        assertThat(NextLink.path(link, endpoint("https://graph.microsoft.com"), "/v1.0"))
                .isEmpty();
    }

    @Test
    void thePrefixOfAnEndpointStaysWhereItIs() throws NotAnEndpointException {
        Endpoint gateway = endpoint("https://gateway.example/graph");
        assertThat(NextLink.path("https://gateway.example/graph/v1.0/list?x=1", gateway, "/v1.0"))
                .contains("/v1.0/list?x=1");
        assertThat(NextLink.path("https://gateway.example/v1.0/list?x=1", gateway, "/v1.0"))
                .isEmpty();
    }

    @Property
    void anyTextIsFollowedToThisGraphOrNotAtAll(@ForAll String text) throws NotAnEndpointException {
        assertThat(NextLink.path(text, endpoint("https://graph.microsoft.com"), "/v1.0"))
                .isEmpty();
    }
}
