// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.graph;

import dev.hwhash.registration.Unsettled.Why;
import dev.hwhash.registration.http.Calls;
import dev.hwhash.registration.retry.Deadline;
import dev.hwhash.registration.retry.Pace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Waits until registered devices have a deployment profile, by Graph's beta. May be used by one thread at a time. */
public final class ProfileWait {

    private final Graph graph;
    private final Pace pace;

    /**
     * Makes one; connects to nothing yet.
     *
     * @param calls to Graph
     * @param pace by which time passes
     */
    public ProfileWait(Calls calls, Pace pace) {
        this.graph = new Graph(calls, pace);
        this.pace = pace;
    }

    /**
     * Waits until each device has a profile or cannot get one.
     *
     * @param devices ids of registered devices, as {@code Fate.Registered} has them
     * @param deadline when to stop
     * @return what was seen of each device last
     */
    public Map<String, ProfileStatus> await(List<String> devices, Deadline deadline) {
        Map<String, ProfileStatus> seen = new LinkedHashMap<>();
        Set<String> open = new LinkedHashSet<>(devices);
        open.forEach(device ->
                seen.put(device, new ProfileStatus.NotYet(Why.DEADLINE, "the time was up before it was looked at")));
        long start = pace.nanos();
        try {
            boolean goesOn = true;
            while (goesOn && !open.isEmpty()) {
                look(open, seen, deadline);
                Duration waited = Duration.ofNanos(pace.nanos() - start);
                goesOn = !open.isEmpty() && deadline.pause(PollInterval.after(waited, deadline.left()));
            }
        } catch (GraphException e) {
            open.forEach(device -> seen.put(device, new ProfileStatus.NotYet(e.why(), e.getMessage())));
        }
        return seen;
    }

    private void look(Set<String> open, Map<String, ProfileStatus> seen, Deadline deadline) throws GraphException {
        for (String device : new ArrayList<>(open)) {
            ProfileStatus status = graph.find(BetaPaths.registeredWithProfile(device), deadline)
                    .map(ProfileReading::of)
                    .orElse(new ProfileStatus.NotYet(
                            Why.DEADLINE, "the list of devices does not show it yet; look at it in Intune"));
            seen.put(device, status);
            if (!(status instanceof ProfileStatus.NotYet)) {
                open.remove(device);
            }
        }
    }
}
