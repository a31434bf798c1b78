// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.devices;

import dev.hwhash.service.approval.DeviceState;
import dev.hwhash.service.page.Form;
import dev.hwhash.service.page.PageException;
import dev.hwhash.service.search.DeviceFilter;
import dev.hwhash.service.search.DeviceOrder;
import dev.hwhash.service.search.FindingsFilter;
import dev.hwhash.service.search.Place;
import dev.hwhash.service.search.Position;
import dev.hwhash.service.search.TagFilter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;

/**
 * The filter of the list as a form sends it, in the address or in a POST. A field that is missing or blank narrows
 * nothing; what is not understood is refused.
 */
public final class FilterForm {

    static final String SEARCH = "q";
    static final String STATE = "state";
    static final String TAG = "tag";
    static final String UNTAGGED = "untagged";
    static final String FINDINGS = "findings";
    static final String TOKEN = "token";
    static final String DAY = "day";
    static final String ORDER = "sort";
    static final String AFTER = "after";
    static final String ANY = "any";
    static final String NONE = "none";
    static final String YES = "1";

    private static final int SHORT = 60;
    private static final int LONGEST_TAG = 512;

    private FilterForm() {}

    /**
     * Reads a filter.
     *
     * @param form with the fields of the list
     * @return the filter
     * @throws PageException with 400 if a field says what no filter is
     */
    public static DeviceFilter filter(Form form) {
        return new DeviceFilter(
                form.one(SEARCH, DeviceFilter.LONGEST_SEARCH).orElse(""),
                read(form, STATE, DeviceState::named),
                tag(form),
                read(form, FINDINGS, FilterForm::findings),
                form.number(TOKEN),
                read(form, DAY, FilterForm::day));
    }

    /** Returns in which order; the newest first where nobody says. */
    static DeviceOrder order(Form form) {
        return read(form, ORDER, DeviceOrder::named).orElse(DeviceOrder.NEWEST);
    }

    /** Returns where the page before ended. */
    static Optional<Place> after(Form form, DeviceOrder order) {
        Optional<String> cursor = form.one(AFTER, Position.LONGEST);
        Optional<Place> place = cursor.flatMap(Place::of).filter(known -> known.order() == order);
        if (cursor.isPresent() && place.isEmpty()) {
            throw new PageException(400, "devices.fault.after");
        }
        return place;
    }

    private static Optional<TagFilter> tag(Form form) {
        Optional<TagFilter> named = form.one(TAG, LONGEST_TAG).map(TagFilter.Named::new);
        return form.one(UNTAGGED, SHORT).isPresent() ? Optional.of(new TagFilter.Untagged()) : named;
    }

    private static Optional<FindingsFilter> findings(String text) {
        return switch (text) {
            case ANY -> Optional.of(new FindingsFilter.Any());
            case NONE -> Optional.of(new FindingsFilter.None());
            default -> FindingsFilter.Of.isId(text) ? Optional.of(new FindingsFilter.Of(text)) : Optional.empty();
        };
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() >= 1970 && day.getYear() < 10_000);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static <T> Optional<T> read(Form form, String name, Function<String, Optional<T>> reader) {
        Optional<String> text = form.one(name, SHORT);
        return text.map(
                value -> reader.apply(value).orElseThrow(() -> new PageException(400, "devices.fault." + name)));
    }
}
