// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector.oa3;

/** What came of one run of oa3tool. Immutable and thread-safe. */
public sealed interface Oa3Outcome {

    /**
     * It ended well and reported a hardware hash.
     *
     * @param hardwareHash its text, not blank, not decoded: it may be damaged
     */
    record Reported(String hardwareHash) implements Oa3Outcome {

        /** Tells the length alone: a hardware hash never reaches a message. */
        @Override
        public String toString() {
            return "Reported[" + hardwareHash.length() + " characters]";
        }
    }

    /**
     * It did not start, failed, or reported nothing that could be used.
     *
     * @param why what failed, the value seen and what to do, without what could be a hash or a key
     */
    record Failed(String why) implements Oa3Outcome {}

    /**
     * It was ended, with all that it had started, since its time was over.
     *
     * @param why after how many seconds, and what to do
     */
    record TimedOut(String why) implements Oa3Outcome {}
}
