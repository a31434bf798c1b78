// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.visit;

import java.io.IOException;

/** What turns the PC off. */
interface PowerSwitch {

    /**
     * Asks Windows to shut down; it goes on for some seconds after that.
     *
     * @throws IOException if it does not
     */
    void off() throws IOException;
}
