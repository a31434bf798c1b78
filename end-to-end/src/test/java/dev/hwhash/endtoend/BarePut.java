// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.endtoend;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** The least that a report over TLS costs on a JVM: OkHttp, one PUT, no outbox, no check, no second try. */
public final class BarePut {

    private BarePut() {}

    /**
     * Sends one report.
     *
     * @param args the service's URL, a file with a token, a file with the body, a file with the authority's certificate
     */
    public static void main(String[] args) throws Exception {
        X509TrustManager trust = trusting(Path.of(args[3]));
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, new X509TrustManager[] {trust}, null);
        OkHttpClient client = new OkHttpClient.Builder()
                .sslSocketFactory(tls.getSocketFactory(), trust)
                .build();
        Request request = new Request.Builder()
                .url(args[0] + "/v1/reports/" + UUID.randomUUID())
                .header("Authorization", "Bearer " + Files.readString(Path.of(args[1])))
                .put(RequestBody.create(Files.readAllBytes(Path.of(args[2])), MediaType.get("application/json")))
                .build();
        try (Response answer = client.newCall(request).execute()) {
            if (answer.code() != 201) {
                throw new IllegalStateException("the service answered " + answer.code());
            }
            System.out.println(answer.body().string());
        }
        // The connection would be kept for minutes, and the process with it.
        System.exit(0);
    }

    private static X509TrustManager trusting(Path authority) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = Files.newInputStream(authority)) {
            store.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }
}
