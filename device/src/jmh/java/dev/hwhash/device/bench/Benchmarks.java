// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the benchmarks in rounds, each in a JVM of its own, and prints the ratios within a round: whoever else is at work
 * on the machine slows down both sides.
 */
public final class Benchmarks {

    private static final double DECODE_TARGET = 4.0;
    private static final int WARM_UPS = 5;
    private static final int MEASUREMENTS = 5;

    private final int rounds;
    private final List<String> jvmOptions;
    /** The microseconds of each round. */
    private final Map<String, List<Double>> times = new LinkedHashMap<>();

    private Benchmarks(int rounds, List<String> jvmOptions) {
        this.rounds = rounds;
        this.jvmOptions = jvmOptions;
    }

    /**
     * Prints the tables.
     *
     * @param args the number of rounds, then options of the JVM that runs the benchmarks
     */
    public static void main(String[] args) throws RunnerException {
        Benchmarks benchmarks =
                new Benchmarks(Integer.parseInt(args[0]), Arrays.asList(args).subList(1, args.length));
        for (int i = 0; i < benchmarks.rounds; i++) {
            benchmarks.round();
        }
        benchmarks.print();
    }

    private void round() throws RunnerException {
        Options options = new OptionsBuilder()
                .include(DecodeBenchmark.class.getName() + "\\.")
                .include(CsvBenchmark.class.getName() + "\\.")
                .forks(1)
                .warmupIterations(WARM_UPS)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(MEASUREMENTS)
                .measurementTime(TimeValue.seconds(1))
                .jvmArgsAppend(jvmOptions.toArray(new String[0]))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        for (RunResult result : new Runner(options).run()) {
            String name = result.getParams().getBenchmark();
            times.computeIfAbsent(
                            name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1),
                            key -> new ArrayList<>())
                    .add(result.getPrimaryResult().getScore());
        }
    }

    private void print() {
        System.out.println("a hash: base64, then SHA-256 of all its bytes, is 1");
        for (String name : List.of("base64AndSha256", "read", "facts", "content")) {
            line("DecodeBenchmark.", name, "base64AndSha256");
        }
        System.out.println("a row of a file in memory: a look at each byte is 1");
        for (String name : List.of("lookAtEachByte", "rows", "table")) {
            line("CsvBenchmark.", name, "lookAtEachByte");
        }
    }

    private void line(String group, String name, String base) {
        List<Double> measured = times.get(group + name);
        List<Double> ratios = new ArrayList<>();
        StringBuilder each = new StringBuilder();
        for (int i = 0; i < rounds; i++) {
            ratios.add(measured.get(i) / times.get(group + base).get(i));
            each.append(String.format(Locale.ROOT, " %.2f", ratios.get(i)));
        }
        double ratio = median(ratios);
        String target = !group.startsWith("Decode") || name.equals(base)
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", target at most %.1f: %s",
                        DECODE_TARGET,
                        ratio <= DECODE_TARGET ? "holds" : "missed");
        double time = median(measured);
        String speed = group.startsWith("Csv")
                ? String.format(
                        Locale.ROOT, " %7.0f MB/s", (double) CsvBenchmark.text().length() / CsvBenchmark.ROWS / time)
                : "";
        System.out.printf(
                Locale.ROOT, "  %-16s %8.3f us%s  ratio%s, median %.2f%s%n", name, time, speed, each, ratio, target);
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(value -> value).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
