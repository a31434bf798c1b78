// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.outbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hwhash.registration.Shipment;
import dev.hwhash.uploader.report.ContentHash;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The bytes of a shipment's file: one line of ASCII. Names of batches may hold anything and stand in base64url.
 *
 * <pre>hwhash-shipment/1 UUID new|known BATCH TRACKING DEVICE-UUID… LINE-SHA256</pre>
 */
final class ShipmentFile {

    private static final String KIND = "hwhash-shipment/1";
    private static final String NEW = "new";
    private static final String NONE = "-";
    /** What stands before the devices, and the checksum behind them. */
    private static final int WORDS_WITHOUT_DEVICES = 6;

    private ShipmentFile() {}

    static byte[] write(Shipment shipment) {
        List<String> words = new ArrayList<>(List.of(
                KIND,
                shipment.id().toString(),
                shipment.newBatch() ? NEW : "known",
                word(shipment.batch()),
                word(shipment.tracking())));
        for (UUID device : shipment.devices()) {
            words.add(device.toString());
        }
        String line = String.join(" ", words);
        return (line + " " + ContentHash.of(line) + "\n").getBytes(US_ASCII);
    }

    private static String word(Optional<String> text) {
        return text.map(some -> NONE + Base64.getUrlEncoder().withoutPadding().encodeToString(some.getBytes(UTF_8)))
                .orElse(NONE);
    }

    /** Returns the shipment; empty for any other bytes. */
    static Optional<Shipment> read(byte[] file) {
        String line = new String(file, US_ASCII).strip();
        String[] words = line.split(" ", -1);
        int end = line.lastIndexOf(' ');
        if (words.length <= WORDS_WITHOUT_DEVICES
                || !words[0].equals(KIND)
                || !words[words.length - 1].equals(ContentHash.of(line.substring(0, end)))) {
            return Optional.empty();
        }
        try {
            List<UUID> devices = new ArrayList<>();
            for (int i = WORDS_WITHOUT_DEVICES - 1; i < words.length - 1; i++) {
                devices.add(UUID.fromString(words[i]));
            }
            return Optional.of(new Shipment(
                    UUID.fromString(words[1]), text(words[3]), words[2].equals(NEW), devices, text(words[4])));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(String word) {
        return word.equals(NONE)
                ? Optional.empty()
                : Optional.of(new String(Base64.getUrlDecoder().decode(word.substring(1)), UTF_8));
    }
}
