// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.uploader.proxy;

import java.util.Locale;
import java.util.Optional;

/**
 * The proxy that WinHTTP uses where no user's settings count: two lists in the form of WINHTTP_PROXY_INFO. Pure.
 *
 * @param proxies entries {@code [scheme=][http://]host[:port]}, apart by semicolons or blanks; empty for none
 * @param bypass hosts that are reached without it, with {@code *} for any letters and {@code <local>} for names without
 *     a dot, apart likewise
 * @see <a href="https://learn.microsoft.com/windows/win32/api/winhttp/ns-winhttp-winhttp_proxy_info">WINHTTP_PROXY_INFO</a>
 */
record MachineProxy(String proxies, String bypass) {

    static final MachineProxy NONE = new MachineProxy("", "");

    private static final String SEPARATORS = "[;\\s]+";

    /** Returns the proxy of a host, or empty where it is reached directly. */
    Optional<ProxyAddress> of(String scheme, String host) {
        if (bypasses(host.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        Optional<ProxyAddress> any = Optional.empty();
        for (String entry : proxies.strip().split(SEPARATORS, -1)) {
            int equals = entry.indexOf('=');
            if (equals < 0 && any.isEmpty()) {
                any = ProxyAddress.of(entry);
            } else if (equals >= 0 && entry.substring(0, equals).equalsIgnoreCase(scheme)) {
                return ProxyAddress.of(entry.substring(equals + 1));
            }
        }
        return any;
    }

    private boolean bypasses(String host) {
        for (String entry : bypass.strip().toLowerCase(Locale.ROOT).split(SEPARATORS, -1)) {
            boolean local = entry.equals("<local>") && host.indexOf('.') < 0 && host.indexOf(':') < 0;
            if (local || (!entry.isEmpty() && matches(entry, host))) {
                return true;
            }
        }
        return false;
    }

    /** Goes back to the last star only, so that a pattern of many stars is not tried in all ways. */
    private static boolean matches(String pattern, String host) {
        int star = -1;
        int starAt = 0;
        int p = 0;
        int h = 0;
        while (h < host.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                starAt = h;
            } else if (p < pattern.length() && pattern.charAt(p) == host.charAt(h)) {
                p++;
                h++;
            } else if (star >= 0) {
                p = star + 1;
                h = ++starAt;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
