// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Which device of a job is which of those that were sent: by its names, and those without names by their place. Pure.
 */
final class StatusMatching {

    private final List<Optional<DeviceRecord>> sent;
    private final List<DeviceStatus> told;
    private final List<Optional<DeviceStatus>> found;
    private final boolean[] used;

    private StatusMatching(List<Optional<DeviceRecord>> sent, List<DeviceStatus> told) {
        this.sent = sent;
        this.told = told;
        this.found = new ArrayList<>(Collections.nCopies(sent.size(), Optional.empty()));
        this.used = new boolean[told.size()];
    }

    /**
     * Matches.
     *
     * @param sent in the order of sending; empty: it has its end, and is known no more
     * @param told as the job tells them
     * @return for each that was sent what is told of it; empty where that is not sure
     */
    static List<Optional<DeviceStatus>> of(List<Optional<DeviceRecord>> sent, List<DeviceStatus> told) {
        StatusMatching matching = new StatusMatching(sent, told);
        matching.sameNameAndPlace();
        boolean moved = matching.sameName();
        if (!moved && sent.size() == told.size()) {
            matching.samePlace();
        } else {
            matching.onlyOneLeft();
        }
        return matching.found;
    }

    /** First, so that two devices with one serial number keep their places. */
    private void sameNameAndPlace() {
        for (int i = 0; i < Math.min(sent.size(), told.size()); i++) {
            if (isNamed(i, i)) {
                take(i, i);
            }
        }
    }

    /** Returns whether there is one that has changed its place. */
    private boolean sameName() {
        boolean moved = false;
        for (int i = 0; i < sent.size(); i++) {
            for (int j = 0; j < told.size() && found.get(i).isEmpty(); j++) {
                if (!used[j] && isNamed(i, j)) {
                    take(i, j);
                    moved = true;
                }
            }
        }
        return moved;
    }

    private void samePlace() {
        for (int i = 0; i < sent.size(); i++) {
            if (found.get(i).isEmpty() && !used[i] && !isContradicted(i, i)) {
                take(i, i);
            }
        }
    }

    private void onlyOneLeft() {
        int lastSent = -1;
        int lastTold = -1;
        int left = 0;
        for (int i = 0; i < sent.size(); i++) {
            if (found.get(i).isEmpty()) {
                lastSent = i;
                left++;
            }
        }
        for (int j = 0; j < told.size(); j++) {
            if (!used[j]) {
                lastTold = j;
                left++;
            }
        }
        if (left == 2 && lastSent >= 0 && lastTold >= 0 && !isContradicted(lastSent, lastTold)) {
            take(lastSent, lastTold);
        }
    }

    private void take(int i, int j) {
        found.set(i, Optional.of(told.get(j)));
        used[j] = true;
    }

    private boolean isNamed(int i, int j) {
        boolean serial =
                value(i, Field.SERIAL_NUMBER).equals(Optional.of(told.get(j).serialNumber()));
        boolean productKey = value(i, Field.WINDOWS_PRODUCT_ID)
                .equals(Optional.of(told.get(j).productKey()));
        return (serial || productKey) && !isContradicted(i, j);
    }

    /** A device of which another serial number is told than it was sent with is another one. */
    private boolean isContradicted(int i, int j) {
        return differs(value(i, Field.SERIAL_NUMBER), told.get(j).serialNumber())
                || differs(value(i, Field.WINDOWS_PRODUCT_ID), told.get(j).productKey());
    }

    private Optional<String> value(int i, Field field) {
        return sent.get(i).flatMap(device -> device.value(field));
    }

    private static boolean differs(Optional<String> known, String said) {
        return known.isPresent() && !said.isBlank() && !known.get().equals(said);
    }
}
