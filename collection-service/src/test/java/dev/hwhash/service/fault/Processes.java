// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.store.InstalledPostgreSql;
import java.util.ArrayList;
import java.util.List;

/** What the machine does to the processes of a server. */
final class Processes {

    private Processes() {}

    /** Has none of them do anything, and none of their connections end. */
    static void hold(InstalledPostgreSql server) {
        signal("-STOP", server);
    }

    static void release(InstalledPostgreSql server) {
        signal("-CONT", server);
    }

    private static void signal(String signal, InstalledPostgreSql server) {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        server.processes().forEach(process -> command.add(Long.toString(process.pid())));
        server.runOther(command);
    }

    /** Has no file become larger than so many bytes, or "unlimited"; the limit can be taken back. */
    static void limitFiles(InstalledPostgreSql server, String bytes) {
        for (ProcessHandle process : server.processes()) {
            try {
                server.runOther(List.of("prlimit", "--pid", Long.toString(process.pid()), "--fsize=" + bytes + ":"));
            } catch (IllegalStateException e) {
                // Those that serve a connection may have ended meanwhile.
                assertThat(process.isAlive()).as(e.getMessage()).isFalse();
            }
        }
    }
}
