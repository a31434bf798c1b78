// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.service.store.DatabaseLocation;
import dev.hwhash.service.web.ListenSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the service shall run.
 *
 * @param data folder of its files
 * @param server its database; empty: the folder's own
 * @param listen where it listens
 * @param publicUrl how agents reach it; empty: as it listens
 * @param registration how it registers approved devices; empty: it does not
 */
record Settings(
        Path data,
        Optional<DatabaseLocation.PostgreSql> server,
        ListenSettings listen,
        Optional<URI> publicUrl,
        Optional<RegistrationSettings> registration) {

    /** Returns how this machine reaches the service. */
    String url(int port) {
        String host = listen.host().indexOf(':') >= 0 ? "[" + listen.host() + "]" : listen.host();
        return listen.scheme() + "://" + host + ":" + port;
    }
}
