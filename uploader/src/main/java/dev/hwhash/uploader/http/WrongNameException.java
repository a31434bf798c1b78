// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.http;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;

/** A trusted certificate was shown that is for another host. */
final class WrongNameException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient List<X509Certificate> chain;

    WrongNameException(List<X509Certificate> chain, IOException cause) {
        super("the certificate is for another host", cause);
        this.chain = List.copyOf(chain);
    }

    List<X509Certificate> chain() {
        return chain;
    }
}
