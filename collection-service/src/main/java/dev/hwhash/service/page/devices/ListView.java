// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.devices;

import dev.hwhash.device.check.DeviceRule;
import dev.hwhash.device.check.HashRule;
import dev.hwhash.device.check.Rule;
import dev.hwhash.device.check.ValueRule;
import dev.hwhash.service.approval.DeviceState;
import dev.hwhash.service.live.Overview;
import dev.hwhash.service.page.Texts;
import dev.hwhash.service.page.live.Chart;
import dev.hwhash.service.page.live.LiveNumbers;
import dev.hwhash.service.search.DeviceFilter;
import dev.hwhash.service.search.DeviceOrder;
import dev.hwhash.service.search.ListPage;
import dev.hwhash.service.search.TagFilter;
import dev.hwhash.service.token.Token;
import dev.hwhash.service.token.TokenKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The list as its page shows it. All texts of a device may hold anything; the template escapes them.
 *
 * @param address what is shown
 * @param lines the devices
 * @param next the path of the next page; empty text on the last one
 * @param lookedThrough how many devices were looked through where the page is not full; 0 where it is, or all were
 * @param isFirst whether no page stands before
 * @param tokens by which a report can have come
 * @param numbers how many devices stand where, as they were last counted
 * @param chart of the devices per day
 */
public record ListView(
        ListAddress address,
        List<DeviceLine> lines,
        String next,
        int lookedThrough,
        boolean isFirst,
        List<Choice> tokens,
        LiveNumbers numbers,
        Chart chart) {

    /** Copies the lists. */
    public ListView {
        lines = List.copyOf(lines);
        tokens = List.copyOf(tokens);
    }

    static ListView of(
            ListAddress address,
            ListPage page,
            boolean isFirst,
            List<Token> tokens,
            Optional<Overview> overview,
            Texts texts) {
        String next = "";
        int lookedThrough = 0;
        if (page.rest() instanceof ListPage.More more) {
            next = address.after(more.next());
        } else if (page.rest() instanceof ListPage.GoesOn goesOn) {
            next = address.after(goesOn.next());
            lookedThrough = goesOn.lookedThrough();
        }
        List<DeviceLine> lines = page.devices().stream()
                .map(device -> DeviceLine.of(device, texts))
                .toList();
        return new ListView(
                address,
                lines,
                next,
                lookedThrough,
                isFirst,
                tokens(address.filter(), tokens, texts),
                overview.map(LiveNumbers::of).orElse(new LiveNumbers(Map.of())),
                Chart.of(overview.map(Overview::days).orElse(List.of())));
    }

    private static List<Choice> tokens(DeviceFilter filter, List<Token> tokens, Texts texts) {
        return tokens.stream()
                .filter(token -> token.kind() == TokenKind.ENROLMENT)
                .map(token -> new Choice(
                        Long.toString(token.id()),
                        token.name().isEmpty() ? texts.of("token.unnamed", Long.toString(token.id())) : token.name(),
                        filter.token().equals(Optional.of(token.id()))))
                .toList();
    }

    /**
     * Returns the states, as links.
     *
     * @return all devices first; the words are a state's name, or {@code all}
     */
    public List<Choice> states() {
        List<Choice> states = new ArrayList<>();
        states.add(state("all", Optional.empty()));
        for (DeviceState state : DeviceState.values()) {
            states.add(state(state.toString(), Optional.of(state)));
        }
        return List.copyOf(states);
    }

    private Choice state(String words, Optional<DeviceState> state) {
        return new Choice(
                address.ofState(state).first(), words, address.filter().state().equals(state));
    }

    /**
     * Returns what findings can be asked for, besides any and none.
     *
     * @return the rules that a report can break and be stored all the same
     */
    public List<Choice> rules() {
        String chosen = field(FilterForm.FINDINGS);
        return Stream.of(DeviceRule.values(), HashRule.values(), ValueRule.values())
                .flatMap(Arrays::stream)
                .map(Rule.class::cast)
                .map(rule -> new Choice(rule.id(), rule.id(), rule.id().equals(chosen)))
                .toList();
    }

    /**
     * Returns a field of the filter as the form sends it.
     *
     * @param name of the field
     * @return empty text where it narrows nothing
     */
    public String field(String name) {
        return address.fields().getOrDefault(name, "");
    }

    /**
     * Returns the filter's fields, without the order.
     *
     * @return names and values
     */
    public Map<String, String> filterFields() {
        Map<String, String> fields = address.fields();
        fields.remove(FilterForm.ORDER);
        return fields;
    }

    /**
     * Returns whether no device fits.
     *
     * @return false where some may be found yet
     */
    public boolean isEmpty() {
        return lines.isEmpty() && !goesOn();
    }

    /**
     * Returns whether the page is not full, and not all were looked through.
     *
     * @return true where the browser asks on
     */
    public boolean goesOn() {
        return lookedThrough > 0;
    }

    /**
     * Returns whether another page follows.
     *
     * @return true where it has a device
     */
    public boolean hasNext() {
        return !next.isEmpty() && !goesOn();
    }

    /**
     * Returns whether there is any other page to go to.
     *
     * @return true where links stand below the list
     */
    public boolean hasPager() {
        return !isFirst || hasNext();
    }

    /**
     * Returns whether devices without a tag are asked for.
     *
     * @return what the box shows
     */
    public boolean isUntagged() {
        return address.filter()
                .tag()
                .filter(TagFilter.Untagged.class::isInstance)
                .isPresent();
    }

    /**
     * Returns the head of a column.
     *
     * @param ascending the order that it stands for
     * @return with the link to it, or to the other way round
     */
    public Head head(DeviceOrder ascending) {
        DeviceOrder shown = address.order();
        boolean isShown = shown.key() == ascending.key();
        DeviceOrder first = ascending.key() == DeviceOrder.Key.TIME ? DeviceOrder.NEWEST : ascending;
        String sort = !isShown ? "none" : shown.isDown() ? "descending" : "ascending";
        return new Head(
                "devices.head." + ascending,
                address.inOrder(isShown ? shown.reversed() : first).first(),
                sort);
    }
}
