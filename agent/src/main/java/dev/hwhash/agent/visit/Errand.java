// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.visit;

import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.collect.CollectRequest;
import dev.hwhash.agent.configuration.Configuration;
import dev.hwhash.agent.configuration.Key;
import dev.hwhash.agent.configuration.Setting;
import dev.hwhash.agent.upload.RegistrationRequest;
import dev.hwhash.agent.upload.SendRequest;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is to be collected, as requests for {@code collect}.
 *
 * @param stick the root of the stick
 * @param program the folder of the program, usually on the stick
 * @param captures files to read instead of this PC
 * @param ansi the PC's code page
 * @param given group tag and assigned user
 * @param wmiTimeout how long WMI may take
 * @param oa3tool the oa3tool.exe that the configuration names
 */
record Errand(
        Path stick,
        Path program,
        List<Path> captures,
        Charset ansi,
        DeviceRecord given,
        Duration wmiTimeout,
        Optional<Path> oa3tool) {

    Errand {
        captures = List.copyOf(captures);
    }

    /** Returns the request for one folder, with what is to be sent. */
    CollectRequest into(Path folder, Optional<SendRequest> upload) {
        return new CollectRequest(
                Optional.of(folder),
                Optional.empty(),
                TagList.encoding(given.value(Field.GROUP_TAG).orElse(""), ansi),
                ansi,
                given,
                captures,
                wmiTimeout,
                oa3tool,
                upload,
                false,
                false);
    }

    /**
     * Returns the ways to send, of which the first that can be gone is taken: by the outbox on the stick, by the usual
     * one, not at all.
     *
     * @param writable whether the stick takes files
     * @throws ProblemException if a path that is configured is none
     */
    List<Optional<SendRequest>> uploads(Configuration configuration, boolean writable) throws ProblemException {
        List<Optional<SendRequest>> ways = new ArrayList<>();
        if (configuration.setting(Key.SERVICE).isPresent()
                || configuration.setting(Key.SECRET_FILE).isPresent()) {
            Optional<Path> configured = path(configuration, Key.OUTBOX);
            if (configured.isEmpty() && writable && program.startsWith(stick)) {
                ways.add(Optional.of(upload(configuration, Optional.of(program.resolve("outbox")))));
            }
            ways.add(Optional.of(upload(configuration, configured)));
        }
        ways.add(Optional.empty());
        return ways;
    }

    private static SendRequest upload(Configuration configuration, Optional<Path> outbox) throws ProblemException {
        return new SendRequest(
                Optional.empty(),
                false,
                outbox,
                configuration.setting(Key.PROXY).map(Setting::value),
                path(configuration, Key.CA_FILE),
                Optional.empty(),
                RegistrationRequest.NONE);
    }

    /**
     * Returns a path of the configuration.
     *
     * @throws ProblemException if what stands there is none
     */
    static Optional<Path> path(Configuration configuration, Key key) throws ProblemException {
        Optional<Setting> setting = configuration.setting(key);
        return setting.isEmpty() ? Optional.empty() : Optional.of(setting.get().path());
    }
}
