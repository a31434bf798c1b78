// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/** What people ask of the list, as queries of its address, on the devices that dev/bench-page makes. */
final class ListKinds {

    private static final String[] ORDERS = {
        "newest", "oldest", "serial", "serial-down", "model", "model-down", "tag", "tag-down"
    };

    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);
    private static final int DAYS = 400;

    private ListKinds() {}

    /**
     * One kind of question.
     *
     * @param words for the table
     * @param query makes one of them
     * @param walked whether to go on from page to page
     */
    record Kind(String words, Function<SplittableRandom, String> query, boolean walked) {}

    static List<Kind> all() {
        List<Kind> kinds = new ArrayList<>();
        for (String order : ORDERS) {
            String sort = "sort=" + order;
            add(kinds, "all, " + order, sort);
            kinds.add(new Kind("page after page, " + order, random -> sort, true));
            add(kinds, "rejected, " + order, sort + "&state=rejected");
            add(kinds, "rare tag, " + order, sort + "&tag=Rare");
            add(kinds, "old tag, " + order, sort + "&tag=Old");
            add(kinds, "rare token, " + order, sort + "&token=7");
            add(kinds, "approved, no tag, " + order, sort + "&state=approved&untagged=1");
            add(kinds, "with findings, " + order, sort + "&findings=any");
            add(kinds, "one finding, " + order, sort + "&findings=device-two-tpms");
            add(kinds, "finding of nobody, " + order, sort + "&findings=hash-cut");
            add(kinds, "without findings, " + order, sort + "&findings=none");
            // Both are many, and no device is both.
            add(kinds, "rejected and first token, " + order, sort + "&state=rejected&token=2");
            add(kinds, "pending and old tag, " + order, sort + "&state=pending&tag=Old");
            add(kinds, "all names alike, " + order, sort + "&q=default");
            add(kinds, "all manufacturers, " + order, sort + "&q=contoso");
            add(kinds, "one letter, nobody, " + order, sort + "&q=b&tag=Rare&findings=any");
            add(kinds, "old model, rejected, " + order, sort + "&q=relic&state=rejected");
            add(kinds, "nothing found, " + order, sort + "&q=zzzz");
            kinds.add(new Kind("a day, " + order, random -> sort + "&day=" + day(random), false));
            kinds.add(new Kind(
                    "a day, pending, tag, " + order,
                    random -> sort + "&state=pending&tag=Tag-" + random.nextInt(40) + "&day=" + day(random),
                    false));
            kinds.add(new Kind("a tag, " + order, random -> sort + "&tag=Tag-" + random.nextInt(40), false));
            kinds.add(new Kind("a tag, page after page, " + order, random -> sort + "&tag=Tag-3", true));
            kinds.add(new Kind(
                    "a token, state, " + order,
                    random -> sort + "&state=approved&token=" + (2 + random.nextInt(5)),
                    false));
            kinds.add(
                    new Kind("start of serial, " + order, random -> sort + "&q=SN" + (10 + random.nextInt(90)), false));
            kinds.add(new Kind(
                    "one serial, " + order,
                    random -> sort + "&q=SN" + String.format("%06d", random.nextInt(1_000_000)),
                    false));
            kinds.add(new Kind(
                    "start of UUID, " + order,
                    random -> sort + "&q=" + Integer.toHexString(0x1000 + random.nextInt(0xefff)),
                    false));
        }
        return kinds;
    }

    private static void add(List<Kind> kinds, String words, String query) {
        kinds.add(new Kind(words, random -> query, false));
    }

    private static String day(SplittableRandom random) {
        return FIRST_DAY.plusDays(random.nextInt(DAYS)).toString();
    }
}
