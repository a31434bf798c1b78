// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.signin;

import dev.hwhash.registration.credential.AccessTokens.Resource;
import dev.hwhash.registration.endpoint.Cloud;
import dev.hwhash.registration.endpoint.Endpoint;
import dev.hwhash.registration.endpoint.Endpoints;
import java.util.Optional;

/** What is asked for: the least that registering a device takes. Pure. */
final class Scopes {

    /**
     * Imports, changes and deletes Autopilot devices, and nothing else of Intune's.
     *
     * @see <a href="https://learn.microsoft.com/graph/api/intune-enrollment-importedwindowsautopilotdeviceidentity-import">import</a>
     */
    private static final String GRAPH_PERMISSION = "DeviceManagementServiceConfig.ReadWrite.All";

    /** The one delegated permission that Partner Center has. */
    private static final String PARTNER_CENTER_PERMISSION = "user_impersonation";

    /** All that an app was given consent to. */
    private static final String OF_APP = ".default";

    private Scopes() {}

    /**
     * Returns the scope of a resource. It names Microsoft's own address of that cloud even where another one is
     * configured: it is the name of the resource, and nobody is asked there.
     *
     * @return empty where the cloud has no such resource
     */
    static Optional<String> of(Resource resource, Cloud cloud, boolean ofUser) {
        Endpoints own = cloud.endpoints();
        return switch (resource) {
            case GRAPH -> Optional.of(scope(own.graph(), ofUser ? GRAPH_PERMISSION : OF_APP));
            case PARTNER_CENTER ->
                own.partnerCenter().map(at -> scope(at, ofUser ? PARTNER_CENTER_PERMISSION : OF_APP));
        };
    }

    private static String scope(Endpoint resource, String permission) {
        return "https://" + resource.origin().host() + "/" + permission;
    }
}
