// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.account;

/** Too many passwords are looked at already; to be tried again in some seconds. */
public final class BusyException extends Exception {

    private static final long serialVersionUID = 1L;

    BusyException() {
        super("too many passwords are looked at already", null, false, false);
    }
}
