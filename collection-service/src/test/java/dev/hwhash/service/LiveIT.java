// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.account.Role;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbers that come to a page while it is open. */
class LiveIT {

    private static final long PATIENCE_SECONDS = 60;

    private final HttpClient client = HttpClient.newHttpClient();
    private ServiceProcess service;
    private SignedIn viewer;

    @BeforeEach
    void start(@TempDir Path folder) {
        service = ServiceProcess.start(folder.resolve("data"));
        viewer = SignedIn.as(service, Role.VIEWER);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aPageThatIsOpenSeesReportsCome() throws Exception {
        BlockingQueue<String> lines = lines(open());
        assertThat(next(lines)).contains("\"all\":\"0\"", "\"lastReceivedAt\":\"\"");
        service.put(UUID.randomUUID(), Bodies.report("HWHASH-0001"));
        String numbers = next(lines);
        assertThat(numbers)
                .contains("\"all\":\"1\"", "\"pending\":\"1\"", "\"lastMinute\":\"1\"")
                .contains("UTC\"");
        assertThat(viewer.get("/devices").text())
                .contains("data-count=\"pending\">1</span>", "data-live=\"/live\"", "role=\"img\"");
    }

    @Test
    void nobodySeesThemWithoutASession() {
        assertThat(new SignedIn(service.url()).get("/live").location()).startsWith("/sign-in");
    }

    @Test
    void noMoreThanFiftyAreOpenAndTheServiceAnswersMeanwhileAndStops() throws Exception {
        List<CompletableFuture<HttpResponse<Stream<String>>>> asked = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            asked.add(ask());
        }
        List<HttpResponse<Stream<String>>> streams = new ArrayList<>();
        for (CompletableFuture<HttpResponse<Stream<String>>> each : asked) {
            HttpResponse<Stream<String>> answer = each.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (answer.statusCode() == 200) {
                streams.add(answer);
            }
        }
        assertThat(streams).hasSize(50);
        assertThat(viewer.get("/live").status()).isEqualTo(503);
        assertThat(viewer.get("/devices").status()).isEqualTo(200);
        assertThat(service.stop()).isZero();
        BlockingQueue<String> lines = lines(streams.get(0));
        while (!next(lines).equals("end")) {
            assertThat(lines).hasSizeLessThan(1_000);
        }
    }

    private HttpResponse<Stream<String>> open() throws Exception {
        return ask().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private CompletableFuture<HttpResponse<Stream<String>>> ask() {
        String cookies =
                viewer.cookies().entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining("; "));
        HttpRequest request = HttpRequest.newBuilder(URI.create(service.url() + "/live"))
                .header("Cookie", cookies)
                .timeout(Duration.ofSeconds(PATIENCE_SECONDS))
                .build();
        return client.sendAsync(request, BodyHandlers.ofLines());
    }

    /** What has numbers in it, then "end". */
    private static BlockingQueue<String> lines(HttpResponse<Stream<String>> stream) {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        Thread reader = new Thread(() -> read(stream, lines), "reader");
        reader.setDaemon(true);
        reader.start();
        return lines;
    }

    private static void read(HttpResponse<Stream<String>> stream, BlockingQueue<String> lines) {
        try {
            stream.body().filter(line -> line.startsWith("data: ")).forEach(lines::add);
        } catch (UncheckedIOException broken) {
            lines.add("broken");
        } finally {
            lines.add("end");
        }
    }

    private static String next(BlockingQueue<String> lines) throws InterruptedException {
        String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return line == null ? "nothing came" : line;
    }
}
