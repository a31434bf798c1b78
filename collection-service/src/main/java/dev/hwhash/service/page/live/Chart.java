// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.live;

import dev.hwhash.service.live.Overview;
import java.util.ArrayList;
import java.util.List;

/**
 * The chart of devices per day: where its bars stand, in units of its picture.
 *
 * @param bars one for each day, the oldest first
 * @param most how many devices the highest bar stands for
 */
public record Chart(List<Bar> bars, long most) {

    /** How wide the picture is. */
    public static final int WIDTH = 600;

    /** How high the picture is. */
    public static final int HEIGHT = 120;

    private static final int GAP = 4;

    /** Copies the list. */
    public Chart {
        bars = List.copyOf(bars);
    }

    /**
     * A bar.
     *
     * @param day what it stands for
     * @param x its left edge
     * @param y its upper edge
     * @param width how wide
     * @param height how high; at least 1 where there was any device
     */
    public record Bar(Overview.Day day, int x, int y, int width, int height) {}

    /**
     * Draws.
     *
     * @param days the oldest first
     * @return the chart
     */
    public static Chart of(List<Overview.Day> days) {
        long most = days.stream().mapToLong(Overview.Day::devices).max().orElse(0);
        int step = days.isEmpty() ? WIDTH : WIDTH / days.size();
        List<Bar> bars = new ArrayList<>();
        for (Overview.Day day : days) {
            int height = height(day.devices(), most);
            bars.add(new Bar(day, bars.size() * step, HEIGHT - height, step - GAP, height));
        }
        return new Chart(bars, most);
    }

    private static int height(long devices, long most) {
        return devices == 0 ? 0 : Math.max(1, (int) Math.round((double) HEIGHT * devices / most));
    }
}
