// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.service.web.Cidr;
import dev.hwhash.service.web.ListenSettings;
import dev.hwhash.service.web.Proxies;
import dev.hwhash.service.web.TlsKeys;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options on where the service listens. Loopback, unless TLS or a proxy protects the tokens on their way. */
final class ListenOptions {

    private static final int DEFAULT_PORT = 8080;
    private static final int HIGHEST_PORT = 65_535;

    @Option(names = "--port", paramLabel = "N", description = "port; default 8080; 0: any that is free")
    private int port = DEFAULT_PORT;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "where to listen; default 127.0.0.1")
    private String host = "127.0.0.1";

    @Option(
            names = "--behind-proxy",
            paramLabel = "CIDR",
            arity = "1..*",
            description = "addresses of the proxies that alone may ask, and say for whom")
    private List<String> behindProxy = new ArrayList<>();

    @Option(names = "--tls-keystore", paramLabel = "FILE", description = "PKCS #12 with the service's certificate")
    private @Nullable Path keyStore;

    @Option(names = "--tls-password-file", paramLabel = "FILE", description = "holds the key store's password")
    private @Nullable Path passwordFile;

    ListenSettings settings() throws FailedException {
        if (port < 0 || port > HIGHEST_PORT) {
            throw usage("port", "--port takes 0 to 65535, not " + port);
        }
        ListenSettings settings = new ListenSettings(host, port, keys(), proxies());
        boolean guarded =
                settings.keys().isPresent() || !settings.proxies().ranges().isEmpty();
        if (!guarded && !isLoopback()) {
            throw usage(
                    "plain-http",
                    "tokens would cross the network in the clear at " + host
                            + "; give --tls-keystore, or --behind-proxy where a proxy speaks TLS");
        }
        return settings;
    }

    private Optional<TlsKeys> keys() throws FailedException {
        if (keyStore == null && passwordFile == null) {
            return Optional.empty();
        }
        if (keyStore == null || passwordFile == null) {
            throw usage("tls", "--tls-keystore and --tls-password-file go together; give both");
        }
        return Optional.of(KeyStoreFile.opened(keyStore, passwordFile));
    }

    private Proxies proxies() throws FailedException {
        List<Cidr> ranges = new ArrayList<>();
        for (String text : behindProxy) {
            Optional<Cidr> range = Cidr.of(text);
            if (range.isEmpty()) {
                throw usage("behind-proxy", "--behind-proxy takes ranges such as 10.0.0.0/8, not " + text);
            }
            ranges.add(range.get());
        }
        return new Proxies(ranges);
    }

    private boolean isLoopback() throws FailedException {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw usage("host", "--host takes an address of this machine, and " + host + " is none that is known");
        }
    }

    private static FailedException usage(String id, String words) {
        return new FailedException(ExitCode.USAGE, id, words);
    }
}
