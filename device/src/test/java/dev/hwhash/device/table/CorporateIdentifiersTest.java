// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import static dev.hwhash.device.TestDevices.named;
import static dev.hwhash.device.table.Tables.UTF_8;
import static dev.hwhash.device.table.Tables.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hwhash.device.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorporateIdentifiersTest {

    private static CsvTable read(String text) throws NotADeviceFileException {
        return CsvReader.readIdentifiers(text, UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void rowsAreManufacturerModelSerial(String separator) throws NotADeviceFileException {
        String text = "Contoso,Book 3,HWHASH-0001\r\n\r\n,,\r\nFabrikam,Pad,HWHASH-0002".replace(",", separator);

        assertThat(read(text).format()).isEqualTo(Format.CORPORATE_IDENTIFIERS);
        assertThat(Tables.devices(read(text)))
                .containsExactly(named("HWHASH-0001", "Contoso", "Book 3"), named("HWHASH-0002", "Fabrikam", "Pad"));
        assertThat(read(text).rows()).extracting(TableRow::number).containsExactly(1, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void aRowIsAddedInTheFilesOwnLayout(String separator) throws NotADeviceFileException, CannotHoldException {
        String text = "\"Contoso\",\"Book 3\",\"HWHASH-0001\"\n".replace(",", separator);

        assertThat(put(read(text), named("HWHASH-0002", "Fabrikam", "Pad")))
                .isEqualTo(text + "\"Fabrikam\",\"Pad\",\"HWHASH-0002\"\n".replace(",", separator));
    }

    @Test
    void anEmptyFileGetsItsFirstRow() throws NotADeviceFileException, CannotHoldException {
        assertThat(put(read(""), named("HWHASH-0001", "Contoso", "Book 3")))
                .isEqualTo("Contoso,Book 3,HWHASH-0001\r\n");
    }

    @Test
    void makeAndModelLoseWhatIntuneDoesNotCompare() throws CannotHoldException {
        CsvTable table = Tables.newFile(Format.CORPORATE_IDENTIFIERS);

        assertThat(put(table, named("VMware-56 4d", "VMware, Inc.", "VMware7,1")))
                .isEqualTo("VMware Inc,VMware71,VMware-56 4d\r\n");
        assertThat(put(table, named("S.1", "Dell Inc.", "Book"))).isEqualTo("Dell Inc,Book,S.1\r\n");
    }

    @Test
    void aDeviceIsFoundAgainInTheSpellingOfTheFile() throws NotADeviceFileException, CannotHoldException {
        String text = "Contoso,Book,HWHASH-0000\r\nDell Inc,Book,HWHASH-0001\r\n";

        assertThat(put(read(text), named("HWHASH-0001", "Dell Inc.", "Book"))).isEqualTo(text);
    }

    @Test
    void aLineOfAnotherShapeIsRefused() {
        assertThatThrownBy(() -> read("Contoso,Book 3,HWHASH-0001\r\nContoso,Book 3\r\n"))
                .isInstanceOf(NotADeviceFileException.class)
                .hasMessage("line 2 has 2 values; corporate identifiers are manufacturer,model,serial");
    }

    @Test
    void aQuoteThatIsNeverClosedIsRefused() {
        assertThatThrownBy(() -> read("\"Contoso,Book 3,HWHASH-0001\r\n"))
                .isInstanceOf(NotADeviceFileException.class)
                .hasMessage("a quote is never closed");
    }

    @Test
    void nulCharactersAreRefused() {
        assertThatThrownBy(() -> read("Contoso,Book 3,HWHASH-0001\0\r\n"))
                .isInstanceOf(NotADeviceFileException.class)
                .hasMessageContaining("NUL");
    }
}
