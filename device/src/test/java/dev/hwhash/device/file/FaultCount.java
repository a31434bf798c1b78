// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

/**
 * How often a fault test is repeated: few times in each build ({@code -Dhwhash.faults=small}, the default), often with
 * {@code full}.
 */
public final class FaultCount {

    private FaultCount() {}

    /**
     * Returns a count for this run.
     *
     * @param small what each build does
     * @param full what {@code -Pfaults} does
     * @return one of both
     * @throws IllegalStateException if the property is neither {@code small} nor {@code full}
     */
    public static int of(int small, int full) {
        String size = System.getProperty("hwhash.faults", "small");
        return switch (size) {
            case "small" -> small;
            case "full" -> full;
            default -> throw new IllegalStateException("hwhash.faults is " + size + ", not small or full");
        };
    }
}
