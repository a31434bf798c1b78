// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which part of the service may know which, and who may load which library. */
@AnalyzeClasses(packages = ArchitectureTest.SERVICE, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    static final String SERVICE = "dev.hwhash.service";

    @ArchTest
    static final ArchRule WHAT_DECIDES_KNOWS_NEITHER_HTTP_NOR_SQL = noClasses()
            .that()
            .resideInAnyPackage(
                    SERVICE + ".intake",
                    SERVICE + ".token",
                    SERVICE + ".account",
                    SERVICE + ".audit",
                    SERVICE + ".approval",
                    SERVICE + ".selection",
                    SERVICE + ".retention",
                    SERVICE + ".registration")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    SERVICE + ".web",
                    SERVICE + ".store",
                    SERVICE,
                    "java.sql..",
                    "jakarta.servlet..",
                    "io.javalin..",
                    "org.jdbi..");

    @ArchTest
    static final ArchRule THE_STORE_KNOWS_NO_HTTP = noClasses()
            .that()
            .resideInAPackage(SERVICE + ".store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SERVICE + ".web", SERVICE, "jakarta.servlet..", "io.javalin..");

    @ArchTest
    static final ArchRule THE_WEB_KNOWS_NO_SQL = noClasses()
            .that()
            .resideInAPackage(SERVICE + ".web")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SERVICE + ".store", SERVICE, "java.sql..", "org.jdbi..", "org.sqlite..");

    @ArchTest
    static final ArchRule ONLY_THE_STORE_LOADS_JDBC = noClasses()
            .that()
            .resideOutsideOfPackage(SERVICE + ".store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.jdbi..", "org.sqlite..", "org.flywaydb..", "com.zaxxer..");

    @ArchTest
    static final ArchRule ONLY_THE_WEB_LOADS_JAVALIN = noClasses()
            .that()
            .resideOutsideOfPackages(SERVICE + ".web", SERVICE + ".page..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.javalin..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule THE_PAGES_KNOW_NO_SQL = noClasses()
            .that()
            .resideInAPackage(SERVICE + ".page..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SERVICE + ".store", SERVICE, "java.sql..", "org.jdbi..", "org.sqlite..");

    /** What decides which device is registered when asks a Registrar; which one, and by which right, is the command's. */
    @ArchTest
    static final ArchRule ONLY_THE_COMMAND_KNOWS_HOW_DEVICES_ARE_REGISTERED = noClasses()
            .that()
            .resideOutsideOfPackage(SERVICE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.hwhash.registration.graph",
                    "dev.hwhash.registration.partner",
                    "dev.hwhash.registration.http",
                    "dev.hwhash.registration.signin",
                    "dev.hwhash.registration.credential",
                    "dev.hwhash.registration.endpoint",
                    "okhttp3..",
                    "com.microsoft.aad.msal4j..");

    @ArchTest
    static final ArchRule ONLY_ACCOUNTS_LOAD_WHAT_HASHES_PASSWORDS = noClasses()
            .that()
            .resideOutsideOfPackage(SERVICE + ".account")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.bouncycastle..");
}
