// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector;

/** How far a read has come; each stage is a native call that may hang. */
enum Stage {
    /** COM and WMI's locator are started. */
    OPEN("starting COM"),
    /** IWbemLocator::ConnectServer. */
    CONNECT("connect"),
    /** IWbemServices::ExecQuery. */
    QUERY("query"),
    /** IEnumWbemClassObject::Next. */
    NEXT("next"),
    /** IWbemClassObject::Get. */
    GET("get");

    private final String words;

    Stage(String words) {
        this.words = words;
    }

    /** Returns its name as it stands in a message. */
    String words() {
        return words;
    }
}
