// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.service.store.DatabaseLocation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Reads where PostgreSQL is, as libpq has it: {@code postgresql://USER@HOST[:PORT][,HOST…]/DATABASE[?SETTING=VALUE…]},
 * with the settings of the driver. Beyond this machine the server's certificate is asked for, unless {@code sslmode} says
 * otherwise.
 *
 * @see <a href="https://jdbc.postgresql.org/documentation/use/">Connecting to the Database</a>
 */
final class DatabaseUrl {

    private static final String SCHEME = "postgresql://";

    /** Secrets, and what the service sets itself. */
    private static final List<String> NOT_TAKEN = List.of("password", "sslpassword", "user", "options");

    private DatabaseUrl() {}

    /** Reads a URL; the password comes from elsewhere, and is in no message. */
    static DatabaseLocation.PostgreSql of(String url, String password) throws FailedException {
        if (!url.startsWith(SCHEME)) {
            throw refused("takes postgresql://USER@HOST/DATABASE");
        }
        String rest = url.substring(SCHEME.length());
        int question = rest.indexOf('?');
        String settings = question < 0 ? "" : rest.substring(question + 1);
        String place = question < 0 ? rest : rest.substring(0, question);
        int slash = place.indexOf('/');
        if (slash < 0 || slash == place.length() - 1 || place.indexOf('/', slash + 1) >= 0) {
            throw refused("names no database: postgresql://USER@HOST/DATABASE");
        }
        String authority = place.substring(0, slash);
        int at = authority.lastIndexOf('@');
        String user = at < 0 ? "" : authority.substring(0, at);
        String hosts = authority.substring(at + 1);
        if (user.isEmpty() || hosts.isEmpty()) {
            throw refused("names no user or no host: postgresql://USER@HOST/DATABASE");
        }
        if (user.indexOf(':') >= 0) {
            throw refused("must not hold the password; put that into a file that --database-password-file names");
        }
        StringBuilder jdbc = new StringBuilder("jdbc:").append(SCHEME).append(hosts);
        jdbc.append(place.substring(slash)).append("?user=").append(URLEncoder.encode(user, StandardCharsets.UTF_8));
        append(jdbc, settings);
        if (!names(settings, "sslmode") && !isHere(hosts)) {
            jdbc.append("&sslmode=verify-full");
        }
        return new DatabaseLocation.PostgreSql(jdbc.toString(), password);
    }

    private static void append(StringBuilder jdbc, String settings) throws FailedException {
        for (String name : NOT_TAKEN) {
            if (names(settings, name)) {
                throw refused(
                        "must not have the setting " + name
                                + "; the user stands before the host, the password in a file that --database-password-file names");
            }
        }
        if (!settings.isEmpty()) {
            jdbc.append('&').append(settings);
        }
    }

    private static boolean names(String settings, String name) {
        return List.of(settings.split("&")).stream()
                .anyMatch(setting -> setting.toLowerCase(Locale.ROOT).startsWith(name + "="));
    }

    private static boolean isHere(String hosts) {
        return List.of(hosts.split(",")).stream().allMatch(DatabaseUrl::isLoopback);
    }

    private static boolean isLoopback(String host) {
        String name = host.replaceFirst(":\\d*$", "");
        return name.equals("localhost") || name.equals("[::1]") || name.matches("127(\\.\\d{1,3}){3}");
    }

    private static FailedException refused(String words) {
        return new FailedException(ExitCode.USAGE, "database-url", "the database's URL " + words);
    }
}
