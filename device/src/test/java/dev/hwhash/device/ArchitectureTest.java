// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device;

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
import java.io.Console;
import java.util.List;

/** Which part of the module may know which, and what the module knows nothing of. */
@AnalyzeClasses(packages = ArchitectureTest.DEVICE, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    static final String DEVICE = "dev.hwhash.device";

    private static final String HASH = DEVICE + ".hash";
    private static final String CONTENT = HASH + ".content";
    private static final String OUTLINE = DEVICE + ".outline";
    private static final String TABLE = DEVICE + ".table";
    private static final String FILE = DEVICE + ".file";
    private static final String INDEX = DEVICE + ".index";
    private static final String CHECK = DEVICE + ".check";

    @ArchTest
    static final ArchRule THE_HASH_STANDS_ALONE = mayKnow(HASH);

    @ArchTest
    static final ArchRule THE_CONTENT_KNOWS_THE_RECORDS_OF_THE_HASH = mayKnow(CONTENT, HASH);

    @ArchTest
    static final ArchRule THE_DEVICE_KNOWS_ITS_HASH = mayKnow(DEVICE, HASH);

    @ArchTest
    static final ArchRule THE_OUTLINE_KNOWS_WHAT_IS_IN_A_HASH = mayKnow(OUTLINE, DEVICE, HASH, CONTENT);

    @ArchTest
    static final ArchRule THE_TABLE_KNOWS_DEVICES_AND_HASHES = mayKnow(TABLE, DEVICE, HASH);

    @ArchTest
    static final ArchRule THE_INDEX_KNOWS_DEVICES_AND_HASHES = mayKnow(INDEX, DEVICE, HASH);

    @ArchTest
    static final ArchRule THE_CHECK_KNOWS_ALL_BUT_FILES = mayKnow(CHECK, DEVICE, HASH, TABLE, INDEX);

    @ArchTest
    static final ArchRule THE_FILE_KNOWS_BYTES_ALONE = mayKnow(FILE);

    @ArchTest
    static final ArchRule NO_PACKAGES_KNOW_EACH_OTHER =
            slices().matching(DEVICE + ".(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_NATIVE_CALLS_NETWORK_OR_LIBRARIES = noClasses()
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(DEVICE + "..", "java..", "org.jspecify.annotations")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net..", "java.util.logging..", "java.awt..", "java.sql..");

    @ArchTest
    static final ArchRule NO_CONSOLE = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule NO_CONSOLE_INPUT = noClasses()
            .should()
            .accessField(System.class, "in")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Console.class);

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

    private static ArchRule mayKnow(String itself, String... others) {
        DescribedPredicate<JavaClass> allowed = resideInAPackage(itself).or(resideInAnyPackage(others));
        return noClasses()
                .that()
                .resideInAPackage(itself)
                .should()
                .dependOnClassesThat(resideInAPackage(DEVICE + "..").and(DescribedPredicate.not(allowed)))
                .as(itself + " knows " + List.of(others) + " of this module and nothing else");
    }
}
