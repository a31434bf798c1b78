// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Of several replicas on one PostgreSQL; the value says what one service has instead. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(named = "hwhash.database", matches = "postgresql", disabledReason = "of PostgreSQL alone")
public @interface ServerOnly {

    /** What SQLite has another way. */
    String value();
}
