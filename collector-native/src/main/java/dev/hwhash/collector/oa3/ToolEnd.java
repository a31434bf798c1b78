// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector.oa3;

/** How another program ended. */
sealed interface ToolEnd {

    /**
     * By itself.
     *
     * @param code its exit code
     * @param said the end of what it wrote to stdout and stderr, one character for each byte; it may hold secrets
     */
    record Exited(int code, String said) implements ToolEnd {

        @Override
        public String toString() {
            return "Exited[" + code + "]";
        }
    }

    /** It was ended, as its time was over. */
    record Overdue() implements ToolEnd {}
}
