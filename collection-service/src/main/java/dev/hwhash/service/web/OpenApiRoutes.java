// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.web;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** {@code /openapi.yaml}: the contract, for anybody. */
public final class OpenApiRoutes implements Routes {

    private static final String DOCUMENT = "/openapi.yaml";
    private static final String MEDIA_TYPE = "application/yaml";

    @Override
    public void register(RoutesConfig routes) {
        byte[] document = document();
        routes.get(DOCUMENT, context -> context.contentType(MEDIA_TYPE).result(document));
    }

    private static byte[] document() {
        try (InputStream in = OpenApiRoutes.class.getResourceAsStream(DOCUMENT)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + DOCUMENT);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
