// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake;

import dev.hwhash.registration.endpoint.Endpoint;
import dev.hwhash.registration.fake.graph.GraphBehaviour;
import dev.hwhash.registration.fake.graph.GraphParts;
import dev.hwhash.registration.fake.graph.Intune;
import dev.hwhash.registration.fake.graph.Listing;
import dev.hwhash.registration.fake.graph.Throttle;
import dev.hwhash.registration.fake.login.DeviceCodes;
import dev.hwhash.registration.fake.login.Directory;
import dev.hwhash.registration.fake.login.LoginSite;
import dev.hwhash.registration.fake.partner.PartnerSite;
import dev.hwhash.registration.fake.partner.Partners;
import dev.hwhash.registration.fake.web.Faults;
import dev.hwhash.registration.fake.web.Seen;
import dev.hwhash.registration.fake.web.Site;
import dev.hwhash.registration.fake.web.Violations;
import dev.hwhash.registration.fake.web.Web;
import dev.hwhash.registration.fake.web.Wire;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Graph, Entra ID and Partner Center on loopback, each at a port of its own. Thread-safe. */
public final class FakeMicrosoft implements AutoCloseable {

    private final Violations violations = new Violations();
    private final DeviceCodes deviceCodes = new DeviceCodes();
    private final Directory directory;
    private final Intune intune;
    private final Web elsewhere;
    private final Web graph;
    private final Web login;
    private final Partners partners;
    private final Web partnerCenter;

    private FakeMicrosoft(Behaviour behaviour) {
        InstantSource clock = behaviour.clock();
        directory = new Directory(clock, behaviour.tokenLifetime());
        intune = new Intune(clock, behaviour.delays());
        elsewhere = new Web(
                "elsewhere",
                new Elsewhere(violations),
                new Wire(Duration.ZERO, Faults.none(), false, false),
                () -> {},
                clock);
        graph = web(
                "graph",
                GraphParts.site(intune, directory, graph(behaviour, elsewhere.endpoint()), violations, clock),
                behaviour,
                directory);
        login = web("login", new LoginSite(directory, deviceCodes, clock, violations), behaviour, directory);
        partners = new Partners(
                clock, behaviour.delays().decided(), behaviour.delays().listed());
        boolean existingBatchIs400 = behaviour.switches().existingBatchIs400();
        partnerCenter = web(
                "partnerCenter",
                new PartnerSite(partners, directory, existingBatchIs400, violations, clock),
                behaviour,
                directory);
    }

    private static GraphBehaviour graph(Behaviour behaviour, Endpoint elsewhere) {
        Behaviour.Switches switches = behaviour.switches();
        return new GraphBehaviour(
                new Listing(behaviour.pageSize(), elsewhere, switches.foreignNextLink(), switches.filterIgnored()),
                behaviour.limits() ? Throttle.published() : Throttle.off(),
                switches.lateRegistrationId(),
                switches.corporateFilterRefused());
    }

    private static Web web(String name, Site site, Behaviour behaviour, Directory directory) {
        return new Web(name, site, behaviour.wire(), directory::expireAccessTokens, behaviour.clock());
    }

    /**
     * Starts all of them.
     *
     * @param behaviour how they behave
     * @return running; to be closed
     */
    public static FakeMicrosoft start(Behaviour behaviour) {
        return new FakeMicrosoft(behaviour);
    }

    /**
     * Runs the fakes as a process until its standard input ends; prints where they are, as lines of a configuration.
     *
     * @param options {@code --limits}, {@code --packed}, {@code --latency-ms N}, {@code --decided-ms N},
     *     {@code --page-size N}, {@code --token-seconds N}, {@code --seed N}, {@code --faults-percent N}
     */
    public static void main(String[] options) {
        new FakeProcess().run(options);
    }

    /**
     * Returns where Graph is.
     *
     * @return before {@code /v1.0} and {@code /beta}
     */
    public Endpoint graph() {
        return graph.endpoint();
    }

    /**
     * Returns where Entra ID is.
     *
     * @return before the tenant
     */
    public Endpoint login() {
        return login.endpoint();
    }

    /**
     * Returns what Intune knows.
     *
     * @return live
     */
    public Intune intune() {
        return intune;
    }

    /**
     * Returns where Partner Center is.
     *
     * @return before {@code /v1}
     */
    public Endpoint partnerCenter() {
        return partnerCenter.endpoint();
    }

    /**
     * Returns what Partner Center knows.
     *
     * @return live
     */
    public Partners partners() {
        return partners;
    }

    /**
     * Returns who may ask.
     *
     * @return live
     */
    public Directory directory() {
        return directory;
    }

    /**
     * Returns the sign-ins by code.
     *
     * @return live
     */
    public DeviceCodes deviceCodes() {
        return deviceCodes;
    }

    /**
     * Returns what was asked and answered against the reference.
     *
     * @return empty where all is well
     */
    public List<String> violations() {
        return violations.all();
    }

    /**
     * Returns what came in at all origins.
     *
     * @return in the order of their times
     */
    public List<Seen> requests() {
        return Stream.of(graph, login, partnerCenter, elsewhere)
                .flatMap(web -> web.seen().stream())
                .sorted(Comparator.comparing(Seen::time))
                .toList();
    }

    @Override
    public void close() {
        Stream.of(graph, login, partnerCenter, elsewhere).forEach(Web::close);
    }
}
