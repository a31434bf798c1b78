// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector;

import java.util.OptionalInt;

/**
 * What became of one question to Windows: a value, or the reason why there is none. Immutable and thread-safe.
 */
public sealed interface Answer {

    /** An answer without a value; its words name the cause, the value seen and what to do next. */
    sealed interface NoValue extends Answer {

        /**
         * Returns why there is no value.
         *
         * @return ASCII words for a person, never blank, never with a hardware hash in them
         */
        String why();
    }

    /**
     * Windows gave a value.
     *
     * @param value as WMI gave it, blanks around it too; it may be blank, but a hardware hash never is
     */
    record Found(String value) implements Answer {

        /** Tells the length alone: a hardware hash never reaches a message. */
        @Override
        public String toString() {
            return "Found[" + value.length() + " characters]";
        }
    }

    /**
     * This Windows does not have what was asked for, and asking again will not change that.
     *
     * @param why which part is missing, on which Windows, and what to do
     */
    record Absent(String why) implements NoValue {}

    /**
     * Windows refused to show it to this process.
     *
     * @param why the refusal, what the process token says, and what to do
     */
    record Denied(String why) implements NoValue {}

    /**
     * No answer came before the deadline.
     *
     * @param why at which stage, in which namespace and class, after how many seconds, and what to do
     */
    record TimedOut(String why) implements NoValue {}

    /**
     * Something went wrong between here and Windows.
     *
     * @param hresult the HRESULT that COM or WMI gave, or empty where the failure has none
     * @param why what failed, the value seen, and what to do
     */
    record Failed(OptionalInt hresult, String why) implements NoValue {}
}
