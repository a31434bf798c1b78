// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector;

import dev.hwhash.collector.wmi.WmiException;
import dev.hwhash.collector.wmi.WmiSession;
import dev.hwhash.device.Field;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes one question at a time through the stages of a session, each begun before the deadline. Used by one thread;
 * another one may look at the stage.
 */
final class Questioner {

    private final WmiSession wmi;
    private final Set<Field> needed;
    private final Deadline deadline;

    private volatile Stage stage = Stage.OPEN;
    private boolean opened;
    private String namespace = "";

    Questioner(WmiSession wmi, Set<Field> needed, Deadline deadline) {
        this.wmi = wmi;
        this.needed = needed;
        this.deadline = deadline;
    }

    /** Returns the stage that was begun last. */
    Stage stage() {
        return stage;
    }

    /**
     * Asks.
     *
     * @return what each row holds of the needed fields; null in WMI is a missing one
     * @throws WmiException if a stage fails or the time is over; the next question then connects anew
     */
    List<Map<Field, String>> rows(Question question) throws WmiException {
        try {
            connect(question.namespace());
            begin(Stage.QUERY);
            wmi.query(question.wql());
            List<Map<Field, String>> rows = new ArrayList<>(2);
            while (rows.size() < question.mostRows() && wmi.next(begin(Stage.NEXT))) {
                rows.add(row(question));
            }
            return rows;
        } catch (WmiException e) {
            namespace = "";
            throw e;
        }
    }

    private void connect(String wanted) throws WmiException {
        if (!opened) {
            begin(Stage.OPEN);
            wmi.open();
            opened = true;
        }
        if (!namespace.equals(wanted)) {
            begin(Stage.CONNECT);
            wmi.connect(wanted);
            namespace = wanted;
        }
    }

    private Map<Field, String> row(Question question) throws WmiException {
        Map<Field, String> row = new EnumMap<>(Field.class);
        for (Field field : question.among(needed)) {
            begin(Stage.GET);
            Optional<String> value = wmi.get(question.property(field));
            if (value.isPresent()) {
                row.put(field, value.get());
            }
        }
        return row;
    }

    /** Begins a stage and returns the milliseconds left. When it is too late, the stage before took the time. */
    private int begin(Stage next) throws WmiException {
        int left = deadline.millisLeft();
        if (left == 0) {
            throw WmiException.of(stage.words(), WmiException.WBEM_S_TIMEDOUT);
        }
        stage = next;
        return left;
    }
}
