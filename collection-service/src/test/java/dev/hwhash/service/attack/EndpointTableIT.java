// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.EndpointList;
import dev.hwhash.service.PageClient.Reply;
import dev.hwhash.service.TestedService;
import dev.hwhash.service.attack.EndpointTable.Line;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each endpoint asked by each guest: nobody gets at what is not for him, and nobody is kept from what is. */
class EndpointTableIT {

    private static final Map<String, Line> TABLE = EndpointTable.lines();

    @RegisterExtension
    static final TestedService TESTED = new TestedService();

    private static Guests guests;

    @BeforeAll
    static void enter() {
        guests = Guests.of(TESTED);
    }

    static Collection<Line> lines() {
        return TABLE.values();
    }

    @Test
    void theTableNamesWhatTheServiceAnswersToAndNothingElse() throws Exception {
        assertThat(EndpointList.of(TESTED.folder().resolve("another"))).isEqualTo(new TreeSet<>(TABLE.keySet()));
    }

    @ParameterizedTest
    @EnumSource(Guest.class)
    void eachGuestGetsWhatIsForHim(Guest guest) {
        List<String> wrong = new ArrayList<>();
        for (Line line : lines()) {
            Reply reply = guests.ask(guest, line);
            String expected = Expected.of(line, guest);
            if (!Expected.seen(line, reply).equals(expected)) {
                wrong.add(line + ": " + Expected.seen(line, reply) + ", not " + expected);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void whatAPathDoesNotTakeIsRefusedToAll(Line line) {
        for (Guest guest : Guest.values()) {
            for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE", "TRACE")) {
                if (!TABLE.containsKey(method + " " + line.pattern())) {
                    Reply reply = guests.ask(guest, method, line.path());
                    assertThat(reply.status())
                            .as("%s %s as %s", method, line.path(), guest)
                            .isIn(404, 405);
                }
            }
        }
    }
}
