// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.configuration;

import java.util.Locale;
import java.util.Optional;

/** All that can be configured. The option of the same name comes first, then the environment, then the files. */
public enum Key {
    /** The URL of the collection service. */
    SERVICE(Kind.TEXT, "collect upload status"),
    /** What the service knows hwhash by; counts for the service beside it only. */
    TOKEN(Kind.SECRET, "collect upload"),
    /** A file with the service and the token. */
    SECRET_FILE(Kind.PATH, "collect upload"),
    /** The URL of an HTTP proxy. */
    PROXY(Kind.TEXT, "login collect upload"),
    /** The user at the proxy beside it. */
    PROXY_USER(Kind.TEXT, "login collect upload"),
    /** The password of that user. */
    PROXY_PASSWORD(Kind.SECRET, "login collect upload"),
    /** A file with certificates to trust besides the system's. */
    CA_FILE(Kind.PATH, "login collect upload"),
    /** The folder of reports that wait. */
    OUTBOX(Kind.PATH, "collect upload status"),
    /** The group tag of a device, where the format has one. */
    GROUP_TAG(Kind.TEXT, "collect"),
    /** The user principal name of its user, where the format has one. */
    ASSIGNED_USER(Kind.TEXT, "collect"),
    /** The log of all messages. */
    LOG_FILE(Kind.PATH, "login logout collect upload status decode check merge convert split prepare"),
    /** The seconds that a command may take. */
    TIMEOUT(Kind.SECONDS, "collect upload status"),
    /** The seconds that WMI may take. */
    WMI_TIMEOUT(Kind.SECONDS, "collect"),
    /** The oa3tool.exe to ask where WMI gives no hash. */
    OA3TOOL(Kind.PATH, "collect"),
    /** The most seconds of a random wait before anything is sent. */
    START_DELAY(Kind.SECONDS, "upload"),
    /** Which of Microsoft's clouds: {@code global}, {@code usgov}, {@code usgov-dod} or {@code china}. */
    CLOUD(Kind.TEXT, "login collect upload"),
    /** The tenant in which the app is registered, or has consent. */
    TENANT(Kind.TEXT, "login collect upload"),
    /** The application (client) ID of the app registration. */
    CLIENT_ID(Kind.TEXT, "login collect upload"),
    /** The secret of the app; counts for the tenant and the client ID beside it only. */
    CLIENT_SECRET(Kind.SECRET, "login collect upload"),
    /** A file with the certificate and the key of the app, as PFX or PEM. */
    CLIENT_CERTIFICATE(Kind.PATH, "login collect upload"),
    /** The password of that file. */
    CLIENT_CERTIFICATE_PASSWORD(Kind.SECRET, "login collect upload"),
    /** The tenant of the customer at Partner Center. */
    CUSTOMER(Kind.TEXT, "upload"),
    /** Where Microsoft Graph is, if not where the cloud has it. */
    GRAPH_ENDPOINT(Kind.TEXT, "login collect upload"),
    /** Where Microsoft Entra ID is, if not where the cloud has it. */
    LOGIN_ENDPOINT(Kind.TEXT, "login collect upload"),
    /** Where the Partner Center API is, if not where the cloud has it. */
    PARTNER_CENTER_ENDPOINT(Kind.TEXT, "login upload");

    /** What a value is. */
    enum Kind {
        TEXT,
        SECRET,
        /** Looked up from the folder of the file that names it; from the working folder for the environment. */
        PATH,
        SECONDS
    }

    private final Kind kind;
    private final String commands;
    private final String text;

    Key(Kind kind, String commands) {
        this.kind = kind;
        this.commands = " " + commands + " ";
        this.text = name().endsWith("_ENDPOINT")
                ? camelCase(name())
                : name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Endpoints are written as Microsoft's documentation writes such names. */
    private static String camelCase(String name) {
        StringBuilder text = new StringBuilder();
        for (String word : name.split("_", -1)) {
            String lower = word.toLowerCase(Locale.ROOT);
            text.append(text.isEmpty() ? lower : word.charAt(0) + lower.substring(1));
        }
        return text.toString();
    }

    /**
     * Tells whether the option of the same name simply has this value where it is not given.
     *
     * @return false for what counts together with something else
     */
    public boolean isOption() {
        return switch (this) {
            case PROXY, CA_FILE, OUTBOX, LOG_FILE, TIMEOUT, WMI_TIMEOUT, OA3TOOL, START_DELAY -> true;
            case SERVICE, TOKEN, SECRET_FILE, PROXY_USER, PROXY_PASSWORD, GROUP_TAG, ASSIGNED_USER -> false;
            case CLOUD, TENANT, CLIENT_ID, CLIENT_SECRET, CLIENT_CERTIFICATE, CLIENT_CERTIFICATE_PASSWORD -> false;
            case CUSTOMER, GRAPH_ENDPOINT, LOGIN_ENDPOINT, PARTNER_CENTER_ENDPOINT -> false;
        };
    }

    Kind kind() {
        return kind;
    }

    /**
     * Tells whether a command uses the key; the others read it and leave it alone.
     *
     * @param command the name of a subcommand
     * @return whether the key means something to it
     */
    public boolean serves(String command) {
        return commands.contains(" " + command + " ");
    }

    /**
     * Returns the name of its variable.
     *
     * @return such as {@code HWHASH_GROUP_TAG}
     */
    public String variable() {
        return "HWHASH_" + name();
    }

    /**
     * Returns the key of a name.
     *
     * @param text as it stands in a file
     * @return empty if there is no such key
     */
    public static Optional<Key> named(String text) {
        for (Key key : values()) {
            if (key.text.equals(text)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the key that somebody may have meant.
     *
     * @param text a name in any case, with its words apart in any way
     * @return empty if there is none that reads alike
     */
    static Optional<Key> meant(String text) {
        for (Key key : values()) {
            if (bare(key.text).equals(bare(text))) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    private static String bare(String text) {
        return text.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    /** Returns the name as it stands in a file, such as {@code group-tag}. */
    @Override
    public String toString() {
        return text;
    }
}
