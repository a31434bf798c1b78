// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a page of a list or a search takes, one after the other, as a client on this machine sees it. Run by a script,
 * on the devices that it has made: serial numbers SN00000001 and on, 40 group tags, one manufacturer and one model; or on
 * those whose serial numbers are in no order and not all there.
 */
final class PageBench {

    private static final double TARGET_MILLIS = 50;
    private static final int WARM_UP = 30;
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final SplittableRandom random = new SplittableRandom(1);
    private final URI service;
    private final String authorization;
    private final int devices;
    private final int rounds;
    private final boolean scattered;
    private double worst;

    private PageBench(URI service, String authorization, int devices, int rounds, boolean scattered) {
        this.scattered = scattered;
        this.service = service;
        this.authorization = authorization;
        this.devices = devices;
        this.rounds = rounds;
    }

    /** Takes the service's URL, a file with the header that authorizes, how many devices there are, and rounds. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Locale.setDefault(Locale.ROOT);
        String header = Files.readString(Path.of(args[1])).strip().replaceFirst("^Authorization: ", "");
        new PageBench(URI.create(args[0]), header, Integer.parseInt(args[2]), Integer.parseInt(args[3]), false).run();
    }

    /** Asks a service on devices that {@link dev.hwhash.service.store.ManyDevices} has made. */
    static void run(URI service, String token, int devices, int rounds) throws IOException, InterruptedException {
        new PageBench(service, "Bearer " + token, devices, rounds, true).run();
    }

    private void run() throws IOException, InterruptedException {
        measure("list, anywhere", round -> "?after=" + anywhere(), 100);
        measure("list of 500, anywhere", round -> "?limit=500&after=" + anywhere(), 500);
        measure("one serial number", round -> "?query=" + serial(id()), 1);
        measure("start of serial numbers", round -> "?query=" + serial(id()).substring(0, 7), 100);
        measure("all serial numbers, anywhere", round -> "?query=sn&after=" + afterSerial(), 100);
        measure("a group tag", round -> "?query=tag-" + random.nextInt(40), 100);
        measure("all manufacturers", round -> "?query=contoso", 100);
        measure("all models, anywhere", round -> "?query=book&after=" + afterModel(), 100);
        measure("start of UUIDs", round -> "?query=" + Integer.toHexString(0x100 + random.nextInt(0x800)), 1);
        measure("nothing found", round -> "?query=zz" + round, 0);
        walk("?query=tag-1");
        System.out.printf(
                "slowest p95 %.1f ms, target %.0f: %s%n",
                worst, TARGET_MILLIS, worst <= TARGET_MILLIS ? "met" : "MISSED");
    }

    private void measure(String words, IntFunction<String> query, int atLeast)
            throws IOException, InterruptedException {
        double[] millis = new double[rounds];
        for (int round = -WARM_UP; round < rounds; round++) {
            String path = query.apply(round);
            long start = System.nanoTime();
            HttpResponse<String> answer = get(path);
            double took = (System.nanoTime() - start) / 1e6;
            require(answer.body().split("\"id\":", -1).length > atLeast, words, path);
            if (round >= 0) {
                millis[round] = took;
            }
        }
        print(words, millis);
    }

    /** Page after page, as somebody who scrolls. */
    private void walk(String query) throws IOException, InterruptedException {
        double[] millis = new double[rounds];
        String path = query;
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            HttpResponse<String> answer = get(path);
            millis[round] = (System.nanoTime() - start) / 1e6;
            Matcher next = NEXT.matcher(answer.body());
            path = next.find() ? query + "&after=" + next.group(1) : query;
        }
        print("page after page", millis);
    }

    private void print(String words, double[] millis) {
        Arrays.sort(millis);
        double p95 = millis[(int) Math.ceil(millis.length * 0.95) - 1];
        worst = Math.max(worst, p95);
        System.out.printf(
                "%-30s p50 %6.1f ms, p95 %6.1f ms, max %6.1f ms%n",
                words, millis[millis.length / 2], p95, millis[millis.length - 1]);
    }

    private void require(boolean holds, String words, String path) {
        if (!holds && !scattered) {
            throw new IllegalStateException(words + ": too few devices for " + path);
        }
    }

    private HttpResponse<String> get(String query) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/v1/devices" + query))
                .header("Authorization", authorization)
                .timeout(Duration.ofSeconds(60))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(query + " was answered by " + answer.statusCode());
        }
        return answer;
    }

    private String anywhere() {
        return cursor("i" + id());
    }

    private String afterSerial() {
        int id = id();
        return cursor("s" + id + ":" + serial(id));
    }

    private String afterModel() {
        return cursor("m" + id() + ":Book 3");
    }

    /** With a page of devices behind it. */
    private int id() {
        return 1 + random.nextInt(devices - 600);
    }

    private String serial(int id) {
        return String.format("SN%08d", scattered ? id * 2_654_435_761L % 100_000_000 : id);
    }

    private static String cursor(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(US_ASCII));
    }
}
