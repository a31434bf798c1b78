// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import picocli.CommandLine.IVersionProvider;

/** The version that the jar's manifest holds. */
final class Version implements IVersionProvider {

    /** Returns how the service calls itself where it asks others (RFC 9110 §10.1.5). */
    static String userAgent() {
        String version = number();
        return "hwhash-collection-service" + (version.isEmpty() ? "" : "/" + version);
    }

    private static String number() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "" : version;
    }

    @Override
    public String[] getVersion() {
        String version = number();
        return new String[] {"hwhash-collection-service " + (version.isEmpty() ? "(not packaged)" : version)};
    }
}
