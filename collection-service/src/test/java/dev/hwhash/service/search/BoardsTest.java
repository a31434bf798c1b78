// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.DeviceIdentity;
import dev.hwhash.device.hash.EkHash;
import dev.hwhash.device.hash.SmbiosUuid;
import dev.hwhash.service.search.BoardChange.Mark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Where a board was replaced. A number stands for a TPM, a UUID or a serial number; 0 for one that is not known. */
class BoardsTest {

    @Test
    void anotherTpmUnderTheSameSerialNumberIsAReplacedBoard() {
        List<BoardChange> changes = changes(board(1, 1, 1), board(1, 1, 1), board(2, 2, 1));
        assertThat(changes).hasSize(1);
        assertThat(changes.get(0).differs()).containsExactlyInAnyOrder(Mark.TPM, Mark.SMBIOS_UUID);
        assertThat(changes.get(0).before().reportId()).isEqualTo("1");
        assertThat(changes.get(0).after().reportId()).isEqualTo("2");
        assertThat(changes.get(0).isReplaced()).isTrue();
        assertThat(changes.get(0).cameBack()).isFalse();
    }

    @Test
    void whatAReportLeavesOpenIsNoChange() {
        assertThat(changes(board(0, 0, 1), board(1, 1, 1), board(0, 0, 1), board(1, 1, 0)))
                .isEmpty();
    }

    @Test
    void aChangeIsSeenThroughReportsThatSayNothing() {
        List<BoardChange> changes = changes(board(1, 1, 1), board(0, 0, 1), board(2, 1, 1));
        assertThat(changes).hasSize(1);
        assertThat(changes.get(0).differs()).containsExactly(Mark.TPM);
    }

    @Test
    void anotherSerialNumberOnTheSameBoardIsNoReplacement() {
        BoardChange change = changes(board(1, 1, 1), board(1, 1, 2)).get(0);
        assertThat(change.differs()).containsExactly(Mark.SERIAL_NUMBER);
        assertThat(change.isReplaced()).isFalse();
    }

    @Test
    void twoDevicesInTurnAreNotOneThatWasRepaired() {
        List<BoardChange> changes = changes(board(1, 1, 1), board(2, 2, 1), board(1, 1, 1));
        assertThat(changes).extracting(BoardChange::cameBack).containsExactly(true, false);
    }

    @Property
    void oneBoardNeverChangesHoweverMuchItsReportsLeaveOpen(
            @ForAll @Size(max = 8) List<@IntRange(max = 7) Integer> known) {
        List<DeviceIdentity> reports = known.stream()
                .map(bits -> board(bits & 1, bits >> 1 & 1, bits >> 2 & 1))
                .toList();
        assertThat(changes(reports.toArray(DeviceIdentity[]::new))).isEmpty();
    }

    @Property
    void boardsThatAreFullyKnownChangeWhereNeighboursDiffer(
            @ForAll @Size(max = 8) List<@IntRange(min = 1, max = 3) Integer> tpms) {
        long differ = 0;
        for (int i = 1; i < tpms.size(); i++) {
            differ += tpms.get(i).equals(tpms.get(i - 1)) ? 0 : 1;
        }
        DeviceIdentity[] reports = tpms.stream().map(tpm -> board(tpm, 1, 1)).toArray(DeviceIdentity[]::new);
        assertThat(changes(reports)).hasSize((int) differ);
    }

    private static List<BoardChange> changes(DeviceIdentity... boards) {
        List<Sighting> sightings = new ArrayList<>();
        for (DeviceIdentity board : boards) {
            sightings.add(new Sighting(1, Integer.toString(sightings.size()), Instant.EPOCH, board));
        }
        return Boards.changes(sightings);
    }

    private static DeviceIdentity board(int tpm, int uuid, int serial) {
        return new DeviceIdentity(
                tpm == 0 ? Optional.empty() : Optional.of(new EkHash(tpm, 0, 0, 0)),
                uuid == 0 ? Optional.empty() : Optional.of(new SmbiosUuid(new UUID(uuid, 0))),
                serial == 0 ? Optional.empty() : Optional.of("SN" + serial),
                Optional.of("Contoso"),
                Optional.of("Book 3"));
    }
}
