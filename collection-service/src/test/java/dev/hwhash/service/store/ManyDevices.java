// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** As many devices as somebody wants, made by the server itself in tables that the service has made. */
public final class ManyDevices {

    private ManyDevices() {}

    /** Puts them in the place of all that is there. */
    public static void fill(PostgreSqlServer server, String database, int devices) throws IOException {
        Path script = Files.createTempFile("devices", ".sql");
        try (InputStream in = Objects.requireNonNull(
                ManyDevices.class.getResourceAsStream("/dev/hwhash/service/bench/devices.sql"))) {
            Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
            // psql runs as the server's user.
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rw-r--r--"));
            server.psql(
                    database, script, "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--set=devices=" + devices);
        } finally {
            Files.delete(script);
        }
    }
}
