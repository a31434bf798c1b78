// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.stick;

import java.util.Set;

/** What has which name on a stick. */
public final class StickLayout {

    /** The folder of the program. */
    static final String PROGRAM = "hwhash";

    /** What waits to be sent: a folder in that of the program. */
    static final String OUTBOX = PROGRAM + "/outbox";

    /** The folder with one file for each PC. */
    public static final String DEVICES = "devices";

    /** The group tags to pick from, which people edit. */
    public static final String TAGS = "tags.txt";

    /** What all program files hold. */
    static final String MANIFEST = "manifest.sha256";

    /** The settings beside the program. */
    static final String SETTINGS = PROGRAM + "/hwhash.conf";

    /** What a service and its token stand in, in the folder of the program. */
    static final String SECRET_NAME = "service.token";

    /** The files at the root that the manifest does not name. */
    static final Set<String> UNLISTED = Set.of(TAGS, MANIFEST);

    private StickLayout() {}

    /** Returns a name as FAT, exFAT and NTFS compare it, as far as it is ASCII; other letters stay as they are. */
    static String key(String name) {
        StringBuilder key = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            key.append(c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c);
        }
        return key.toString();
    }
}
