// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** Stops, kills or asks programs of this machine, which an image of PostgreSQL does not bring. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("installed-programs")
public @interface InstalledPrograms {}
