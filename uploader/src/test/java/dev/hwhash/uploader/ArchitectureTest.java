// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.List;

/** Which part of the module may know which, and which library is loaded where. */
@AnalyzeClasses(packages = ArchitectureTest.UPLOADER, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    static final String UPLOADER = "dev.hwhash.uploader";

    private static final String REPORT = UPLOADER + ".report";
    private static final String OUTBOX = UPLOADER + ".outbox";
    private static final String HTTP = UPLOADER + ".http";
    private static final String PROXY = UPLOADER + ".proxy";
    private static final String TRUST = UPLOADER + ".trust";
    private static final String PROTECTION = UPLOADER + ".protection";

    @ArchTest
    static final ArchRule A_REPORT_STANDS_ALONE = mayKnow(REPORT);

    @ArchTest
    static final ArchRule TRUST_STANDS_ALONE = mayKnow(TRUST);

    @ArchTest
    static final ArchRule A_PROXY_STANDS_ALONE = mayKnow(PROXY);

    @ArchTest
    static final ArchRule THE_OUTBOX_KNOWS_REPORTS = mayKnow(OUTBOX, REPORT);

    @ArchTest
    static final ArchRule HTTP_DOES_NOT_KNOW_THE_OUTBOX = mayKnow(HTTP, REPORT, PROXY, TRUST);

    @ArchTest
    static final ArchRule NO_PACKAGES_KNOW_EACH_OTHER =
            slices().matching(UPLOADER + ".(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule HTTP_ALONE_LOADS_OKHTTP = loadsAlone(HTTP, "okhttp3..", "okio..", "kotlin..");

    @ArchTest
    static final ArchRule PROXY_AND_PROTECTION_ALONE_LOAD_JNA = noClasses()
            .that()
            .resideOutsideOfPackages(PROXY, PROTECTION)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.sun.jna..");

    @ArchTest
    static final ArchRule PROTECTION_STANDS_ALONE = mayKnow(PROTECTION);

    @ArchTest
    static final ArchRule NO_WMI_NO_CONSOLE_NO_OTHER_LIBRARIES = noClasses()
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    UPLOADER + "..",
                    "dev.hwhash.device",
                    "dev.hwhash.device.file",
                    "dev.hwhash.registration..",
                    "java..",
                    "javax.net.ssl..",
                    "javax.security.auth.x500",
                    "org.jspecify.annotations",
                    "okhttp3..",
                    "okio..",
                    "kotlin..",
                    "com.sun.jna..",
                    "tools.jackson.core..");

    @ArchTest
    static final ArchRule NO_CONSOLE = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl");

    private static ArchRule loadsAlone(String itself, String... libraries) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(itself)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries);
    }

    private static ArchRule mayKnow(String itself, String... others) {
        DescribedPredicate<JavaClass> allowed = resideInAPackage(itself).or(resideInAnyPackage(others));
        return noClasses()
                .that()
                .resideInAPackage(itself)
                .should()
                .dependOnClassesThat(resideInAPackage(UPLOADER + "..").and(DescribedPredicate.not(allowed)))
                .as(itself + " knows " + List.of(others) + " of this module and nothing else");
    }
}
