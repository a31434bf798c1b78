// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.hwhash.device.hash.Checksum;
import dev.hwhash.device.hash.DamagedHash;
import dev.hwhash.device.hash.DeviceLayouts;
import dev.hwhash.device.hash.HardwareHash;
import dev.hwhash.device.hash.SyntheticPc;
import dev.hwhash.device.hash.SyntheticPcs;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HashContentTest {

    private static final HashContent LAPTOP =
            HashContent.of(SyntheticPcs.laptop().text());

    static Stream<String> kinds() {
        return SyntheticPcs.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindOfPcIsReadAsTheDescriptionSays(String kind) {
        SyntheticPc pc = Objects.requireNonNull(SyntheticPcs.all().get(kind));
        HashContent content = HashContent.of(pc.text());

        assertThat(content.layout().reading())
                .isInstanceOfSatisfying(
                        HardwareHash.class, hash -> assertThat(hash.checksum()).isEqualTo(Checksum.HOLDS));
        assertThat(content.layout().end()).isEmpty();
        assertThat(content.layout().size()).isEqualTo(3000);
        assertThat(content.layout().statedLength()).hasValue(pc.total());
        assertThat(ContentLines.of(content)).containsExactlyInAnyOrderElementsOf(PlainReading.of(pc.bytes()));
    }

    @Test
    void halvesOfADiskAndOfADisplayFindEachOther() {
        assertThat(LAPTOP.disks())
                .extracting(
                        disk -> disk.drive().orElseThrow().capacity(),
                        disk -> disk.name().orElseThrow().product())
                .containsExactly(tuple(512L, "SYNTHETIC NVMe 512"), tuple(2000L, "SYNTHETIC HDD"));
        assertThat(LAPTOP.displays())
                .extracting(display -> display.size().orElseThrow().width().isPresent())
                .containsExactly(true, false);
    }

    @Test
    void anUnreadableHalfDoesNotShiftTheOthers() {
        SyntheticPc pc = SyntheticPc.empty()
                .with(6, new byte[11])
                .with(7, DeviceLayouts.diskName("S1", "first", ""))
                .with(6, DeviceLayouts.disk(2, 17, 0, 1))
                .with(7, DeviceLayouts.diskName("S2", "second", ""))
                .with(6, new byte[13]);
        DiskDrive drive = new DiskDrive(2, new Code(17, Optional.of("NVMe")), new Code(0, Optional.of("SSD")), 1);

        HashContent content = HashContent.of(pc.text());

        assertThat(content.disks())
                .containsExactly(
                        new Disk(Optional.empty(), Optional.of(new DiskName("S1", "first", ""))),
                        new Disk(Optional.of(drive), Optional.of(new DiskName("S2", "second", ""))));
        assertThat(content.unread())
                .extracting(UnreadRecord::why)
                .containsExactly("is unreadable as disk: it has 11 bytes", "is unreadable as disk: it has 13 bytes");
    }

    @Test
    void recordsThatNobodyKnowsAreListed() {
        SyntheticPc pc = SyntheticPc.empty().with(38, new byte[5]).with(0xFFFF, new byte[0]);

        assertThat(HashContent.of(pc.text()).unread())
                .containsExactly(
                        new UnreadRecord(38, 4, 5, "is of a type that is not known"),
                        new UnreadRecord(0xFFFF, 13, 0, "is of a type that is not known"));
    }

    @Test
    void theFirstOfTwoThatCanBeReadCounts() {
        SyntheticPc pc = SyntheticPc.empty()
                .with(5, new byte[3])
                .with(5, DeviceLayouts.memory(1, 2, 3, 4, 5))
                .with(5, DeviceLayouts.memory(6, 7, 8, 9, 10));

        HashContent content = HashContent.of(pc.text());

        assertThat(content.memory()).get().extracting(Memory::installed).isEqualTo(1L);
        assertThat(content.unread())
                .extracting(UnreadRecord::why)
                .containsExactly("is unreadable as memory: it has 3 bytes", "is one more memory");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 6, 8, 9, 10, 11, 12, 25, 27, 29, 34, 37})
    void aRecordOfAnotherLengthIsUnreadable(int type) {
        SyntheticPc pc = SyntheticPc.empty().with(type, new byte[2]).with(type, new byte[3]);

        HashContent content = HashContent.of(pc.text());

        assertThat(content.unread())
                .extracting(UnreadRecord::type, UnreadRecord::length)
                .containsExactly(tuple(type, 2), tuple(type, 3));
        assertThat(ContentLines.of(content)).hasSize(2);
    }

    @Test
    void theEkHashIsThatOfTheKey() {
        Tpm tpm = LAPTOP.tpm();

        assertThat(tpm.ekHash().orElseThrow().hex())
                .isEqualTo(tpm.ekPub().orElseThrow().sha256());
        assertThat(tpm.ekPub().orElseThrow().bits()).isEqualTo(2048);
        assertThat(HashContent.of(SyntheticPcs.winPe().text()).tpm().ekHash()).isEmpty();
    }

    @Test
    void anEkHashOfOneByteOverAndOverIsNone() {
        SyntheticPc pc = SyntheticPc.empty().with(11, DeviceLayouts.offlineDeviceId(1, 0, new byte[32]));

        assertThat(HashContent.of(pc.text()).tpm().ekHash()).isEmpty();
        assertThat(HashContent.of(pc.text()).tpm().offlineDeviceId()).isPresent();
    }

    @Test
    void digitizersAreNamed() {
        assertThat(LAPTOP.chassis().orElseThrow().digitizerNames())
                .containsExactly("integrated touch", "integrated pen", "external pen", "multiple input", "ready");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "T0EF", "no base64!", "QUJDREVG"})
    void whatIsNoHashHasNoContent(String text) {
        HashContent content = HashContent.of(text);

        assertThat(content.layout().reading()).isInstanceOf(DamagedHash.class);
        assertThat(content.layout().records()).isEmpty();
        assertThat(ContentLines.of(content)).isEmpty();
    }
}
