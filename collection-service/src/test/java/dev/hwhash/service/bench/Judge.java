// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.bench;

/** Holds a figure against its target, in a line. */
final class Judge {

    private Judge() {}

    static void atLeast(String words, double value, double target) {
        print(words, value, "least", target, value >= target);
    }

    static void atMost(String words, double value, double target) {
        print(words, value, "most", target, value <= target);
    }

    private static void print(String words, double value, String bound, double target, boolean holds) {
        System.out.printf(
                "%-25s %8.2f, target at %s %.2f: %s%n", words, value, bound, target, holds ? "holds" : "missed");
    }
}
