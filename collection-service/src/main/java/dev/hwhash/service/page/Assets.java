// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page;

import dev.hwhash.service.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What a browser loads besides the pages: style, scripts, the icon. Each has its content's hash in its path, so that a
 * browser keeps it for ever and never shows an old one. Immutable and thread-safe.
 */
public final class Assets implements Routes {

    private static final String FOREVER = "public, max-age=31536000, immutable";
    private static final Map<String, String> TYPES =
            Map.of("css", "text/css; charset=utf-8", "js", "text/javascript; charset=utf-8", "svg", "image/svg+xml");

    private final Map<String, Asset> byPath = new TreeMap<>();
    private final Map<String, String> pathByName = new TreeMap<>();

    /** No record: its bytes are compared by nobody. */
    private static final class Asset {

        private final byte[] bytes;
        private final String type;

        Asset(byte[] bytes, String type) {
            this.bytes = bytes;
            this.type = type;
        }
    }

    /** Loads all of them. */
    public Assets() {
        add("page.css", "page.css");
        add("page.js", "page.js");
        add("icon.svg", "icon.svg");
        add("htmx.js", "/META-INF/resources/webjars/htmx.org/" + htmxVersion() + "/dist/htmx.min.js");
    }

    /**
     * Returns where a browser finds one.
     *
     * @param name such as {@code page.css}
     * @return a path from the root
     */
    public String path(String name) {
        String path = pathByName.get(name);
        if (path == null) {
            throw new IllegalArgumentException("there is no asset " + name);
        }
        return path;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/assets/{hash}/{name}", this::serve);
    }

    private void serve(Context context) {
        Asset asset = byPath.get(context.path());
        if (asset == null) {
            throw new NotFoundResponse();
        }
        context.contentType(asset.type)
                .header("Cache-Control", FOREVER)
                .header("X-Content-Type-Options", "nosniff")
                .result(asset.bytes);
    }

    private void add(String name, String resource) {
        byte[] bytes = read(resource);
        String path = "/assets/" + hash(bytes) + "/" + name;
        byPath.put(path, new Asset(bytes, TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "")));
        pathByName.put(name, path);
    }

    private static String htmxVersion() {
        Properties properties = new Properties();
        try (InputStream in = open("/META-INF/maven/org.webjars.npm/htmx.org/pom.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }

    private static byte[] read(String resource) {
        try (InputStream in = open(resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) {
        InputStream in = Assets.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException(resource + " is not in the jars");
        }
        return in;
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
