// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.index;

/** Which row is about which device, and which row stands for it; 8 bytes a row. Immutable after it is made. */
public final class GroupedRows {

    private final Ints deviceOf;
    private final Ints standing;

    private GroupedRows(Ints deviceOf, Ints standing) {
        this.deviceOf = deviceOf;
        this.standing = standing;
    }

    static GroupedRows of(Devices devices, Ints deviceOf) {
        for (int row = 0; row < deviceOf.count(); row++) {
            if (deviceOf.get(row) >= 0) {
                deviceOf.set(row, devices.now(deviceOf.get(row)));
            }
        }
        Ints standing = new Ints();
        for (int device = 0; device < devices.count(); device++) {
            standing.add(devices.row(device));
        }
        return new GroupedRows(deviceOf, standing);
    }

    /**
     * Returns how many rows there are.
     *
     * @return as many as were added
     */
    public int rows() {
        return deviceOf.count();
    }

    /**
     * Returns how many numbers of devices there are.
     *
     * @return one more than the highest number of a device
     */
    public int devices() {
        return standing.count();
    }

    /**
     * Returns which device a row is about.
     *
     * @param row its number, from 0
     * @return a number from 0; -1 where it may be about several
     */
    public int deviceOf(int row) {
        return deviceOf.get(row);
    }

    /**
     * Returns whether a row stands for its device.
     *
     * @param row its number, from 0
     * @return true for one row of each device
     */
    public boolean stands(int row) {
        int device = deviceOf.get(row);
        return device >= 0 && standing.get(device) == row;
    }
}
