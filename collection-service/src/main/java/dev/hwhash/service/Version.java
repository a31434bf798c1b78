// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import picocli.CommandLine.IVersionProvider;

/** The version that the jar's manifest holds. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"hwhash-collection-service " + (version == null ? "(not packaged)" : version)};
    }
}
