// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.registration.endpoint.Cloud;
import dev.hwhash.registration.endpoint.Endpoint;
import dev.hwhash.registration.endpoint.Endpoints;
import dev.hwhash.registration.endpoint.NotAnEndpointException;
import dev.hwhash.registration.partner.CustomerId;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which the service registers what is approved. */
final class RegistrationOptions {

    @Option(
            names = "--register-with",
            paramLabel = "TARGET",
            description = "register each approved device: intune or partner-center; default: none is registered")
    private @Nullable String registerWith;

    @Option(
            names = "--registration-file",
            paramLabel = "FILE",
            description = "tenant, app and secret for --register-with, as lines key = value; for its owner alone")
    private @Nullable Path file;

    Optional<RegistrationSettings> settings() throws FailedException {
        if (registerWith == null && file == null) {
            return Optional.empty();
        }
        if (registerWith == null || file == null) {
            throw usage("--register-with and --registration-file go together; give both");
        }
        Optional<RegistrationTarget> target = RegistrationTarget.named(registerWith);
        if (target.isEmpty()) {
            throw usage("--register-with takes intune or partner-center, not " + registerWith);
        }
        return Optional.of(settings(target.get(), RegistrationFile.read(file)));
    }

    private static RegistrationSettings settings(RegistrationTarget target, RegistrationFile file)
            throws FailedException {
        Endpoints endpoints = endpoints(file);
        Optional<CustomerId> customer = Optional.empty();
        if (target == RegistrationTarget.PARTNER_CENTER) {
            customer = Optional.of(customer(file, endpoints));
        } else if (file.value(RegistrationKey.CUSTOMER).isPresent()) {
            throw file.wrong("it has a customer, whom --register-with intune does not know; remove the line");
        }
        return new RegistrationSettings(target, endpoints, AppSignIn.of(file), customer);
    }

    private static CustomerId customer(RegistrationFile file, Endpoints endpoints) throws FailedException {
        if (endpoints.partnerCenter().isEmpty()) {
            throw file.wrong("the cloud " + endpoints.cloud() + " has no Partner Center; global and china have one");
        }
        String text = file.required(RegistrationKey.CUSTOMER);
        Optional<CustomerId> customer = CustomerId.of(text);
        if (customer.isEmpty()) {
            throw file.wrong("its customer is no tenant ID, which is such as 00000000-0000-0000-0000-000000000000");
        }
        return customer.get();
    }

    private static Endpoints endpoints(RegistrationFile file) throws FailedException {
        String name = file.value(RegistrationKey.CLOUD).orElse(Cloud.GLOBAL.toString());
        Optional<Cloud> cloud = Cloud.named(name);
        if (cloud.isEmpty()) {
            throw file.wrong("it names the cloud " + name + "; there are global, usgov, usgov-dod and china");
        }
        return cloud.get()
                .endpoints()
                .with(
                        endpoint(file, RegistrationKey.GRAPH_ENDPOINT),
                        endpoint(file, RegistrationKey.LOGIN_ENDPOINT),
                        endpoint(file, RegistrationKey.PARTNER_CENTER_ENDPOINT));
    }

    private static Optional<Endpoint> endpoint(RegistrationFile file, RegistrationKey key) throws FailedException {
        Optional<String> text = file.value(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Endpoint.of(text.get()));
        } catch (NotAnEndpointException e) {
            throw file.wrong("its " + key + " is no endpoint: " + e.getMessage());
        }
    }

    private static FailedException usage(String words) {
        return new FailedException(ExitCode.USAGE, "command-line", words);
    }
}
