// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

/** Which hwhash this is. */
public final class AgentVersion {

    private AgentVersion() {}

    /**
     * Returns the version in the jar's manifest.
     *
     * @return such as {@code 1.0.0}; {@code unpackaged} where hwhash does not run out of its jar
     */
    public static String ofThisProgram() {
        String version = AgentVersion.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }
}
