// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.TestDevices;
import dev.hwhash.registration.Entry;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The text of a corporate identifier. */
class CorporateIdentifierTest {

    private static Entry entry(String serial, String manufacturer, String model) {
        return new Entry(UUID.randomUUID(), TestDevices.named(serial, manufacturer, model));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VMware, Inc. | VMware7,1 | VMware-56 4d | VMware Inc,VMware71,VMware-56 4d",
                "Dell Inc. | Latitude 5440 | 1.2X | Dell Inc,Latitude 5440,1.2X",
                "Contoso | Book 3 | HWHASH-1 | Contoso,Book 3,HWHASH-1"
            })
    void makeAndModelLosePointsAndCommasAndTheSerialNumberNothing(
            String manufacturer, String model, String serial, String identifier) {
        assertThat(CorporateIdentifier.of(entry(serial, manufacturer, model))).isEqualTo(identifier);
    }

    @Test
    void itIsComparedAsIntuneKeepsIt() {
        assertThat(CorporateIdentifier.normalised("Microsoft Corporation,Virtual Machine,7801-5131"))
                .isEqualTo("MICROSOFTCORPORATION,VIRTUALMACHINE,78015131");
    }

    @Property
    void whatIsNormalisedStaysSo(@ForAll String text) {
        String once = CorporateIdentifier.normalised(text);
        assertThat(CorporateIdentifier.normalised(once)).isEqualTo(once);
    }

    @Test
    void theBodyIsToTheLetter() {
        assertThat(CorporateIdentifier.body(List.of(entry("HWHASH-1", "Contoso, Ltd.", "Book 3")))
                        .toString())
                .isEqualTo("{\"importedDeviceIdentities\":[{"
                        + "\"importedDeviceIdentifier\":\"Contoso Ltd,Book 3,HWHASH-1\","
                        + "\"importedDeviceIdentityType\":\"manufacturerModelSerial\"}],"
                        + "\"overwriteImportedDeviceIdentities\":false}");
    }
}
