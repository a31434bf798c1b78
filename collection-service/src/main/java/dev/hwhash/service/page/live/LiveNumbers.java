// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.live;

import dev.hwhash.service.live.Overview;
import dev.hwhash.service.page.Frame;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The numbers of an overview as a page shows them: what stands in each element that has their name in {@code data-count}.
 *
 * @param texts by name; digits, commas and a time, so that nothing in them has to be escaped
 */
public record LiveNumbers(Map<String, String> texts) {

    /** Copies the texts. */
    public LiveNumbers {
        texts = Map.copyOf(texts);
    }

    /**
     * Writes the numbers.
     *
     * @param overview what was counted
     * @return the texts
     */
    public static LiveNumbers of(Overview overview) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("all", text(overview.all()));
        overview.states().forEach((state, devices) -> texts.put(state.toString(), text(devices)));
        texts.put("lastMinute", text(overview.lastMinute()));
        texts.put("lastHour", text(overview.lastHour()));
        texts.put(
                "lastReceivedAt",
                overview.lastReceivedAt().map(Frame.TIME::format).orElse(""));
        return new LiveNumbers(texts);
    }

    /**
     * Returns a text.
     *
     * @param name such as {@code pending}
     * @return empty where it is not known
     */
    public String text(String name) {
        return texts.getOrDefault(name, "");
    }

    private static String text(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    String json() {
        return texts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> "\"" + each.getKey() + "\":\"" + each.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
