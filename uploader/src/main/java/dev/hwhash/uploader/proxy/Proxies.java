// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.proxy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Chooses the proxy of an address: the one that was named; else that of the user, which on Windows is what the Internet
 * options, a PAC file or WPAD say; else that of the machine, which {@code netsh winhttp set proxy} sets. Loopback is
 * reached without any. On other systems the JVM's own properties count ({@code -Dhttps.proxyHost}); the environment's
 * {@code https_proxy} does not, since it is anybody's who starts a process. Immutable and thread-safe.
 *
 * @see <a href="https://docs.oracle.com/en/java/javase/17/core/java-networking.html">Java networking and proxies</a>
 */
public final class Proxies extends ProxySelector {

    private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);
    /** Read by the JDK when its selector is first used. */
    private static final String ASK_WINDOWS = "java.net.useSystemProxies";

    private final Optional<ProxyAddress> named;
    private final Supplier<Optional<ProxySelector>> user;
    private final Supplier<MachineProxy> machine;

    Proxies(Optional<ProxyAddress> named, Supplier<Optional<ProxySelector>> user, Supplier<MachineProxy> machine) {
        this.named = named;
        this.user = user;
        this.machine = machine;
    }

    /**
     * Makes a selector; asks nobody yet.
     *
     * @param named the proxy to use for all but loopback; empty: that of the user or the machine
     * @return a selector
     */
    public static ProxySelector of(Optional<ProxyAddress> named) {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return new Proxies(named, () -> ofUser(windows), () -> windows ? WinHttp.machineProxy() : MachineProxy.NONE);
    }

    private static Optional<ProxySelector> ofUser(boolean windows) {
        if (windows && System.getProperty(ASK_WINDOWS) == null) {
            System.setProperty(ASK_WINDOWS, "true");
        }
        return Optional.ofNullable(ProxySelector.getDefault());
    }

    @Override
    public List<Proxy> select(URI uri) {
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        if (Loopback.is(host)) {
            return DIRECT;
        }
        if (named.isPresent()) {
            return List.of(proxy(named.get()));
        }
        List<Proxy> ofUser = user.get().map(selector -> selector.select(uri)).orElse(DIRECT);
        if (!ofUser.isEmpty() && !ofUser.equals(DIRECT)) {
            return ofUser;
        }
        return machine.get()
                .of(uri.getScheme(), host)
                .map(found -> List.of(proxy(found)))
                .orElse(DIRECT);
    }

    /** The name is looked up where the connection is made, under that connection's deadline. */
    private static Proxy proxy(ProxyAddress address) {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(address.bareHost(), address.port()));
    }

    /** Takes no note: the next attempt asks again. */
    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
}
