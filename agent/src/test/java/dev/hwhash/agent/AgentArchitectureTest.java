// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the parts of the agent may know. */
@AnalyzeClasses(packages = "dev.hwhash.agent", importOptions = ImportOption.DoNotIncludeTests.class)
class AgentArchitectureTest {

    @ArchTest
    static final ArchRule windowsIsTheCollectorsBusiness = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.sun.jna..", "dev.hwhash.collector.wmi..");

    @ArchTest
    static final ArchRule commandsWorkWithoutTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackage("dev.hwhash.agent")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule jsonIsTouchedInOnePackage = noClasses()
            .that()
            .resideOutsideOfPackage("..json..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tools.jackson..");

    @ArchTest
    static final ArchRule httpIsNotTouched = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "javax.net..", "okhttp3..", "com.sun.net..");

    @ArchTest
    static final ArchRule mainAloneExits = noClasses()
            .that()
            .doNotBelongToAnyOf(Main.class)
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class);

    @ArchTest
    static final ArchRule mainAloneHasTheStreams = noClasses()
            .that()
            .doNotBelongToAnyOf(Main.class)
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .accessField(java.io.FileDescriptor.class, "out")
            .orShould()
            .accessField(java.io.FileDescriptor.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

    @ArchTest
    static final ArchRule stdinIsReadByDecodeAndFromWhoeverPicksATag = noClasses()
            .that()
            .doNotHaveSimpleName("Decode")
            .and()
            .doNotHaveSimpleName("Visit")
            .should()
            .callMethod(Session.class, "stdin");

    @ArchTest
    static final ArchRule mainAloneHasStdin =
            noClasses().that().doNotBelongToAnyOf(Main.class).should().accessField(java.io.FileDescriptor.class, "in");

    @ArchTest
    static final ArchRule nobodyIsAsked = noClasses()
            .should()
            .accessField(System.class, "in")
            .orShould()
            .callMethod(System.class, "console")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(java.io.Console.class, java.util.Scanner.class);

    @ArchTest
    static final ArchRule namesSayWhatAClassIs =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)(\\$.*)?");

    @ArchTest
    static final ArchRule commandsArePackagePrivate =
            classes().that().haveSimpleNameEndingWith("Command").should().bePackagePrivate();

    @ArchTest
    static final ArchRule everyCommandSharesTheOptionsOfAll = classes()
            .that()
            .haveSimpleNameEndingWith("Command")
            .and()
            .doNotBelongToAnyOf(HwhashCommand.class, StickCommand.class)
            .should()
            .implement(Subcommand.class);
}
