// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManagedDesktopGroupTagTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Microsoft365Managed_Autopilot",
                "Microsoft365Managed_Standard",
                "Microsoft365Managed_SensitiveData",
                "Microsoft365Managed_PowerUser",
                "Microsoft365Managed_Kiosk",
                "Microsoft365Managed_Standard-Shared",
                "Microsoft365Managed_SensitiveData-Shared",
                "Microsoft365Managed_Kiosk-Shared"
            })
    void aKnownTagIsLeftAlone(String tag) {
        assertThat(ManagedDesktopGroupTag.meantBy(tag)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "microsoft365managed_autopilot|Microsoft365Managed_Autopilot",
                "MICROSOFT365MANAGED_KIOSK|Microsoft365Managed_Kiosk",
                "Microsoft365Managed_Autopilot,|Microsoft365Managed_Autopilot",
                "Microsoft365Managed_Standard.|Microsoft365Managed_Standard",
                "Microsoft365Managed_Standard;|Microsoft365Managed_Standard",
                " Microsoft365Managed_Standard |Microsoft365Managed_Standard",
                "\"Microsoft365Managed_Standard\"|Microsoft365Managed_Standard",
                "Microsoft365Managed-Standard|Microsoft365Managed_Standard",
                "Microsoft365 Managed Standard|Microsoft365Managed_Standard",
                "Microsoft365Manged_Autopilot|Microsoft365Managed_Autopilot",
                "Microsoft365Managed_Autopliot|Microsoft365Managed_Autopilot",
                "Microsft365Managed_Autopilot1|Microsoft365Managed_Autopilot",
                "Microsoft365Managed_Standard_Shared|Microsoft365Managed_Standard-Shared",
                "Microsoft365Managed_Kiosk\u2010Shared|Microsoft365Managed_Kiosk-Shared",
                "Microsoft\uFF13\uFF16\uFF15Managed\uFF3FStandard|Microsoft365Managed_Standard",
                "\uFF2D\uFF49crosoft365Managed_Kiosk|Microsoft365Managed_Kiosk"
            })
    void aNearMissNamesTheTagThatWasMeant(String typed, String meant) {
        assertThat(ManagedDesktopGroupTag.meantBy(typed)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "Kiosk",
                "Standard",
                "Sales",
                "Microsoft365Managed",
                "Microsoft365Managed_PowerUser-Shared",
                "Mcrsoft365Manged_Autopilot",
                "Contoso365Managed_Standard"
            })
    void anotherTagIsLeftAlone(String tag) {
        assertThat(ManagedDesktopGroupTag.meantBy(tag)).isEmpty();
    }
}
