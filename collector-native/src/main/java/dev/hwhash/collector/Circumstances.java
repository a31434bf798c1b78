// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector;

/** What explains an answer without a value; looked at only after WMI has given one. */
interface Circumstances {

    /** Tells whether there is a WMI to ask. */
    boolean onWindows();

    /** Returns the rights of this process. */
    ProcessToken token();

    /** Returns which Windows this is. */
    WindowsFacts windows();

    /** Those of the PC that hwhash runs on. */
    final class OfThisPc implements Circumstances {

        @Override
        public boolean onWindows() {
            return JnaLibrary.onWindows();
        }

        @Override
        public ProcessToken token() {
            return ProcessToken.ofThisProcess();
        }

        @Override
        public WindowsFacts windows() {
            return WindowsFacts.ofThisPc();
        }
    }
}
