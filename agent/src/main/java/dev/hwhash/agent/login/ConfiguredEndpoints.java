// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.login;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.configuration.Configuration;
import dev.hwhash.agent.configuration.Key;
import dev.hwhash.agent.configuration.Setting;
import dev.hwhash.registration.endpoint.Cloud;
import dev.hwhash.registration.endpoint.Endpoint;
import dev.hwhash.registration.endpoint.Endpoints;
import dev.hwhash.registration.endpoint.NotAnEndpointException;
import java.util.Optional;

/** The endpoints that are configured: a cloud's own, or others in their place. */
final class ConfiguredEndpoints {

    private ConfiguredEndpoints() {}

    /**
     * Finds them.
     *
     * @param cloud the cloud that the command line names; empty: the configured one, or global
     * @throws ProblemException if what is configured is none
     */
    static Endpoints of(Configuration configuration, Optional<String> cloud) throws ProblemException {
        Optional<String> name = cloud.or(() -> configuration.setting(Key.CLOUD).map(Setting::value));
        Cloud meant = name.isEmpty() ? Cloud.GLOBAL : cloud(name.get());
        return meant.endpoints()
                .with(
                        endpoint(configuration, Key.GRAPH_ENDPOINT),
                        endpoint(configuration, Key.LOGIN_ENDPOINT),
                        endpoint(configuration, Key.PARTNER_CENTER_ENDPOINT));
    }

    /**
     * Returns what is configured in the place of some endpoints.
     *
     * @throws ProblemException if what is configured is none
     */
    static Endpoints instead(Endpoints own, Configuration configuration) throws ProblemException {
        Optional<String> name = configuration.setting(Key.CLOUD).map(Setting::value);
        Endpoints cloud = name.isEmpty() || cloud(name.get()) == own.cloud()
                ? own
                : cloud(name.get()).endpoints();
        return cloud.with(
                endpoint(configuration, Key.GRAPH_ENDPOINT),
                endpoint(configuration, Key.LOGIN_ENDPOINT),
                endpoint(configuration, Key.PARTNER_CENTER_ENDPOINT));
    }

    private static Cloud cloud(String name) throws ProblemException {
        return Cloud.named(name)
                .orElseThrow(() -> new ProblemException(
                        ExitCode.USAGE,
                        "cloud-unknown",
                        "the cloud \"" + name + "\" is unknown; it is one of global, usgov, usgov-dod, china"));
    }

    private static Optional<Endpoint> endpoint(Configuration configuration, Key key) throws ProblemException {
        Optional<Setting> setting = configuration.setting(key);
        return setting.isEmpty()
                ? Optional.empty()
                : Optional.of(endpoint(setting.get().value(), setting.get().where(), key));
    }

    /**
     * Reads one.
     *
     * @throws ProblemException if it is none, or would get secrets in the clear
     */
    static Endpoint endpoint(String text, String where, Key key) throws ProblemException {
        try {
            return Endpoint.of(text);
        } catch (NotAnEndpointException e) {
            throw new ProblemException(
                    ExitCode.USAGE,
                    "configuration-refused",
                    where + ": " + key + " is no endpoint: " + e.getMessage() + "; write https://host");
        }
    }
}
