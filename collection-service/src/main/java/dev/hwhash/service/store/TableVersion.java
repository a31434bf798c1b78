// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

/** How the tables of a database stand to this version of the service. */
public enum TableVersion {
    /** They are its own. */
    SAME,
    /** An older one made them, or nobody did. */
    OLDER,
    /** A newer one made them. */
    NEWER
}
