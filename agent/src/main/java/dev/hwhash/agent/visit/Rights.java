// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.visit;

import dev.hwhash.agent.SystemProgram;
import dev.hwhash.collector.ElevatedProgram;
import dev.hwhash.collector.ElevatedRun;
import java.time.Duration;

/** What runs hwhash once more, as administrator. */
interface Rights {

    /**
     * Asks whoever sits there, and waits for the end of that run.
     *
     * @param parameters what cmd.exe gets
     * @param folder where to start it
     * @param patience how long to wait for its end
     */
    ElevatedRun run(String parameters, String folder, Duration patience);

    /** Returns those of Windows. */
    static Rights ofWindows() {
        return (parameters, folder, patience) ->
                ElevatedProgram.run(SystemProgram.of("cmd.exe").toString(), parameters, folder, patience);
    }
}
