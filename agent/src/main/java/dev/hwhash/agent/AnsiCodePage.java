// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import java.nio.charset.Charset;
import java.util.Locale;

/** What Windows calls ANSI: the code page of the PC, which is another one in Warsaw than in Lisbon. */
final class AnsiCodePage {

    private static final Charset ELSEWHERE = Charset.forName("windows-1252");

    private AnsiCodePage() {}

    /** Returns the code page of this PC; windows-1252 on other systems. */
    static Charset ofThisPc() {
        return of(System.getProperty("os.name", ""), System.getProperty("native.encoding", ""));
    }

    static Charset of(String osName, String nativeEncoding) {
        boolean windows = osName.toLowerCase(Locale.ROOT).startsWith("windows");
        return windows && !nativeEncoding.isEmpty() && Charset.isSupported(nativeEncoding)
                ? Charset.forName(nativeEncoding)
                : ELSEWHERE;
    }
}
