// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.search;

import dev.hwhash.device.DeviceIdentity;
import dev.hwhash.service.search.BoardChange.Mark;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds where the board behind a serial number was replaced: a pure function of what its reports said. */
public final class Boards {

    private Boards() {}

    /**
     * Finds the changes.
     *
     * @param sightings in the order in which they came; of one device, or of several that share a name
     * @return in that order; what a report leaves open is no change
     */
    public static List<BoardChange> changes(List<Sighting> sightings) {
        List<BoardChange> changes = new ArrayList<>();
        Optional<Sighting> last = Optional.empty();
        DeviceIdentity board = unknown();
        for (int i = 0; i < sightings.size(); i++) {
            Sighting next = sightings.get(i);
            Set<Mark> differs = difference(board, next.identity());
            if (last.isPresent() && !differs.isEmpty()) {
                changes.add(new BoardChange(last.get(), next, differs, comesBack(board, differs, sightings, i + 1)));
                board = next.identity();
            } else {
                board = joined(next.identity(), board);
            }
            last = Optional.of(next);
        }
        return List.copyOf(changes);
    }

    /** By what two boards are told apart: what both are known by, and is not the same. */
    static Set<Mark> difference(DeviceIdentity one, DeviceIdentity other) {
        Set<Mark> differs = EnumSet.noneOf(Mark.class);
        add(differs, Mark.TPM, one.ekHash(), other.ekHash());
        add(differs, Mark.SMBIOS_UUID, one.smbiosUuid(), other.smbiosUuid());
        add(differs, Mark.SERIAL_NUMBER, one.serialNumber(), other.serialNumber());
        return differs;
    }

    private static void add(Set<Mark> differs, Mark mark, Optional<?> one, Optional<?> other) {
        if (one.isPresent() && other.isPresent() && !one.equals(other)) {
            differs.add(mark);
        }
    }

    /** Whether a later report has again what the board before had in place of the other one's. */
    private static boolean comesBack(DeviceIdentity before, Set<Mark> differs, List<Sighting> sightings, int from) {
        return sightings.subList(from, sightings.size()).stream()
                .map(Sighting::identity)
                .anyMatch(later -> differs.stream().anyMatch(mark -> has(mark, before, later)));
    }

    private static boolean has(Mark mark, DeviceIdentity before, DeviceIdentity later) {
        return switch (mark) {
            case TPM -> before.ekHash().equals(later.ekHash());
            case SMBIOS_UUID -> before.smbiosUuid().equals(later.smbiosUuid());
            case SERIAL_NUMBER -> before.serialNumber().equals(later.serialNumber());
        };
    }

    private static DeviceIdentity joined(DeviceIdentity newer, DeviceIdentity older) {
        return new DeviceIdentity(
                newer.ekHash().or(older::ekHash),
                newer.smbiosUuid().or(older::smbiosUuid),
                newer.serialNumber().or(older::serialNumber),
                newer.manufacturer().or(older::manufacturer),
                newer.model().or(older::model));
    }

    private static DeviceIdentity unknown() {
        return new DeviceIdentity(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
