// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.schedule;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The options that a task repeats; pure.
 *
 * @param outbox the folder of what waits
 * @param target the service that was named
 * @param configuration the configuration that was named
 * @param secretFile the file with the token that was named
 * @param caFile the certificates that were named
 * @param proxy the proxy that was named
 */
public record TaskRequest(
        Path outbox,
        Optional<String> target,
        Optional<Path> configuration,
        Optional<Path> secretFile,
        Optional<Path> caFile,
        Optional<String> proxy) {

    /** Returns the arguments of hwhash, with absolute paths: a task starts in a folder of its own. */
    List<String> arguments() {
        List<String> words = new ArrayList<>(List.of("upload", "--schedule", "--quiet"));
        add(words, "--outbox", Optional.of(outbox));
        target.ifPresent(named -> words.addAll(List.of("--to", named)));
        add(words, "--config", configuration);
        add(words, "--secret-file", secretFile);
        add(words, "--ca-file", caFile);
        proxy.ifPresent(named -> words.addAll(List.of("--proxy", named)));
        return words;
    }

    private static void add(List<String> words, String option, Optional<Path> path) {
        path.ifPresent(
                file -> words.addAll(List.of(option, file.toAbsolutePath().toString())));
    }
}
