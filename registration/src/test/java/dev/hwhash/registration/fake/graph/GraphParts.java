// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.graph;

import dev.hwhash.registration.fake.login.Directory;
import dev.hwhash.registration.fake.web.Route;
import dev.hwhash.registration.fake.web.Routes;
import dev.hwhash.registration.fake.web.Schemas;
import dev.hwhash.registration.fake.web.Violations;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Puts Microsoft Graph together. */
public final class GraphParts {

    private GraphParts() {}

    /**
     * Makes Graph for one tenant.
     *
     * @param intune what the tenant knows
     * @param directory who may ask
     * @param behaviour how it behaves
     * @param violations where breaches are noted
     * @param clock the time
     * @return the site
     */
    public static GraphSite site(
            Intune intune, Directory directory, GraphBehaviour behaviour, Violations violations, InstantSource clock) {
        GraphErrors errors = new GraphErrors(clock);
        Pages pages = new Pages(behaviour.listing());
        List<Route> routes = new ArrayList<>();
        routes.addAll(
                new ImportedCalls(intune, pages, errors, violations, clock, behaviour.lateRegistrationId()).routes());
        routes.addAll(new DeviceCalls(intune, pages, errors, violations).routes());
        routes.addAll(new BetaCalls(intune, errors, violations, clock).routes());
        routes.addAll(
                new CorporateCalls(intune.corporateIdentifiers(), pages, errors, behaviour.corporateFilterRefused())
                        .routes());
        Routes known = new Routes(routes, Schemas.of("graph"), violations, false);
        return new GraphSite(directory, behaviour.throttle(), known, violations, errors, clock);
    }
}
