// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake;

import dev.hwhash.registration.fake.graph.Delays;
import dev.hwhash.registration.fake.login.Directory;
import dev.hwhash.registration.fake.partner.Partners;
import dev.hwhash.registration.fake.web.Fault;
import dev.hwhash.registration.fake.web.Faults;
import dev.hwhash.registration.fake.web.Web;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;

/** The fakes as a process: prints lines of {@code hwhash.conf}, and runs until its standard input ends. */
final class FakeProcess {

    private long seed = 1;
    private int percent;
    private Behaviour behaviour = Behaviour.DEFAULT;

    /** Does what the options say; returns when standard input has ended. */
    void run(String[] options) {
        ArrayDeque<String> left = new ArrayDeque<>(List.of(options));
        while (!left.isEmpty()) {
            String option = left.remove();
            option(option, option.equals("--limits") || option.equals("--packed") ? "" : left.remove());
        }
        if (percent > 0) {
            behaviour = behaviour.faults(Faults.seeded(seed, percent, Fault.PASSING));
        }
        try (FakeMicrosoft fake = FakeMicrosoft.start(behaviour);
                Web state = new Web(
                        "state", new StateSite(fake), Behaviour.DEFAULT.wire(), () -> {}, Behaviour.DEFAULT.clock())) {
            print(fake, state);
            while (System.in.read() >= 0) {
                // Whatever is said: only the end counts.
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void option(String name, String value) {
        Delays delays = behaviour.delays();
        behaviour = switch (name) {
            case "--limits" -> behaviour.limited();
            case "--packed" -> behaviour.packed();
            case "--latency-ms" -> behaviour.latency(Duration.ofMillis(Long.parseLong(value)));
            case "--page-size" -> behaviour.pageSize(Integer.parseInt(value));
            case "--token-seconds" -> behaviour.tokenLifetime(Duration.ofSeconds(Long.parseLong(value)));
            case "--decided-ms" -> behaviour.delays(with(delays, Duration.ofMillis(Long.parseLong(value))));
            case "--seed" -> seeded(Long.parseLong(value));
            case "--faults-percent" -> faulty(Integer.parseInt(value));
            default -> throw new IllegalArgumentException("no option " + name);
        };
    }

    private Behaviour seeded(long wanted) {
        seed = wanted;
        return behaviour;
    }

    private Behaviour faulty(int wanted) {
        percent = wanted;
        return behaviour;
    }

    private static Delays with(Delays delays, Duration decided) {
        return new Delays(delays.listed(), decided, delays.visible(), delays.changed(), delays.profile());
    }

    private static void print(FakeMicrosoft fake, Web state) {
        PrintStream out = System.out;
        out.println("graphEndpoint = " + fake.graph());
        out.println("loginEndpoint = " + fake.login());
        out.println("partnerCenterEndpoint = " + fake.partnerCenter());
        out.println("tenant = " + Directory.TENANT);
        out.println("client-id = " + Directory.CLIENT_ID);
        out.println("client-secret = " + Directory.CLIENT_SECRET);
        out.println("customer = " + Partners.CUSTOMER);
        out.println("# state: " + state.endpoint() + "/_fake/state");
        out.flush();
    }
}
