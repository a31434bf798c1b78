// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.bench;

import dev.hwhash.service.PageClient.Reply;
import dev.hwhash.service.People;
import dev.hwhash.service.SignedIn;
import dev.hwhash.service.account.Role;
import dev.hwhash.service.store.DatabaseLocation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a page of the list takes, one after the other, as somebody who is signed in on this machine sees it, and as
 * the service itself counts it. Run by a script, on the devices that it has made.
 */
final class ListBench {

    private static final double TARGET_MILLIS = 50;
    private static final String NAME = "bench";
    private static final int WARM_UP = 200;
    private static final int SLOWEST = 25;
    private static final Pattern NEXT = Pattern.compile("href=\"/devices\\?([^\"]*after=[^\"]*)\"");
    private static final Pattern TIMING = Pattern.compile("dur=([0-9.]+)");
    private static final Pattern LINE = Pattern.compile("<th scope=\"row\">");

    private final SplittableRandom random = new SplittableRandom(1);
    private final SignedIn browser;
    private final int rounds;

    private ListBench(SignedIn browser, int rounds) {
        this.browser = browser;
        this.rounds = rounds;
    }

    /** One kind of question: times as the client and as the service count them, and how many pages were not full. */
    private record Figures(String words, List<Double> client, List<Double> service, int broken, int lines) {

        double slowest() {
            return percentile(service, 0.95);
        }

        void print() {
            System.out.printf(
                    "%-42s client p50 %6.1f p95 %6.1f   service p50 %6.1f p95 %6.1f max %6.1f   %4.1f lines, %3.0f %% go on%n",
                    words,
                    percentile(client, 0.5),
                    percentile(client, 0.95),
                    percentile(service, 0.5),
                    slowest(),
                    percentile(service, 1),
                    (double) lines / service.size(),
                    100.0 * broken / service.size());
        }
    }

    /** Takes the service's URL, its data folder, rounds, and {@code all} to print each kind. */
    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT);
        var password = People.account(Path.of(args[1]), Role.APPROVER, NAME);
        SignedIn browser = new SignedIn(args[0]);
        browser.signIn(NAME, password.text());
        new ListBench(browser, Integer.parseInt(args[2])).run(args.length > 3);
    }

    /** Asks a service on a database of a server. */
    static void run(String url, DatabaseLocation where, int rounds) {
        var password = People.account(where, Role.APPROVER, NAME);
        SignedIn browser = new SignedIn(url);
        browser.signIn(NAME, password.text());
        new ListBench(browser, rounds).run(false);
    }

    private void run(boolean all) {
        List<Figures> figures = new ArrayList<>();
        List<ListKinds.Kind> kinds = ListKinds.all();
        for (int i = 0; i < WARM_UP; i++) {
            get(kinds.get(random.nextInt(kinds.size())).query().apply(random));
        }
        kinds.forEach(kind -> figures.add(measure(kind)));
        figures.sort(Comparator.comparingDouble(Figures::slowest).reversed());
        figures.stream().limit(all ? figures.size() : SLOWEST).forEach(Figures::print);
        List<Double> together = figures.stream()
                .flatMap(each -> each.service().stream())
                .sorted()
                .toList();
        double worst = figures.get(0).slowest();
        System.out.printf(
                "%d kinds, %d pages: service p50 %.1f ms, p95 %.1f ms over all%n",
                figures.size(), together.size(), percentile(together, 0.5), percentile(together, 0.95));
        System.out.printf(
                "slowest kind p95 %.1f ms in the service, target %.0f: %s%n",
                worst, TARGET_MILLIS, worst <= TARGET_MILLIS ? "met" : "MISSED");
    }

    private Figures measure(ListKinds.Kind kind) {
        List<Double> client = new ArrayList<>();
        List<Double> service = new ArrayList<>();
        int broken = 0;
        int lines = 0;
        String query = kind.query().apply(random);
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            Reply page = get(query);
            client.add((System.nanoTime() - start) / 1e6);
            service.add(timing(page));
            lines += (int) LINE.matcher(page.text()).results().count();
            Matcher next = NEXT.matcher(page.text());
            boolean more = next.find();
            broken += page.text().contains("looked through") ? 1 : 0;
            query = kind.walked() && more
                    ? next.group(1).replace("&amp;", "&")
                    : kind.query().apply(random);
        }
        return new Figures(
                kind.words(),
                client.stream().sorted().toList(),
                service.stream().sorted().toList(),
                broken,
                lines);
    }

    private static double timing(Reply page) {
        Matcher timing = TIMING.matcher(page.header("Server-Timing"));
        if (!timing.find()) {
            throw new IllegalStateException("the service does not say how long it took");
        }
        return Double.parseDouble(timing.group(1));
    }

    private Reply get(String query) {
        Reply page = browser.get("/devices?" + query);
        if (page.status() != 200) {
            throw new IllegalStateException(query + " was answered by " + page.status());
        }
        return page;
    }

    /** Of times in order. */
    private static double percentile(List<Double> sorted, double part) {
        return sorted.get((int) Math.ceil(sorted.size() * part) - 1);
    }
}
