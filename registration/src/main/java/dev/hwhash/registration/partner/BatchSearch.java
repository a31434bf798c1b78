// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.registration.Entry;
import dev.hwhash.registration.Fate;
import dev.hwhash.registration.LedgerException;
import dev.hwhash.registration.Unsettled.Why;
import dev.hwhash.registration.http.Foreign;
import dev.hwhash.registration.retry.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Looks whether devices have arrived of which no answer tells: before they are sent again. */
final class BatchSearch {

    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final PartnerCenter center;
    private final Paths paths;
    private final Batches batches;
    private final Roll roll;
    private final Deadline deadline;

    BatchSearch(PartnerCenter center, Paths paths, Batches batches, Roll roll, Deadline deadline) {
        this.center = center;
        this.paths = paths;
        this.batches = batches;
        this.roll = roll;
        this.deadline = deadline;
    }

    /**
     * Ends the devices that are in a batch; waits while the batch is worked on.
     *
     * @param batch its name
     * @param devices which to look for
     * @return those that are not in it; empty where there is no such batch
     * @throws StoppedException if Partner Center does not tell, or not in time
     * @throws LedgerException if an end cannot be noted
     */
    Optional<List<Entry>> missing(String batch, List<Entry> devices) throws StoppedException, LedgerException {
        Patience patience = new Patience(deadline, LONGEST);
        Optional<List<Entry>> missing = look(batch, devices);
        while (missing.isPresent() && !missing.get().isEmpty() && batches.isUnderWay(batch)) {
            if (!patience.pause()) {
                throw new StoppedException(new Trouble(
                        Why.DEADLINE,
                        "Partner Center still works on batch " + Named.batch(batch)
                                + ", so it is not known yet whether the devices have arrived; run the command again"
                                + " later"));
            }
            missing = look(batch, missing.get());
        }
        return missing;
    }

    /**
     * Ends the devices that are in a batch now.
     *
     * @param batch its name
     * @param devices which to look for
     * @return those that are not in it; empty where there is no such batch
     * @throws StoppedException if Partner Center does not tell
     * @throws LedgerException if an end cannot be noted
     */
    Optional<List<Entry>> look(String batch, List<Entry> devices) throws StoppedException, LedgerException {
        Optional<List<JsonNode>> there = center.readAll(paths.devices(batch));
        if (there.isEmpty()) {
            return Optional.empty();
        }
        List<Entry> missing = new ArrayList<>();
        for (Entry device : devices) {
            Optional<JsonNode> found = there.get().stream()
                    .filter(item -> isSame(device.device(), item))
                    .findFirst();
            if (found.isPresent()) {
                roll.end(device.id(), new Fate.Registered(id(found.get())));
            } else {
                missing.add(device);
            }
        }
        return Optional.of(missing);
    }

    private static Optional<String> id(JsonNode item) {
        return Optional.of(Foreign.text(Json.text(item, "id"))).filter(id -> !id.isEmpty());
    }

    /** The hash is never told; a device that was sent with nothing else is not found, and sent again. */
    static boolean isSame(DeviceRecord device, JsonNode item) {
        boolean serial = agrees(device, Field.SERIAL_NUMBER, item, "serialNumber");
        boolean productKey = agrees(device, Field.WINDOWS_PRODUCT_ID, item, "productKey");
        return (serial || productKey)
                && !differs(device, Field.SERIAL_NUMBER, item, "serialNumber")
                && !differs(device, Field.WINDOWS_PRODUCT_ID, item, "productKey")
                && !differs(device, Field.MANUFACTURER, item, "oemManufacturerName")
                && !differs(device, Field.MODEL, item, "modelName");
    }

    private static boolean agrees(DeviceRecord device, Field field, JsonNode item, String property) {
        return device.value(field).filter(Json.text(item, property)::equals).isPresent();
    }

    private static boolean differs(DeviceRecord device, Field field, JsonNode item, String property) {
        String told = Json.text(item, property);
        return !told.isBlank()
                && device.value(field).filter(value -> !value.equals(told)).isPresent();
    }
}
