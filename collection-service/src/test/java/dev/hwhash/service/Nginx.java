// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Debian's nginx on loopback, with {@code deploy/nginx.conf} as it stands there: only the addresses, the files of the
 * certificate and the place of the log are others.
 */
final class Nginx implements AutoCloseable {

    private static final String PROGRAM = "/usr/sbin/nginx";
    private static final Path CONFIGURATION =
            Path.of("..", "deploy", "nginx.conf").toAbsolutePath().normalize();

    private final Path folder;
    private final int port;
    private final Process process;

    private Nginx(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /** Returns a port that nobody listens at. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it before two replicas, and waits until it takes connections. */
    static Nginx start(Path folder, int port, KeyStores keys, int first, int second) throws Exception {
        String site = Files.readString(CONFIGURATION);
        site = replaced(site, "server service-1:8080 ", "server 127.0.0.1:" + first + " ");
        site = replaced(site, "server service-2:8080 ", "server 127.0.0.1:" + second + " ");
        site = replaced(site, "listen 443 ssl;", "listen 127.0.0.1:" + port + " ssl;");
        site = replaced(site, "/run/secrets/tls-certificate;", keys.certificate() + ";");
        site = replaced(site, "/run/secrets/tls-key;", keys.key() + ";");
        site = replaced(site, "/dev/stdout", folder.resolve("access.log").toString());
        Path all = Files.writeString(folder.resolve("nginx.conf"), frame(folder, site));
        Process process = new ProcessBuilder(
                        PROGRAM, "-e", folder.resolve("error.log").toString(), "-c", all.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("words.log").toFile())
                .start();
        Nginx nginx = new Nginx(folder, port, process);
        nginx.awaitReady();
        return nginx;
    }

    /** What Debian's nginx.conf and the image's have around a site. */
    private static String frame(Path folder, String site) {
        StringBuilder http = new StringBuilder();
        for (String kind : List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) {
            http.append(kind).append("_temp_path ").append(folder.resolve(kind)).append(";\n");
        }
        return "daemon off;\npid " + folder.resolve("nginx.pid") + ";\nevents {}\nhttp {\n" + http + site + "}\n";
    }

    private static String replaced(String text, String what, String by) {
        if (!text.contains(what)) {
            throw new IllegalStateException("deploy/nginx.conf has no " + what);
        }
        return text.replace(what, by);
    }

    private void awaitReady() throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (process.isAlive() && System.nanoTime() < deadline) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
                return;
            } catch (IOException e) {
                Thread.sleep(20);
            }
        }
        throw new IllegalStateException("nginx did not start; dev/postgresql-setup installs it: "
                + Files.readString(folder.resolve("words.log")));
    }

    String url() {
        return "https://localhost:" + port;
    }

    /** How many requests were answered by a replica, by the log. */
    long answeredBy(int replica) throws IOException {
        String address = "127.0.0.1:" + replica + "\"";
        return Files.readAllLines(folder.resolve("access.log")).stream()
                .filter(line -> line.endsWith(address))
                .count();
    }

    String log() throws IOException {
        return Files.readString(folder.resolve("access.log")) + Files.readString(folder.resolve("error.log"));
    }

    /** Ends it in order, so that its workers end too. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
