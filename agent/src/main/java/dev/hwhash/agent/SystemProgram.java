// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs that Windows itself has in its folder System32. */
public final class SystemProgram {

    private SystemProgram() {}

    /**
     * Returns the place of a program, absolute: another one of that name on the PATH would run with our rights.
     *
     * @param name such as {@code schtasks.exe}
     * @return its path; nothing is said about whether it is there
     */
    public static Path of(String name) {
        return folder().resolve(name);
    }

    /**
     * Returns the folder of all of them, as the environment has it.
     *
     * @return System32; nothing is said about whether it is there
     */
    public static Path folder() {
        String root = System.getenv("SystemRoot");
        return Path.of(root == null ? "C:\\Windows" : root, "System32");
    }

    /**
     * Prepares a call.
     *
     * @param program its place
     * @param arguments one word each, quoted as the program needs them
     * @return not started; without the variables of hwhash, since a secret of ours is no other program's business
     */
    public static ProcessBuilder call(Path program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(program.toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.regionMatches(true, 0, "HWHASH_", 0, 7));
        return builder;
    }
}
