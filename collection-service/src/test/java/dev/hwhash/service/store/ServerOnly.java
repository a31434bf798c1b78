// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Of PostgreSQL alone; the value says what SQLite has instead. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("server-only")
@EnabledIfSystemProperty(named = "hwhash.database", matches = "postgresql", disabledReason = "of PostgreSQL alone")
public @interface ServerOnly {

    /** What stands for it where the database is SQLite. */
    String value();
}
