// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.schedule;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A task that runs each hour as SYSTEM, somewhere within half an hour so that a fleet does not come at once, only with a
 * network, on battery too, for at most ten minutes; pure.
 *
 * @param program an absolute path
 * @param arguments what it gets; never a secret
 * @param start when it runs first, by the PC's own time
 * @see <a href="https://learn.microsoft.com/windows/win32/taskschd/task-scheduler-schema">Task Scheduler schema</a>
 */
record TaskDefinition(String program, List<String> arguments, LocalDateTime start) {

    TaskDefinition {
        arguments = List.copyOf(arguments);
    }

    /** Returns the task as {@code schtasks /XML} takes it; stored as UTF-16. */
    String xml() {
        return """
                <?xml version="1.0" encoding="UTF-16"?>
                <Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
                  <RegistrationInfo>
                    <Description>Sends what waits in the outbox of hwhash, then removes itself.</Description>
                  </RegistrationInfo>
                  <Triggers>
                    <TimeTrigger>
                      <Repetition>
                        <Interval>PT1H</Interval>
                        <StopAtDurationEnd>false</StopAtDurationEnd>
                      </Repetition>
                      <StartBoundary>%s</StartBoundary>
                      <Enabled>true</Enabled>
                      <RandomDelay>PT30M</RandomDelay>
                    </TimeTrigger>
                  </Triggers>
                  <Principals>
                    <Principal id="Author">
                      <UserId>S-1-5-18</UserId>
                      <RunLevel>HighestAvailable</RunLevel>
                    </Principal>
                  </Principals>
                  <Settings>
                    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
                    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
                    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
                    <StartWhenAvailable>true</StartWhenAvailable>
                    <RunOnlyIfNetworkAvailable>true</RunOnlyIfNetworkAvailable>
                    <ExecutionTimeLimit>PT10M</ExecutionTimeLimit>
                  </Settings>
                  <Actions Context="Author">
                    <Exec>
                      <Command>%s</Command>
                      <Arguments>%s</Arguments>
                    </Exec>
                  </Actions>
                </Task>
                """.formatted(
                        DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(start.truncatedTo(ChronoUnit.SECONDS)),
                        escaped(program),
                        escaped(CommandWords.joined(arguments)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
