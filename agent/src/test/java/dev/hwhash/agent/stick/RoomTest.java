// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.stick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hwhash.agent.ProblemException;
import org.junit.jupiter.api.Test;

/** How much has to be free before the first file is written. */
class RoomTest {

    private static final long MEGABYTE = 1 << 20;
    private static final long CLUSTER = 1 << 15;

    @Test
    void nothingIsNeededWhereNothingIsWritten() {
        assertThat(new Room(CLUSTER).needed()).isZero();
    }

    @Test
    void smallFilesTakeWholeClusters() {
        Room room = new Room(CLUSTER);
        for (int i = 0; i < 100; i++) {
            room.count(1, 0);
        }

        assertThat(room.needed()).isEqualTo(100 * CLUSTER + CLUSTER + MEGABYTE);
    }

    @Test
    void fileThatIsReplacedNeedsRoomBesideTheOldOneOnlyWhileItIsWritten() {
        Room room = new Room(CLUSTER);
        room.count(20 * MEGABYTE, 20 * MEGABYTE);
        room.count(10 * MEGABYTE, 30 * MEGABYTE);

        assertThat(room.needed()).isEqualTo(20 * MEGABYTE + MEGABYTE);
    }

    @Test
    void lessIsRefusedInMegabytes() {
        Room room = new Room(1);
        room.count(60 * MEGABYTE, 0);

        assertThatCode(() -> room.require(121 * MEGABYTE, "E:\\")).doesNotThrowAnyException();
        assertThatThrownBy(() -> room.require(120 * MEGABYTE, "E:\\"))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("E:\\ has 120 MB free, and 121 MB are needed");
    }
}
