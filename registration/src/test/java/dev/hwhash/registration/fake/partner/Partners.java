// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.partner;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Partner Center knows of the device batches of a partner's customers. Thread-safe. */
public final class Partners {

    /** A customer that the partner may register devices for. */
    public static final String CUSTOMER = "3c9e1a52-7b4d-4f8a-9e6c-2d1f0b8a7c55";
    /** A customer of somebody else. */
    public static final String UNRELATED = "a8d04c1e-52f3-4b67-8c90-1e2d3f4a5b6c";

    private static final Pattern SCRIPTED = Pattern.compile("E([0-9]{3}).*");
    private static final Map<Integer, String> NAMES = Map.of(
            802, "InvalidZtdHardwareHash",
            806, "ZtdDeviceAlreadyAssigned",
            808, "ZtdDeviceAssignedToOtherTenant",
            812, "ZtdDeviceNotFound",
            813, "ZtdDeviceIsNotUnique");

    private final List<Job> jobs = new ArrayList<>();
    private final Map<String, Instant> batches = new LinkedHashMap<>();
    private final List<PartnerDevice> removed = new ArrayList<>();
    private final InstantSource clock;
    private final Duration decided;
    private final Duration listed;

    /**
     * Makes a partner without batches.
     *
     * @param clock the time
     * @param decided from an upload until its end; half of it is queued
     * @param listed from an upload until lists show it
     */
    public Partners(InstantSource clock, Duration decided, Duration listed) {
        this.clock = clock;
        this.decided = decided;
        this.listed = listed;
    }

    /**
     * Returns every upload that was taken.
     *
     * @return in the order in which they came
     */
    public synchronized List<Job> jobs() {
        return List.copyOf(jobs);
    }

    /**
     * Returns every device that was ever sent, once for each time, refused or not.
     *
     * @return in the order in which they came
     */
    public synchronized List<PartnerDevice> devices() {
        return jobs.stream().flatMap(job -> job.devices().stream()).toList();
    }

    /**
     * Returns the names of the customer's batches.
     *
     * @return in the order in which they were made
     */
    public synchronized List<String> batches() {
        return List.copyOf(batches.keySet());
    }

    /**
     * Makes a batch as if it had always been there.
     *
     * @param name its name
     */
    public synchronized void addBatch(String name) {
        batches.put(name, Instant.MIN);
    }

    synchronized boolean hasBatch(String name) {
        return batches.containsKey(name);
    }

    synchronized List<String> shownBatches() {
        Instant shown = clock.instant().minus(listed);
        return batches.keySet().stream()
                .filter(name -> !batches.getOrDefault(name, Instant.MAX).isAfter(shown))
                .toList();
    }

    /** Takes devices; the batch is made where there is none. */
    synchronized Job take(String customer, String batch, List<PartnerDevice> sent) {
        batches.putIfAbsent(batch, clock.instant());
        List<PartnerDevice> judged = new ArrayList<>();
        for (PartnerDevice device : sent) {
            judged.add(judged(device, judged));
        }
        Job job = new Job(UUID.randomUUID().toString(), customer, batch, judged, clock.instant());
        jobs.add(job);
        return job;
    }

    private PartnerDevice judged(PartnerDevice device, List<PartnerDevice> before) {
        Matcher scripted = SCRIPTED.matcher(device.serialNumber());
        if (scripted.matches()) {
            int code = Integer.parseInt(scripted.group(1));
            return device.refused(code, NAMES.getOrDefault(code, "UnpublishedError"));
        }
        List<PartnerDevice> known = new ArrayList<>(before);
        jobs.forEach(job -> known.addAll(job.devices()));
        known.removeAll(removed);
        boolean there = known.stream().anyMatch(other -> other.registered() && other.isSameAs(device));
        return there ? device.refused(806, NAMES.getOrDefault(806, "")) : device;
    }

    synchronized Optional<Job> job(String customer, String id) {
        return jobs.stream()
                .filter(job -> job.customer().equals(customer) && job.id().equals(id))
                .findFirst();
    }

    /** Returns the devices that a list of the batch shows now. */
    synchronized List<PartnerDevice> shown(String batch) {
        Instant shown = clock.instant().minus(listed);
        return jobs.stream()
                .filter(job -> job.batch().equals(batch) && !job.started().isAfter(shown) && isDecided(job))
                .flatMap(job -> job.devices().stream())
                .filter(device -> device.registered() && !removed.contains(device))
                .toList();
    }

    synchronized void remove(PartnerDevice device) {
        removed.add(device);
    }

    boolean isDecided(Job job) {
        return !clock.instant().isBefore(ended(job));
    }

    Instant ended(Job job) {
        return job.started().plus(decided);
    }

    /** Returns the status of an upload in the words of the service. */
    String status(Job job) {
        if (isDecided(job)) {
            return "finished";
        }
        return clock.instant().isBefore(job.started().plus(decided.dividedBy(2))) ? "queued" : "processing";
    }
}
