// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** A run of the command that has ended. What holds for every run is checked of every run. */
public final class HwhashRun {

    static final Pattern MESSAGE = Pattern.compile("hwhash: (error|warning|note|detail) [a-z][a-z0-9-]*: [ -~]+");

    /** What a person is shown in a frame; {@code stick collect} alone has one. */
    static final Pattern FRAME = Pattern.compile("[+][-]{76}[+]|[|] [ -~]+");

    /** 30 characters of a hash: base64 of "OA" and a length below 16384. */
    static final Pattern HASH_TEXT = Pattern.compile("T0[E-H][A-Za-z0-9+/]{27}");

    /** How every token and password of a test begins, behind which its secret part stands. */
    static final Pattern SECRET_TEXT = Pattern.compile("HWT-[A-Za-z0-9]");

    private final List<String> command;
    private final int exitCode;
    private final byte[] stdout;
    private final String stderr;
    private final Duration elapsed;

    HwhashRun(List<String> command, int exitCode, byte[] stdout, String stderr, Duration elapsed) {
        this.command = command;
        this.exitCode = exitCode;
        this.stdout = stdout;
        this.stderr = stderr;
        this.elapsed = elapsed;
    }

    public int exitCode() {
        return exitCode;
    }

    public byte[] stdout() {
        return stdout.clone();
    }

    /** Returns stdout with one character for each byte, so that no encoding hides anything. */
    String stdoutBytes() {
        return new String(stdout, StandardCharsets.ISO_8859_1);
    }

    public String stderr() {
        return stderr;
    }

    public List<String> lines() {
        return stderr.lines().toList();
    }

    Duration elapsed() {
        return elapsed;
    }

    /** Fails with all that explains it unless the run ended so. */
    public HwhashRun exits(int expected) {
        require(exitCode == expected, "expected exit code " + expected);
        return this;
    }

    /** Fails unless there is exactly one message of that kind and id; returns its line. */
    public String only(String kind, String id) {
        List<String> found = messages(kind, id);
        require(found.size() == 1, "expected one " + kind + " " + id);
        return found.get(0);
    }

    List<String> messages(String kind, String id) {
        return lines().stream()
                .filter(line -> line.startsWith("hwhash: " + kind + " " + id + ": "))
                .toList();
    }

    /** Returns the number of messages of a kind. */
    long count(String kind) {
        return lines().stream()
                .filter(line -> line.startsWith("hwhash: " + kind + " "))
                .count();
    }

    /** Fails if this run broke a rule that no run may break. */
    HwhashRun checked() {
        require(!HASH_TEXT.matcher(stderr).find(), "a hash stands in the words");
        require(!SECRET_TEXT.matcher(stderr).find(), "a secret stands in the words");
        require(!SECRET_TEXT.matcher(stdoutBytes()).find(), "a secret stands in the data");
        boolean verbose = command.contains("--verbose");
        for (String line : lines()) {
            boolean trace = verbose && (line.startsWith("    at ") || line.contains("Exception"));
            boolean frame = command.contains("stick") && FRAME.matcher(line).matches();
            require(frame || trace || MESSAGE.matcher(line).matches(), "not a message: " + line);
        }
        require(exitCode == 0 || count("error") > 0 || stderr.isEmpty(), "failed without an error");
        require(exitCode != 0 || count("error") == 0, "an error without a failure");
        return this;
    }

    private void require(boolean holds, String expectation) {
        if (!holds) {
            throw new AssertionError(expectation + ": " + this);
        }
    }

    /** Returns everything that explains a failed assertion. */
    @Override
    public String toString() {
        return "exit code " + exitCode + " after " + elapsed.toMillis() + " ms of " + command + "\nstdout: "
                + (stdout.length > 2000 ? stdout.length + " bytes" : stdoutBytes()) + "\nstderr: " + stderr;
    }
}
