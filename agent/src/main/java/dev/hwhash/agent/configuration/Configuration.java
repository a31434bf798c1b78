// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.configuration;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Messages;
import dev.hwhash.agent.Problem;
import dev.hwhash.agent.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is configured, in all places. Immutable, but its secret file is read when it is asked for. */
public final class Configuration {

    private static final Set<Key> IN_SECRET_FILE = Collections.unmodifiableSet(EnumSet.of(
            Key.SERVICE,
            Key.TOKEN,
            Key.CLOUD,
            Key.TENANT,
            Key.CLIENT_ID,
            Key.CLIENT_SECRET,
            Key.CLIENT_CERTIFICATE,
            Key.CLIENT_CERTIFICATE_PASSWORD,
            Key.LOGIN_ENDPOINT));

    private final List<Place> places;
    private final List<Problem> ignored;
    private final SettingsFile files;

    /**
     * The settings that stand in one place.
     *
     * @param file the file; empty: the environment
     * @param settings what stands there
     */
    record Place(Optional<Path> file, Map<Key, Setting> settings) {

        Place {
            settings = Map.copyOf(settings);
        }

        Optional<Setting> setting(Key key) {
            return Optional.ofNullable(settings.get(key));
        }

        /** Returns what a message calls it. */
        String name() {
            return file.map(Path::toString).orElse("the environment");
        }
    }

    /** With places in the order in which they count, and warnings of what was left out. */
    Configuration(List<Place> places, List<Problem> ignored, SettingsFile files) {
        this.places = List.copyOf(places);
        this.ignored = List.copyOf(ignored);
        this.files = files;
    }

    /**
     * Returns the value of a key that counts.
     *
     * @param key what it is for
     * @return empty where it stands nowhere
     */
    public Optional<Setting> setting(Key key) {
        for (Place place : places) {
            if (place.settings().containsKey(key)) {
                return place.setting(key);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the files that are read.
     *
     * @return in the order in which they count
     */
    public List<Path> files() {
        List<Path> read = new ArrayList<>();
        for (Place place : places) {
            place.file().ifPresent(read::add);
        }
        return List.copyOf(read);
    }

    /**
     * Returns what was there and is not used, as others could have written it.
     *
     * @return warnings, for the one who starts the command
     */
    public List<Problem> ignored() {
        return ignored;
    }

    /**
     * Returns the credentials of the first place that has any.
     *
     * @param secretFile the file that the command line names, which comes first
     * @param messages where to say that such a file is not used, as others could have written it
     * @return empty where there are none
     * @throws ProblemException if a token stands without its service, or a file with it cannot be read
     */
    public Optional<Credentials> credentials(Optional<Path> secretFile, Messages messages) throws ProblemException {
        if (secretFile.isPresent()) {
            return inFile(secretFile.get(), messages);
        }
        for (Place place : places) {
            Optional<Setting> token = place.setting(Key.TOKEN);
            Optional<Setting> file = place.setting(Key.SECRET_FILE);
            if (token.isPresent() && file.isPresent()) {
                throw refused(place.name() + " has a token and a secret-file; which is meant? delete one of them");
            }
            if (file.isPresent()) {
                return inFile(file.get().path(), messages);
            }
            if (token.isPresent()) {
                return Optional.of(credentials(place, token.get()));
            }
        }
        return Optional.empty();
    }

    private Optional<Credentials> inFile(Path file, Messages messages) throws ProblemException {
        Optional<Place> read = secretFile(file, messages);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        Place place = read.get();
        Optional<Setting> token = place.setting(Key.TOKEN);
        if (token.isEmpty()) {
            throw refused(file + " has no token; it needs the two lines service = https://... and token = ...");
        }
        return Optional.of(credentials(place, token.get()));
    }

    /** Returns what stands in a file of secrets; empty where others could have written it. */
    private Optional<Place> secretFile(Path file, Messages messages) throws ProblemException {
        Optional<String> distrust = files.distrust(file);
        if (distrust.isPresent()) {
            messages.warning("configuration-ignored", file + " is not read: " + distrust.get());
            return Optional.empty();
        }
        return Optional.of(new Place(Optional.of(file), files.read(file, IN_SECRET_FILE)));
    }

    /**
     * Returns by what an app signs in, of the first place that has a secret or a certificate.
     *
     * @param secretFile the file that the command line names, which comes first
     * @param messages where to say that such a file is not used, as others could have written it
     * @return empty where there is none
     * @throws ProblemException if a secret stands without its tenant and client ID, or a file with it cannot be read
     */
    public Optional<AppCredentials> appCredentials(Optional<Path> secretFile, Messages messages)
            throws ProblemException {
        if (secretFile.isPresent()) {
            Optional<Place> place = secretFile(secretFile.get(), messages);
            return place.isEmpty() ? Optional.empty() : app(place.get());
        }
        for (Place place : places) {
            Optional<AppCredentials> own = app(place);
            if (own.isPresent()) {
                return own;
            }
            Optional<Setting> file = place.setting(Key.SECRET_FILE);
            Optional<Place> named =
                    file.isEmpty() ? Optional.empty() : secretFile(file.get().path(), messages);
            Optional<AppCredentials> inFile = named.isEmpty() ? Optional.empty() : app(named.get());
            if (inFile.isPresent()) {
                return inFile;
            }
        }
        return Optional.empty();
    }

    /**
     * Reads a file that holds a secret as a whole, such as the key of a certificate.
     *
     * @param file the file
     * @param messages where to say that it is not used, as others could have written it
     * @return its bytes; empty where it is not used
     * @throws ProblemException if it cannot be read
     */
    public Optional<byte[]> secretContent(Path file, Messages messages) throws ProblemException {
        Optional<String> distrust = files.distrust(file);
        if (distrust.isPresent()) {
            messages.warning("configuration-ignored", file + " is not read: " + distrust.get());
            return Optional.empty();
        }
        return Optional.of(SettingsFile.bytes(file));
    }

    private static Optional<AppCredentials> app(Place place) throws ProblemException {
        Optional<String> secret = place.setting(Key.CLIENT_SECRET).map(Setting::value);
        Optional<Setting> certificate = place.setting(Key.CLIENT_CERTIFICATE);
        if (secret.isEmpty() && certificate.isEmpty()) {
            return Optional.empty();
        }
        Optional<Setting> tenant = place.setting(Key.TENANT);
        Optional<Setting> clientId = place.setting(Key.CLIENT_ID);
        if (tenant.isEmpty() || clientId.isEmpty() || (secret.isPresent() && certificate.isPresent())) {
            throw refused(place.name() + " has " + (secret.isPresent() ? "a client-secret" : "a client-certificate")
                    + ", which counts together with what stands beside it; write tenant, client-id and one of"
                    + " client-secret and client-certificate there");
        }
        return Optional.of(new AppCredentials(
                tenant.get().value(),
                clientId.get().value(),
                secret,
                certificate.isEmpty()
                        ? Optional.empty()
                        : Optional.of(certificate.get().path()),
                place.setting(Key.CLIENT_CERTIFICATE_PASSWORD).map(Setting::value),
                place.setting(Key.CLOUD).map(Setting::value),
                place.setting(Key.LOGIN_ENDPOINT).map(Setting::value),
                place.file()));
    }

    private static Credentials credentials(Place place, Setting token) throws ProblemException {
        Optional<Setting> service = place.setting(Key.SERVICE);
        if (service.isEmpty()) {
            throw refused(
                    "the token in " + place.name() + " has no service beside it, and is sent nowhere without; write"
                            + " both there: service = https://... and token = ... (in the environment, "
                            + Key.SERVICE.variable()
                            + " and " + Key.TOKEN.variable() + ")");
        }
        return new Credentials(service.get().value(), token.value(), place.file());
    }

    /**
     * Returns the user and the password for a proxy. They are for the proxy beside which they stand.
     *
     * @param proxy the proxy that is used
     * @return the setting of the user and that of the password; empty where there are none for that proxy
     * @throws ProblemException if one of them stands alone
     */
    public Optional<ProxyLogin> proxyLogin(String proxy) throws ProblemException {
        for (Place place : places) {
            Optional<Setting> user = place.setting(Key.PROXY_USER);
            Optional<Setting> password = place.setting(Key.PROXY_PASSWORD);
            Optional<Setting> beside = place.setting(Key.PROXY);
            if (user.isEmpty() && password.isEmpty()) {
                continue;
            }
            if (user.isEmpty() || password.isEmpty() || beside.isEmpty()) {
                throw refused("proxy-user and proxy-password in " + place.name()
                        + " are for the proxy beside them; write all three there: proxy, proxy-user, proxy-password");
            }
            if (beside.get().value().equals(proxy)) {
                return Optional.of(
                        new ProxyLogin(user.get().value(), password.get().value()));
            }
        }
        return Optional.empty();
    }

    private static ProblemException refused(String words) {
        return new ProblemException(ExitCode.USAGE, "configuration-refused", words);
    }
}
