// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import dev.hwhash.device.file.SimulatedDisk.PowerCut;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A stick whose power can be cut, for the tests of whoever keeps a {@link DurableFolder} on it. */
public final class SimulatedStick {

    private final SimulatedDisk disk;

    private SimulatedStick(SimulatedDisk disk) {
        this.disk = disk;
    }

    /** What is done with the stick. */
    @FunctionalInterface
    public interface Use {

        /** Uses it; the power may be cut meanwhile. */
        void of(DurableFolder folder) throws IOException;
    }

    /** Returns a blank stick whose file system has a journal. */
    public static SimulatedStick journaled() {
        return new SimulatedStick(new SimulatedDisk(SimulatedDisk.Kind.JOURNALED, SimulatedDisk.Lie.NONE));
    }

    /** Returns a blank stick with FAT. */
    public static SimulatedStick fat() {
        return new SimulatedStick(new SimulatedDisk(SimulatedDisk.Kind.FAT, SimulatedDisk.Lie.NONE));
    }

    /** Returns a blank stick whose driver tells that names are on the disk before they are. */
    public static SimulatedStick lying() {
        return new SimulatedStick(new SimulatedDisk(SimulatedDisk.Kind.JOURNALED, SimulatedDisk.Lie.NAMES_NOT_FORCED));
    }

    /** Returns a twin that dies after so many changes, counted from 1. */
    public SimulatedStick cutAfter(int changes) {
        return new SimulatedStick(disk.afterKill().cutAfter(changes));
    }

    /** Uses the stick; returns false where the power was cut meanwhile. */
    public boolean use(Use use) throws IOException {
        try {
            use.of(new DurableFolder(Path.of("/stick"), true, disk, new SimulatedTimer()));
            return true;
        } catch (PowerCut e) {
            return false;
        }
    }

    /** Returns what another process finds after this one was killed. */
    public SimulatedStick afterKill() {
        return new SimulatedStick(disk.afterKill());
    }

    /** Returns all that may be found once the power is back. */
    public List<SimulatedStick> afterPowerCut() {
        List<SimulatedStick> found = new ArrayList<>();
        for (SimulatedDisk left : disk.afterPowerCut()) {
            found.add(new SimulatedStick(left));
        }
        return found;
    }

    /** Lets the disk fill up: whatever writes from now on fails. */
    public void fillUp() {
        disk.fault((step, operation) -> {
            if (operation.startsWith("write")) {
                throw new IOException("No space left on device");
            }
        });
    }

    /** Returns everything that decides what can be found later. */
    public String key() {
        return disk.key();
    }

    /** Names the files. */
    @Override
    public String toString() {
        return disk.names().toString();
    }
}
