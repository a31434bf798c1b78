// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.configuration;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.configuration.Configuration.Place;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what is configured: the environment, {@code hwhash.conf} beside the program, {@code hwhash.conf} of the machine
 * in {@code %ProgramData%\hwhash}. Where there is nothing, it costs a run two looks for a file.
 */
public final class ConfigurationReader {

    private static final String NAME = "hwhash.conf";

    private final Variables variables;
    private final Path program;
    private final boolean windows;
    private final SettingsFile files;
    private final List<Place> places = new ArrayList<>();
    private final List<Problem> ignored = new ArrayList<>();

    /**
     * Makes a reader, which is used once.
     *
     * @param variables the environment
     * @param program the folder of the program
     * @param windows whether this is Windows, the only system with settings of the machine
     * @param elevated whether only files are used that nobody else can write
     */
    public ConfigurationReader(Variables variables, Path program, boolean windows, boolean elevated) {
        this.variables = variables;
        this.program = program;
        this.windows = windows;
        this.files = new SettingsFile(elevated);
    }

    /**
     * Reads all places.
     *
     * @param named the file that the command line names; it is read instead of the one beside the program
     * @return what is configured
     * @throws ProblemException if a file is none, or the named one is not there
     */
    public Configuration read(Optional<Path> named) throws ProblemException {
        environment();
        if (named.isPresent()) {
            file(named.get());
        } else {
            fileIfThere(program.resolve(NAME));
        }
        Optional<String> machine = windows ? variables.value("ProgramData") : Optional.empty();
        if (machine.isPresent()) {
            fileIfThere(path(machine.get()).resolve("hwhash").resolve(NAME));
        }
        return new Configuration(places, ignored, files);
    }

    private static Path path(String folder) throws ProblemException {
        try {
            return Path.of(folder);
        } catch (InvalidPathException e) {
            throw new ProblemException(
                    ExitCode.USAGE, "configuration-refused", "the variable ProgramData holds no path: " + folder);
        }
    }

    private void environment() {
        Map<Key, Setting> settings = new EnumMap<>(Key.class);
        for (Key key : Key.values()) {
            Optional<String> value = variables.value(key.variable());
            if (value.isPresent()) {
                settings.put(key, new Setting(key, value.get(), "the variable " + key.variable(), Path.of("")));
            }
        }
        if (!settings.isEmpty()) {
            places.add(new Place(Optional.empty(), settings));
        }
    }

    private void fileIfThere(Path file) throws ProblemException {
        // java.io.File answers without an exception, which costs more than the answer.
        if (file.toFile().exists()) {
            file(file);
        }
    }

    private void file(Path file) throws ProblemException {
        Optional<String> distrust = files.distrust(file);
        if (distrust.isPresent()) {
            ignored.add(new Problem(ExitCode.USAGE, "configuration-ignored", file + " is not read: " + distrust.get()));
        } else {
            places.add(new Place(Optional.of(file), files.read(file, EnumSet.allOf(Key.class))));
        }
    }
}
