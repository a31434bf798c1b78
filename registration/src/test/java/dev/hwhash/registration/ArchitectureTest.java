// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

/** Which part of the module may know which, and which library is loaded where. */
@AnalyzeClasses(packages = ArchitectureTest.REGISTRATION, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    static final String REGISTRATION = "dev.hwhash.registration";

    @ArchTest
    static final ArchRule RETRY_LOADS_NOTHING = noClasses()
            .that()
            .resideInAPackage(REGISTRATION + ".retry")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    REGISTRATION + ".retry", "java.lang..", "java.time..", "java.util..", "org.jspecify.annotations");

    @ArchTest
    static final ArchRule ENDPOINTS_STAND_ALONE = noClasses()
            .that()
            .resideInAPackage(REGISTRATION + ".endpoint")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(REGISTRATION + ".endpoint", "java..", "org.jspecify.annotations");

    @ArchTest
    static final ArchRule NO_PACKAGES_KNOW_EACH_OTHER =
            slices().matching(REGISTRATION + ".(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule HTTP_ALONE_LOADS_OKHTTP = loadsAlone("okhttp3..", REGISTRATION + ".http");

    @ArchTest
    static final ArchRule SIGN_IN_ALONE_LOADS_MSAL = loadsAlone("com.microsoft.aad.msal4j..", REGISTRATION + ".signin");

    @ArchTest
    static final ArchRule NO_CONSOLE_NO_JNA_NO_FILES_OF_DEVICES = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.sun.jna..", "dev.hwhash.device.file", "dev.hwhash.uploader..");

    @ArchTest
    static final ArchRule NO_CONSOLE = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)(\\$.*)?");

    private static ArchRule loadsAlone(String library, String... packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }
}
