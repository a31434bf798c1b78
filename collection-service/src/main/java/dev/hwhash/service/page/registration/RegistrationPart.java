// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.registration;

import dev.hwhash.service.registration.RegistrationDesk;
import dev.hwhash.service.registration.RegistrationState;
import dev.hwhash.service.registration.RegistrationView;
import dev.hwhash.service.registration.Trouble;
import java.util.Optional;

/**
 * The part of a device's page; {@code registration/device.jte} shows it.
 *
 * @param device the device's number
 * @param target the target's name
 * @param view how the device stands
 * @param trouble why nothing gets through, where the device waits for it
 */
public record RegistrationPart(long device, String target, RegistrationView view, Optional<Trouble> trouble) {

    /**
     * Puts the part together.
     *
     * @param desk what is known
     * @param device the device's number
     * @return empty where there is nothing to say about the device
     */
    public static Optional<RegistrationPart> of(RegistrationDesk desk, long device) {
        return desk.view(device)
                .map(view -> new RegistrationPart(
                        device, desk.target(), view, desk.trouble().filter(trouble -> waits(view))));
    }

    private static boolean waits(RegistrationView view) {
        return view.state() == RegistrationState.QUEUED || view.state() == RegistrationState.SENT;
    }

    /**
     * Returns the text that says where the device stands.
     *
     * @return its key
     */
    public String stateKey() {
        return "registration.state." + view.state();
    }
}
