// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import java.sql.Types;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * Text as both databases hold it and look for it: PostgreSQL's has no U+0000, so that U+FFFD stands in its place.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype-character.html">Character Types</a>
 */
final class StoredText extends AbstractArgumentFactory<String> {

    StoredText() {
        super(Types.VARCHAR);
    }

    static String of(String text) {
        return text.replace('\0', '\uFFFD');
    }

    @Override
    protected Argument build(String value, ConfigRegistry config) {
        return (place, statement, context) -> statement.setString(place, of(value));
    }
}
