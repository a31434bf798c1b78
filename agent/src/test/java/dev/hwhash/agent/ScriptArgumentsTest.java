// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line of Get-WindowsAutoPilotInfo as hwhash takes it. A vertical bar stands between two arguments. */
class ScriptArgumentsTest {

    private static final List<String> COMMANDS = List.of("collect");

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
                    -OutputFile|x.csv > collect|-o|x.csv
                    -OutputFile|x.csv|-Append|-GroupTag|Kiosk > collect|-o|x.csv|--group-tag|Kiosk
                    -outputfile|x.csv|-APPEND|-groupTAG|Kiosk > collect|-o|x.csv|--group-tag|Kiosk
                    -OutputFile:x.csv > collect|-o|x.csv
                    -OutputFile:E:\\x.csv|-GroupTag:a:b > collect|-o|E:\\x.csv|--group-tag|a:b
                    -AssignedUser|ada@contoso.com > collect|--assigned-user|ada@contoso.com
                    -Partner|-OutputFile|x.csv > collect|--format|partner-center|-o|x.csv
                    -Online > collect|--upload|intune|--wait
                    -ONLINE|-GroupTag|Kiosk > collect|--upload|intune|--wait|--group-tag|Kiosk
                    collect|-OutputFile|x.csv > collect|-o|x.csv
                    -o|x.csv > collect|-o|x.csv
                    --from|a.xml|-GroupTag|Kiosk > collect|--from|a.xml|--group-tag|Kiosk
                    -GroupTag|-5 > collect|--group-tag|-5
                    -GroupTag:-Append > collect|--group-tag|-Append
                    -OutputFile > collect|-o
                    --quiet > collect|--quiet
                    -h > -h
                    --help > --help
                    -V > -V
                    --version > --version
                    collect|-h > collect|-h
                    check|x.csv > collect|check|x.csv
                    """)
    void isRewritten(String typed, String expected) throws ProblemException {
        assertThat(ScriptArguments.rewritten(split(typed), COMMANDS)).isEqualTo(split(expected));
    }

    @Test
    void nothingAtAllMeansCollect() throws ProblemException {
        assertThat(ScriptArguments.rewritten(List.of(), COMMANDS)).containsExactly("collect");
    }

    @Test
    void emptyValuesStayValues() throws ProblemException {
        assertThat(ScriptArguments.rewritten(List.of("-OutputFile", "", "-GroupTag:"), COMMANDS))
                .containsExactly("collect", "-o", "", "--group-tag", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
                    -Name|PC1 > there is no -Name; run hwhash on that PC
                    -ComputerName|PC1 > there is no -ComputerName; run hwhash on that PC
                    -Credential|x > there is no -Credential; run hwhash on that PC, elevated
                    -InputFile|x > there is no -InputFile; use --from FILE
                    -Identifier > there is no -Identifier; use --format corporate-identifiers
                    -Force > there is no -Force; use --format corporate-identifiers
                    -TenantId|x > there is no -TenantId; sign in by hwhash login
                    -AppId:x > there is no -AppId;
                    -AddToGroup|x > there is no -AddToGroup; use a dynamic group
                    -AssignedComputerName|x > there is no -AssignedComputerName; name devices
                    -Assign > there is no -Assign; use --wait-for-profile
                    -Reboot > there is no -Reboot;
                    -CertificateThumbprint|x > there is no -CertificateThumbprint; write client-certificate
                    -UpdateTag > there is no -UpdateTag; use --update
                    -Delete > there is no -Delete; use --replace
                    -Wipe > there is no -Wipe; wipe the device in Intune
                    collect|-Reboot > there is no -Reboot;
                    """)
    void otherParameterOfTheScriptNamesItsReplacement(String typed, String words) {
        assertThat(refusal(typed).id()).isEqualTo("script-parameter");
        assertThat(refusal(typed).words()).startsWith(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-AppSecret|hunter2", "-appsecret:hunter2", "-OutputFile|x.csv|-AppSecret|hunter2"})
    void secretIsNotRepeated(String typed) {
        assertThat(refusal(typed).id()).isEqualTo("script-parameter");
        assertThat(refusal(typed).words())
                .containsIgnoringCase("-AppSecret")
                .contains("a secret never goes on a command line")
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Onlin",
                "-onlin",
                "-Out|x",
                "-ox.csv",
                "-O|x.csv",
                "-H",
                "-help",
                "-version",
                "-Append:x",
                "-Partner:1",
                "-from|a",
                "-AppSecre:hunter2",
                "-AppSecret=hunter2",
                "collect|-quiet",
                "--quiet|-x"
            })
    void otherWordWithASingleDashIsUnknown(String typed) {
        assertThat(refusal(typed).id()).isEqualTo("unknown-option");
        assertThat(refusal(typed).words()).startsWith("unknown option -").doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Partner|-GroupTag|x",
                "-GroupTag:x|-partner",
                "-Partner|-AssignedUser|x",
                "-Partner|--group-tag|x"
            })
    void partnerWithATagOrUserIsRefused(String typed) {
        assertThat(refusal(typed).id()).isEqualTo("partner-with-tag");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-OutputFile|-Append", "-GroupTag|-OutputFile:x", "-AssignedUser|-Online"})
    void parameterIsNotTheValueOfTheOneBefore(String typed) {
        assertThat(refusal(typed).id()).isEqualTo("option-value");
        assertThat(refusal(typed).words()).contains(" has no value: -");
    }

    private static Problem refusal(String typed) {
        Problem problem = assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> ScriptArguments.rewritten(split(typed), COMMANDS))
                .actual()
                .problem();
        assertThat(problem.exit()).isEqualTo(ExitCode.USAGE);
        return problem;
    }

    private static List<String> split(String typed) {
        return List.of(typed.split("\\|", -1));
    }
}
