// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import java.io.PrintStream;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The command line: without a word the service runs. */
@CommandLine.Command(
        name = "hwhash-collection-service",
        mixinStandardHelpOptions = true,
        description = "Receives the reports of hwhash and keeps them in a database.")
final class ServiceCommand implements Command {

    private static final int DEFAULT_PORT = 8080;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "folder of the database; made if missing")
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Option(names = "--port", paramLabel = "N", description = "port; default 8080; 0: any that is free")
    private int port = DEFAULT_PORT;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "where to listen; default 127.0.0.1")
    private String host = "127.0.0.1";

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "how agents reach the service; goes into the token's file")
    private String publicUrl = "";

    static CommandLine line() {
        return new CommandLine(new ServiceCommand());
    }

    @Override
    public void run(PrintStream out) throws FailedException {
        if (port < 0 || port > 65_535) {
            throw new FailedException(ExitCode.USAGE, "port", "--port takes 0 to 65535, not " + port);
        }
        Log.toStderr();
        Service service = Service.start(data, host, port, url -> publicUrl.isEmpty() ? url : publicUrl, out);
        service.awaitStop();
    }
}
