// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The service of a class of tests: a process on a folder of its own, with an account of each role. */
@SuppressWarnings("NullAway.Init")
public final class TestedService implements BeforeAllCallback, AfterAllCallback {

    private final Preparation preparation;
    private final String[] options;
    private Path folder;
    private ServiceProcess service;
    private People people;

    /** What is done to the folder of the service before it starts. */
    @FunctionalInterface
    public interface Preparation {

        /** Fills the folder. */
        void prepare(Path data) throws Exception;
    }

    /** An empty service, started with options. */
    public TestedService(String... options) {
        this(data -> {}, options);
    }

    /** A service that finds a folder prepared. */
    public TestedService(Preparation preparation, String... options) {
        this.preparation = preparation;
        this.options = options.clone();
    }

    public ServiceProcess service() {
        return service;
    }

    public People people() {
        return people;
    }

    /** Where there is room beside the data; deleted with them. */
    public Path folder() {
        return folder;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        folder = Files.createTempDirectory("hwhash-tested");
        Path data = Files.createDirectory(folder.resolve("data"));
        preparation.prepare(data);
        service = ServiceProcess.start(data, options);
        people = People.of(service);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (service != null) {
            service.close();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
