// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.search;

import java.util.Optional;

/** In which order devices are listed. Those that are alike stand in the order of their numbers. */
public enum DeviceOrder {
    /** Whose last report came last. */
    NEWEST("newest", 'n', Key.TIME, true),
    /** Whose last report came first. */
    OLDEST("oldest", 'o', Key.TIME, false),
    /** By serial number; those without one first. */
    SERIAL("serial", 's', Key.SERIAL_NUMBER, false),
    /** By serial number, backwards. */
    SERIAL_DOWN("serial-down", 'S', Key.SERIAL_NUMBER, true),
    /** By model; those without one first. */
    MODEL("model", 'm', Key.MODEL, false),
    /** By model, backwards. */
    MODEL_DOWN("model-down", 'M', Key.MODEL, true),
    /** By group tag; those without one first. */
    TAG("tag", 'g', Key.GROUP_TAG, false),
    /** By group tag, backwards. */
    TAG_DOWN("tag-down", 'G', Key.GROUP_TAG, true);

    /** What is compared. */
    public enum Key {
        /** When the last report came. */
        TIME,
        /** The serial number, whatever the case of its letters from A to Z. */
        SERIAL_NUMBER,
        /** The model, as above. */
        MODEL,
        /** The group tag, as above. */
        GROUP_TAG
    }

    private final String name;
    private final char letter;
    private final Key key;
    private final boolean down;

    DeviceOrder(String name, char letter, Key key, boolean down) {
        this.name = name;
        this.letter = letter;
        this.key = key;
        this.down = down;
    }

    /**
     * Returns what is compared.
     *
     * @return the key
     */
    public Key key() {
        return key;
    }

    /**
     * Returns whether the greatest comes first.
     *
     * @return false where the least does
     */
    public boolean isDown() {
        return down;
    }

    /**
     * Returns the order of the same key the other way round.
     *
     * @return the other order
     */
    public DeviceOrder reversed() {
        for (DeviceOrder order : values()) {
            if (order.key == key && order.down != down) {
                return order;
            }
        }
        throw new AssertionError("each key has two orders");
    }

    /**
     * Finds an order by its name.
     *
     * @param name such as {@code newest}
     * @return empty where no order has that name
     */
    public static Optional<DeviceOrder> named(String name) {
        for (DeviceOrder order : values()) {
            if (order.name.equals(name)) {
                return Optional.of(order);
            }
        }
        return Optional.empty();
    }

    /** Returns what stands for it in a cursor. Never changes: people keep addresses. */
    char letter() {
        return letter;
    }

    static Optional<DeviceOrder> of(char letter) {
        for (DeviceOrder order : values()) {
            if (order.letter == letter) {
                return Optional.of(order);
            }
        }
        return Optional.empty();
    }

    /** Returns the name in addresses. */
    @Override
    public String toString() {
        return name;
    }
}
