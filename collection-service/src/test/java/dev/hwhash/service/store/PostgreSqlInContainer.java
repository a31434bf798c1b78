// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import com.github.dockerjava.api.model.PortBinding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.ExecConfig;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/** From an image, by an engine for containers on this machine: for machines without PostgreSQL's packages. */
final class PostgreSqlInContainer extends PostgreSqlServer {

    private static final String SCRIPT = "/tmp/script.sql";

    private static final PortBinding LOOPBACK = PortBinding.parse("127.0.0.1::" + PostgreSQLContainer.POSTGRESQL_PORT);

    private final PostgreSQLContainer container;

    private PostgreSqlInContainer(PostgreSQLContainer container) {
        super(container.getFirstMappedPort());
        this.container = container;
    }

    /** Starts one of an image such as {@code postgres:15-bookworm}; settings as in its file. */
    static PostgreSqlInContainer start(String image, String... settings) {
        List<String> words = new ArrayList<>(List.of("postgres", "-c", "max_connections=200"));
        for (String setting : settings) {
            words.addAll(List.of("-c", setting));
        }
        PostgreSQLContainer container =
                new PostgreSQLContainer(DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"));
        container.withUsername(USER).withPassword(PASSWORD).withCommand(words.toArray(String[]::new));
        container.withEnv("POSTGRES_INITDB_ARGS", "--encoding=UTF8 --locale=C.UTF-8 --no-sync");
        // At loopback alone: everybody knows the password.
        container.withCreateContainerCmdModifier(
                command -> Objects.requireNonNull(command.getHostConfig()).withPortBindings(LOOPBACK));
        container.start();
        return new PostgreSqlInContainer(container);
    }

    @Override
    void psql(String database, Path script, String... options) {
        List<String> command = new ArrayList<>(List.of("psql", "--username=" + USER, "--file=" + SCRIPT));
        command.addAll(List.of(options));
        command.add(database);
        try {
            container.copyFileToContainer(MountableFile.forHostPath(script), SCRIPT);
            ExecResult result = container.execInContainer(ExecConfig.builder()
                    .envVars(Map.of("PGPASSWORD", PASSWORD))
                    .command(command.toArray(String[]::new))
                    .build());
            if (result.getExitCode() != 0) {
                throw new IllegalStateException("psql failed: " + result.getStderr());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    String log() {
        return container.getLogs();
    }

    @Override
    public void close() {
        container.stop();
    }
}
