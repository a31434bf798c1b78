// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.bulk;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was wrong with rows: the first ones by name, the rest by number, so that memory does not grow with them. */
public final class RowProblems {

    private static final int NAMED = 100;

    private final List<Problem> named = new ArrayList<>();
    private final Map<Field, LeftOut> leftOut = new EnumMap<>(Field.class);
    private long count;

    /** The rows whose value has no column, told once for all of them. */
    private record LeftOut(String firstPlace, long rows) {}

    /**
     * Notes a row that is not written.
     *
     * @param file where it stands
     * @param line its line, from 1
     * @param why what is wrong with it and what to do
     */
    public void refuse(Path file, int line, String why) {
        count++;
        if (named.size() < NAMED) {
            named.add(
                    new Problem(ExitCode.INPUT_ERRORS, "row-not-written", file + ":" + line + ": not written: " + why));
        }
    }

    /**
     * Notes a value for which the output has no column.
     *
     * @param file where it stands
     * @param line its line, from 1
     * @param field whose value it is
     */
    public void leaveOut(Path file, int line, Field field) {
        LeftOut before = leftOut.get(field);
        leftOut.put(
                field,
                before == null ? new LeftOut(file + ":" + line, 1) : new LeftOut(before.firstPlace, before.rows + 1));
    }

    /**
     * Returns the rows that are not written.
     *
     * @return one problem each, the last one for all that are not named
     */
    public List<Problem> refused() {
        List<Problem> problems = new ArrayList<>(named);
        if (count > NAMED) {
            problems.add(new Problem(
                    ExitCode.INPUT_ERRORS,
                    "rows-not-written",
                    (count - NAMED) + " more rows are not written; put these right, then run it again"));
        }
        return problems;
    }

    /**
     * Returns words on what was left out.
     *
     * @param format that has no column for it
     * @return one sentence a field
     */
    public List<String> leftOut(Format format) {
        List<String> words = new ArrayList<>();
        for (Map.Entry<Field, LeftOut> left : leftOut.entrySet()) {
            long rows = left.getValue().rows;
            words.add("the " + left.getKey().words() + " of " + rows + (rows == 1 ? " row" : " rows")
                    + " is left out, first at " + left.getValue().firstPlace + ": the format " + format
                    + " has no column for it");
        }
        return words;
    }
}
