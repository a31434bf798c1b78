// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Of SQLite's own files and ways; the value says which. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@DisabledIfSystemProperty(named = "hwhash.database", matches = "postgresql", disabledReason = "of SQLite alone")
public @interface EmbeddedOnly {

    /** What PostgreSQL has another way. */
    String value();
}
