// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.login;

import java.net.URI;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The documents by which a library finds the endpoints. */
final class Discovery {

    private static final JsonMapper JSON = new JsonMapper();

    private Discovery() {}

    static ObjectNode configuration(String root, String tenant) {
        ObjectNode document = JSON.createObjectNode();
        document.put("issuer", root + "/" + Directory.TENANT + "/v2.0");
        document.put("token_endpoint", root + "/" + tenant + "/oauth2/v2.0/token");
        document.put("authorization_endpoint", root + "/" + tenant + "/oauth2/v2.0/authorize");
        document.put("device_authorization_endpoint", root + "/" + tenant + "/oauth2/v2.0/devicecode");
        document.put("jwks_uri", root + "/" + tenant + "/discovery/v2.0/keys");
        return document;
    }

    static ObjectNode instance(String root, String tenant) {
        ObjectNode document = JSON.createObjectNode();
        document.put("tenant_discovery_endpoint", root + "/" + tenant + "/v2.0/.well-known/openid-configuration");
        document.put("api-version", "1.1");
        String host = URI.create(root).getAuthority();
        ObjectNode metadata = document.putArray("metadata").addObject();
        metadata.put("preferred_network", host);
        metadata.put("preferred_cache", host);
        metadata.putArray("aliases").add(host);
        return document;
    }
}
