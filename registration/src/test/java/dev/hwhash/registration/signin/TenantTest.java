// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes into the URL of the token endpoint. */
class TenantTest {

    @Test
    void guidsAndDomainsAreTenantsInAnyCase() {
        assertThat(Tenant.named(" 7F1C3F3E-4a7b-4d5e-9c1d-1f0e2d3c4b5a "))
                .contains(new Tenant("7f1c3f3e-4a7b-4d5e-9c1d-1f0e2d3c4b5a"));
        assertThat(Tenant.named("Contoso.OnMicrosoft.com")).contains(new Tenant("contoso.onmicrosoft.com"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "common",
                "organizations",
                "consumers",
                "adfs",
                "contoso",
                "contoso.com/",
                "../x.com",
                "a..b",
                "-a.com",
                "a-.com",
                "a b.com",
                "contoso.com?x",
                "contoso.com#",
                "contoso.com:1",
                "m\u00fcnchen.de"
            })
    void othersAreNone(String text) {
        assertThat(Tenant.named(text)).isEmpty();
        assertThatThrownBy(() -> new Tenant(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void whatIsTakenGoesIntoAUrlAsItIs(@ForAll String text) {
        Tenant.named(text).ifPresent(tenant -> assertThat(tenant.text()).matches("[a-z0-9.-]+"));
    }
}
