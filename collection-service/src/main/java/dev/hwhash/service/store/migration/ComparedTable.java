// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store.migration;

/**
 * A table in both databases. Immutable.
 *
 * @param name of the table
 * @param sourceRows how many rows the folder has
 * @param source SHA-256 of them all, in hex
 * @param targetRows how many rows PostgreSQL has
 * @param target SHA-256 of them all, in hex
 * @param replaced how many texts of the folder hold U+0000, which PostgreSQL has as U+FFFD
 */
public record ComparedTable(
        String name, long sourceRows, String source, long targetRows, String target, long replaced) {

    static ComparedTable of(String name, TableDigest source, TableDigest target) {
        return new ComparedTable(
                name, source.rows(), source.sha256(), target.rows(), target.sha256(), source.replaced());
    }

    /**
     * Returns whether they are the same.
     *
     * @return by count and hash
     */
    public boolean isSame() {
        return sourceRows == targetRows && source.equals(target);
    }
}
