// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.approval;

import dev.hwhash.service.approval.ApprovalView;
import dev.hwhash.service.approval.DeviceState;

/**
 * The form on a device's page by which somebody decides; {@code approval/form.jte} shows it.
 *
 * @param view what he is shown
 */
public record ApprovalForm(ApprovalView view) {

    /**
     * Returns the path of what the form does.
     *
     * @param what {@code approve}, {@code reject} or {@code delete}
     * @return a path of the service
     */
    public String path(String what) {
        return "/devices/" + view.device() + "/" + what;
    }

    /**
     * Returns the group tag to start from.
     *
     * @return empty text where nobody suggested one
     */
    public String tag() {
        return view.suggested().groupTag().orElse("");
    }

    /**
     * Returns the assigned user to start from.
     *
     * @return empty text where nobody suggested one
     */
    public String user() {
        return view.suggested().assignedUser().orElse("");
    }

    /**
     * Returns the last decision that the form shows.
     *
     * @return its number; empty text where there is none
     */
    public String lastDecision() {
        long decision = view.sight().decision();
        return decision == 0 ? "" : Long.toString(decision);
    }

    /**
     * Returns whether the device stands approved.
     *
     * @return whether what the form shows is what leaves the service, unless it shows another report
     */
    public boolean isApproved() {
        return view.state() == DeviceState.APPROVED;
    }

    /**
     * Returns whether the device stands rejected.
     *
     * @return true where it is left out of exports
     */
    public boolean isRejected() {
        return view.state() == DeviceState.REJECTED;
    }
}
