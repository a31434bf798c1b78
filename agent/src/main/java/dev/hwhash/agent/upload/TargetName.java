// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.upload;

import dev.hwhash.agent.ProblemException;
import dev.hwhash.uploader.report.RegistrationTarget;
import dev.hwhash.uploader.report.RegistrationTarget.Kind;
import dev.hwhash.uploader.report.ServiceUrl;
import dev.hwhash.uploader.report.Target;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The targets that a name stands for: one service, or Intune or Partner Center of whatever tenant; pure.
 *
 * @param service the service; empty: what registers devices
 * @param kinds what registers devices
 */
record TargetName(Optional<ServiceUrl> service, Set<Kind> kinds) {

    TargetName {
        kinds = Set.copyOf(kinds);
    }

    /**
     * Reads a name.
     *
     * @throws ProblemException if it is none
     */
    static TargetName of(String text) throws ProblemException {
        Optional<RegistrationKind> kind = RegistrationKind.named(text);
        if (kind.isEmpty()) {
            return new TargetName(Optional.of(Destination.service(text)), Set.of());
        }
        return new TargetName(
                Optional.empty(),
                kind.get() == RegistrationKind.PARTNER_CENTER
                        ? EnumSet.of(Kind.PARTNER_CENTER)
                        : EnumSet.of(Kind.INTUNE, Kind.CORPORATE_IDENTIFIERS));
    }

    boolean names(Target target) {
        return target instanceof RegistrationTarget registration
                ? kinds.contains(registration.kind())
                : service.isPresent() && service.get().equals(target);
    }
}
