// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.selection;

import dev.hwhash.service.approval.Assignment;
import dev.hwhash.service.approval.Verdict;
import dev.hwhash.service.page.Form;
import dev.hwhash.service.page.PageException;
import dev.hwhash.service.page.devices.FilterForm;
import dev.hwhash.service.search.DeviceQuery;
import dev.hwhash.service.selection.BulkOrder;
import dev.hwhash.service.selection.Choice;
import dev.hwhash.service.selection.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the forms about selections say. What is not understood is refused. */
final class SelectionForm {

    private static final int SHORT = 16;

    private SelectionForm() {}

    /** Reads which devices are selected: those that are ticked, or all that the list's filter finds. */
    static Choice choice(Form form) {
        if (form.one("all", SHORT).isPresent()) {
            return new Choice.Found(FilterForm.filter(form));
        }
        List<Long> devices = new ArrayList<>();
        for (String number : form.all("device", DeviceQuery.MOST)) {
            if (!number.matches("[0-9]{1,16}")) {
                throw malformed();
            }
            devices.add(Long.parseLong(number));
        }
        return new Choice.Some(devices);
    }

    /** Reads an approval of all. */
    static BulkOrder approval(Form form) {
        return new BulkOrder(Verdict.APPROVED, wanted(form, "tag"), wanted(form, "user"));
    }

    private static Wanted wanted(Form form, String name) {
        Optional<String> value = form.one(name, Assignment.LONGEST);
        return switch (form.required(name + "-mode", SHORT)) {
            case "suggested" -> new Wanted.Suggested();
            case "set" -> new Wanted.Set(value);
            default -> throw malformed();
        };
    }

    private static PageException malformed() {
        return new PageException(400, "error.400.words");
    }
}
