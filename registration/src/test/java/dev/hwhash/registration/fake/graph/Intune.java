// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.graph;

import dev.hwhash.registration.fake.graph.RegisteredDevice.Properties;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** What Intune knows of Autopilot devices in one tenant. Thread-safe. */
public final class Intune {

    private final Map<String, ImportRecord> imports = new LinkedHashMap<>();
    private final Map<String, Eventually<RegisteredDevice>> devices = new LinkedHashMap<>();
    private final List<String> foreignHashes = new ArrayList<>();
    private final InstantSource clock;
    private final Delays delays;
    private final CorporateIdentifiers corporate = new CorporateIdentifiers();
    private int syncs;

    /**
     * Makes an empty tenant.
     *
     * @param clock the time
     * @param delays how long everything takes
     */
    public Intune(InstantSource clock, Delays delays) {
        this.clock = clock;
        this.delays = delays;
    }

    /**
     * Returns every import record that ever was, also those removed since.
     *
     * @return in the order in which they came
     */
    public synchronized List<ImportRecord> imports() {
        settle();
        return List.copyOf(imports.values());
    }

    /**
     * Returns how many records came with an import id.
     *
     * @param importId as it was sent
     * @return more than one: something was sent twice
     */
    public synchronized long importsOf(String importId) {
        return imports.values().stream()
                .filter(record -> record.importId().equals(importId))
                .count();
    }

    /**
     * Returns the devices that are registered in truth, seen or not.
     *
     * @return in the order of their registration
     */
    public synchronized List<RegisteredDevice> devices() {
        settle();
        return devices.values().stream()
                .flatMap(device -> device.truth().stream())
                .toList();
    }

    /**
     * Registers a device as if it had always been there.
     *
     * @param serialNumber its serial number
     * @param hash its hash; empty: none that an import could be compared with
     * @param properties what can be changed
     * @param enrolled whether Intune manages it
     * @return its id
     */
    public synchronized String register(String serialNumber, String hash, Properties properties, boolean enrolled) {
        String id = UUID.randomUUID().toString();
        Instant now = clock.instant();
        devices.put(
                id,
                new Eventually<>(now, new RegisteredDevice(id, serialNumber, hash, properties, enrolled, Instant.MIN)));
        return id;
    }

    /**
     * Registers a hash with another tenant.
     *
     * @param hash whose import ends in 808
     */
    public synchronized void registerElsewhere(String hash) {
        foreignHashes.add(hash);
    }

    /**
     * Removes a registered device at once, as somebody in the portal does.
     *
     * @param id of the device
     */
    public synchronized void remove(String id) {
        devices.remove(id);
    }

    /**
     * Returns how often a sync was asked for.
     *
     * @return 0 where all is well: no client of ours may
     */
    public synchronized int syncs() {
        return syncs;
    }

    /**
     * Returns the corporate identifiers.
     *
     * @return live
     */
    public CorporateIdentifiers corporateIdentifiers() {
        return corporate;
    }

    Duration profileDelay() {
        return delays.profile();
    }

    synchronized void sync() {
        syncs++;
    }

    synchronized void add(List<ImportRecord> records) {
        records.forEach(record -> imports.put(record.id(), record));
    }

    synchronized Optional<ImportRecord> record(String id) {
        settle();
        return Optional.ofNullable(imports.get(id)).filter(record -> !record.deleted());
    }

    /** Returns what a list shows now. */
    synchronized List<ImportRecord> listed(Predicate<ImportRecord> filter) {
        settle();
        Instant shown = clock.instant().minus(delays.listed());
        return imports.values().stream()
                .filter(record -> !record.deleted() && !record.created().isAfter(shown))
                .filter(filter)
                .toList();
    }

    synchronized void removeRecord(String id) {
        imports.computeIfPresent(id, (key, record) -> record.removed());
    }

    synchronized List<RegisteredDevice> visible(Predicate<RegisteredDevice> filter) {
        settle();
        return devices.values().stream()
                .flatMap(device -> device.seenAt(clock.instant()).stream())
                .filter(filter)
                .toList();
    }

    synchronized void change(RegisteredDevice device, Properties properties) {
        Eventually<RegisteredDevice> versions = devices.get(device.id());
        if (versions != null) {
            versions.become(clock.instant().plus(delays.changed()), Optional.of(device.with(properties)));
        }
    }

    synchronized void deregister(String id) {
        Eventually<RegisteredDevice> versions = devices.get(id);
        if (versions != null) {
            versions.become(clock.instant().plus(delays.visible()), Optional.empty());
        }
    }

    /** Gives every import its end whose time has come, in their order. */
    private void settle() {
        Instant due = clock.instant().minus(delays.decided());
        for (ImportRecord record : List.copyOf(imports.values())) {
            if (record.verdict().equals(Verdict.UNKNOWN) && !record.created().isAfter(due)) {
                imports.put(record.id(), record.decided(verdict(record)));
            }
        }
    }

    private Verdict verdict(ImportRecord record) {
        Optional<Verdict> ofItself = Judge.ofItself(record);
        if (ofItself.isPresent()) {
            return ofItself.get();
        }
        if (foreignHashes.contains(record.hash())) {
            return Judge.ELSEWHERE;
        }
        List<ImportRecord> earlier = imports.values().stream()
                .takeWhile(other -> !other.id().equals(record.id()))
                .toList();
        if (Judge.isDuplicated(record, earlier)) {
            return Judge.DUPLICATED;
        }
        return isRegistered(record) ? Judge.ALREADY : Verdict.complete(registered(record));
    }

    /** A device that is being removed is registered until that shows. */
    private boolean isRegistered(ImportRecord record) {
        Instant now = clock.instant();
        return devices.values().stream()
                .flatMap(device -> List.of(device.truth(), device.seenAt(now)).stream())
                .flatMap(Optional::stream)
                .anyMatch(device -> device.serialNumber().equals(record.serialNumber())
                        || device.hash().equals(record.hash()));
    }

    private String registered(ImportRecord record) {
        String id = UUID.randomUUID().toString();
        Instant at = record.created().plus(delays.decided());
        Properties properties = new Properties(record.groupTag(), record.user(), "", "");
        boolean enrolled = record.serialNumber().startsWith("ENROLLED");
        RegisteredDevice device =
                new RegisteredDevice(id, record.serialNumber(), record.hash(), properties, enrolled, at);
        devices.put(id, new Eventually<>(at.plus(delays.visible()), device));
        return id;
    }
}
