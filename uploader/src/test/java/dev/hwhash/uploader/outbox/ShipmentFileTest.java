// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.outbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.registration.Shipment;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The file of a shipment is read to the letter, or not at all. */
class ShipmentFileTest {

    private static Shipment shipment(Optional<String> batch, boolean isNew, List<UUID> devices, String tracking) {
        Shipment shipment = new Shipment(UUID.randomUUID(), batch, isNew, devices, Optional.empty());
        return tracking.isEmpty() ? shipment : shipment.taken(tracking);
    }

    @Property(tries = 300)
    void whatIsWrittenIsReadWhateverABatchIsCalled(
            @ForAll("text") String batch,
            @ForAll("text") String tracking,
            @ForAll boolean isNew,
            @ForAll @IntRange(min = 1, max = 5) int devices) {
        List<UUID> ids = Stream.generate(UUID::randomUUID).limit(devices).toList();
        Shipment shipment = shipment(Optional.of(batch), isNew, ids, tracking);
        assertThat(ShipmentFile.read(ShipmentFile.write(shipment))).contains(shipment);
    }

    @Provide
    Arbitrary<String> text() {
        return Arbitraries.strings().ofMinLength(1).ofMaxLength(40).filter(ShipmentFileTest::isText);
    }

    /** Half a surrogate pair has no UTF-8. */
    private static boolean isText(String text) {
        return text.chars().noneMatch(c -> Character.isSurrogate((char) c));
    }

    @Property(tries = 300)
    void aFlippedBitIsNoShipment(@ForAll @IntRange(max = 10_000) int place, @ForAll @IntRange(max = 6) int bit) {
        byte[] file = ShipmentFile.write(shipment(Optional.of("Sales"), true, List.of(UUID.randomUUID()), "/jobs/1"));
        // The line end says nothing.
        file[place % (file.length - 1)] ^= (byte) (1 << bit);
        assertThat(ShipmentFile.read(file)).isEmpty();
    }

    @Property(tries = 300)
    void anyBytesAreReadOrNone(@ForAll byte[] file) {
        assertThat(ShipmentFile.read(file)).isEmpty();
        assertThat(ShipmentFile.read(("hwhash-shipment/1 " + new String(file, US_ASCII)).getBytes(US_ASCII)))
                .isEmpty();
    }
}
