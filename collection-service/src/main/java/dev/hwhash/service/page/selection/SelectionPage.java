// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.selection;

import dev.hwhash.device.Format;
import dev.hwhash.service.approval.DeviceState;
import dev.hwhash.service.approval.Verdict;
import dev.hwhash.service.page.Frame;
import dev.hwhash.service.selection.Member;
import dev.hwhash.service.selection.MemberOutcome;
import dev.hwhash.service.selection.SelectionView;
import dev.hwhash.service.selection.SelectionView.TagCount;
import java.util.List;
import java.util.Optional;

/**
 * A selection, for {@code selection/show.jte}.
 *
 * @param view what there is to know
 * @param listed of which outcome the devices are listed; empty: of none
 * @param members those devices, the first of them
 */
public record SelectionPage(SelectionView view, Optional<MemberOutcome> listed, List<Member> members) {

    /** How many devices of an outcome are listed. */
    static final int MOST_LISTED = 500;

    /** The names of the encodings, the usual one first. */
    public static final List<String> ENCODINGS = List.of("ascii", "ansi", "utf-8", "utf-8-bom", "utf-16le");

    /** Copies the list. */
    public SelectionPage {
        members = List.copyOf(members);
    }

    /**
     * Returns a path below the selection's own.
     *
     * @param what such as {@code /approve}; empty text: the selection itself
     * @return a path of the service
     */
    public String path(String what) {
        return "/selections/" + view.id() + what;
    }

    /**
     * Returns how many devices stand somewhere.
     *
     * @param state where
     * @return 0 for none
     */
    public long count(DeviceState state) {
        return view.states().getOrDefault(state, 0L);
    }

    /**
     * Returns what became of how many.
     *
     * @param outcome what
     * @return 0 for none
     */
    public long count(MemberOutcome outcome) {
        return view.outcomes().getOrDefault(outcome, 0L);
    }

    /**
     * Returns the suggested tags in words.
     *
     * @param frame has the texts
     * @return the most frequent ones, with how many devices would get each
     */
    public String tags(Frame frame) {
        return String.join(
                ", ", view.tags().stream().map(tag -> words(frame, tag)).toList());
    }

    private static String words(Frame frame, TagCount tag) {
        String name = tag.tag().orElseGet(() -> frame.text("selection.no-tag"));
        return frame.text("selection.tag-count", name, tag.devices());
    }

    /**
     * Returns the key of what became of devices.
     *
     * @param outcome what
     * @return a name in the catalogue
     */
    public String key(MemberOutcome outcome) {
        boolean rejected = view.order()
                .filter(order -> order.verdict() == Verdict.REJECTED)
                .isPresent();
        return "selection.outcome." + outcome + (outcome == MemberOutcome.TAKEN && rejected ? ".rejected" : "");
    }

    /**
     * Returns the formats in which the devices can be had.
     *
     * @return as on the command line
     */
    public List<Format> formats() {
        return List.of(Format.values());
    }
}
