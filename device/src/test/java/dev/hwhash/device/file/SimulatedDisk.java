// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A stick in memory that knows what of it is on the disk and what only in the system's cache. The power can be cut
 * after each operation; {@link #afterPowerCut} then lists what may be found. {@link #fault} makes operations fail.
 *
 * <p>Journaled: changes of names survive in their order, a rename whole or not at all. FAT: every directory entry is
 * written on its own and in any order, so a rename that is cut leaves both names, one or none.
 */
final class SimulatedDisk implements Volume {

    enum Kind {
        JOURNALED,
        FAT
    }

    /** The way in which a disk or its driver may lie, so that the tests prove that they notice. */
    enum Lie {
        NONE,
        CONTENT_NOT_FORCED,
        NAMES_NOT_FORCED,
        FAT_CALLED_ATOMIC
    }

    /** Decides whether an operation fails. */
    @FunctionalInterface
    interface Fault {
        Fault NONE = (step, operation) -> {};

        /** Throws where the operation shall fail; steps count from 1. */
        void check(int step, String operation) throws IOException;
    }

    /** The power is gone: no operation works any more, and no code of ours runs. */
    static final class PowerCut extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** A file's content, whatever its names. */
    private static final class Node {
        byte[] live = {};
        byte[] forced = {};
    }

    /** A directory entry that was written or, without a node, removed. */
    private record Change(String name, @Nullable Node node) {}

    private final Kind kind;
    private final Lie lie;
    private final Map<String, Node> live = new TreeMap<>();
    private final Map<String, Node> forced = new TreeMap<>();
    private final List<List<Change>> pending = new ArrayList<>();
    private long usable = Long.MAX_VALUE;
    private boolean protectedVolume;
    private boolean readOnlyFiles;
    private Entry.Kind fileKind = Entry.Kind.FILE;
    /** Those below the stick itself. They are taken to be forced when they are made: what is lost is files. */
    private final Set<String> folders = new TreeSet<>();

    private boolean locked;
    private boolean dead;
    private int steps;
    private int changes;
    private int cutAfter = Integer.MAX_VALUE;
    private Fault fault = Fault.NONE;
    private final List<String> done = new ArrayList<>();

    SimulatedDisk(Kind kind, Lie lie) {
        this.kind = kind;
        this.lie = lie;
    }

    void put(String name, byte[] content) {
        Node node = new Node();
        node.live = content;
        node.forced = content;
        live.put(name, node);
        forced.put(name, node);
    }

    /** Cuts the power after so many operations that change something, counted from 1. */
    SimulatedDisk cutAfter(int change) {
        cutAfter = change;
        return this;
    }

    void fault(Fault next) {
        fault = next;
        steps = 0;
    }

    void usable(long bytes) {
        usable = bytes;
    }

    void writeProtect() {
        protectedVolume = true;
    }

    void makeFilesReadOnly() {
        readOnlyFiles = true;
    }

    void makeFilesReparsePoints() {
        fileKind = Entry.Kind.REPARSE_POINT;
    }

    /** Another process takes the lock and keeps it. */
    void lockForEver() {
        locked = true;
    }

    List<String> operations() {
        return done;
    }

    List<String> names() {
        return List.copyOf(live.keySet());
    }

    boolean isLocked() {
        return locked;
    }

    /** Everything that decides what can be found later. */
    String key() {
        StringBuilder key = new StringBuilder();
        live.forEach((name, node) -> key.append(name).append('=').append(Arrays.hashCode(node.live)));
        key.append('|');
        forced.forEach((name, node) -> key.append(name).append('=').append(Arrays.hashCode(node.forced)));
        for (List<Change> change : pending) {
            change.forEach(part -> key.append('|').append(part.name).append(part.node == null ? '-' : '+'));
        }
        return key.toString();
    }

    /** The process died, the system did not: all that it did is in the cache. */
    SimulatedDisk afterKill() {
        SimulatedDisk copy = new SimulatedDisk(kind, lie);
        Map<Node, Node> twins = new HashMap<>();
        live.forEach((name, node) -> copy.live.put(name, twin(node, twins)));
        forced.forEach((name, node) -> copy.forced.put(name, twin(node, twins)));
        copy.folders.addAll(folders);
        for (List<Change> change : pending) {
            List<Change> parts = new ArrayList<>();
            change.forEach(part -> parts.add(new Change(part.name, part.node == null ? null : twin(part.node, twins))));
            copy.pending.add(parts);
        }
        return copy;
    }

    private static Node twin(Node node, Map<Node, Node> twins) {
        return twins.computeIfAbsent(node, original -> {
            Node copy = new Node();
            copy.live = original.live;
            copy.forced = original.forced;
            return copy;
        });
    }

    /** All that may be on the disk once the power is back. */
    List<SimulatedDisk> afterPowerCut() {
        List<SimulatedDisk> found = new ArrayList<>();
        for (Map<String, Node> names : kind == Kind.FAT ? anyEntries() : orderedNames()) {
            addContents(new ArrayList<>(names.entrySet()), 0, new TreeMap<>(), found);
        }
        return found;
    }

    private List<Map<String, Node>> orderedNames() {
        List<Map<String, Node>> found = new ArrayList<>();
        Map<String, Node> names = new TreeMap<>(forced);
        found.add(new TreeMap<>(names));
        for (List<Change> change : pending) {
            change.forEach(part -> apply(names, part));
            found.add(new TreeMap<>(names));
        }
        return found;
    }

    private List<Map<String, Node>> anyEntries() {
        Map<String, List<Change>> byName = new TreeMap<>();
        pending.forEach(change -> change.forEach(part ->
                byName.computeIfAbsent(part.name, name -> new ArrayList<>()).add(part)));
        List<Map<String, Node>> found = new ArrayList<>();
        found.add(new TreeMap<>(forced));
        for (List<Change> ofOneName : byName.values()) {
            for (Map<String, Node> names : List.copyOf(found)) {
                for (Change part : ofOneName) {
                    Map<String, Node> written = new TreeMap<>(names);
                    apply(written, part);
                    found.add(written);
                }
            }
        }
        return found;
    }

    private static void apply(Map<String, Node> names, Change part) {
        if (part.node == null) {
            names.remove(part.name);
        } else {
            names.put(part.name, part.node);
        }
    }

    private void addContents(
            List<Map.Entry<String, Node>> names, int at, Map<String, byte[]> chosen, List<SimulatedDisk> found) {
        if (at == names.size()) {
            SimulatedDisk disk = new SimulatedDisk(kind, lie);
            chosen.forEach(disk::put);
            disk.folders.addAll(folders);
            found.add(disk);
            return;
        }
        for (byte[] content : contents(names.get(at).getValue())) {
            chosen.put(names.get(at).getKey(), content);
            addContents(names, at + 1, chosen, found);
        }
    }

    /** Not forced: dropped, half, the right length but nothing in it, or whole. */
    private static List<byte[]> contents(Node node) {
        if (Arrays.equals(node.live, node.forced)) {
            return List.of(node.forced);
        }
        byte[] half = Arrays.copyOf(node.live, node.live.length / 2);
        return List.of(node.forced, half, new byte[node.live.length], node.live);
    }

    private void before(String operation) throws IOException {
        if (dead) {
            throw new PowerCut();
        }
        steps++;
        done.add(operation);
        fault.check(steps, operation);
    }

    private void after() {
        changes++;
        if (changes == cutAfter) {
            dead = true;
            throw new PowerCut();
        }
    }

    private void change(Change... parts) {
        for (Change part : parts) {
            apply(live, part);
        }
        pending.add(List.of(parts));
    }

    @Override
    public Optional<Closeable> tryLock(Path lockFile) throws IOException {
        before("lock " + name(lockFile));
        if (locked) {
            return Optional.empty();
        }
        locked = true;
        return Optional.of(() -> locked = false);
    }

    /** One process at a time is simulated: others are met in tests with real ones. */
    @Override
    public Optional<Closeable> tryStandingLock(Path lockFile) throws IOException {
        before("lock " + name(lockFile));
        return Optional.of(() -> {});
    }

    @Override
    public Entry entry(Path path) throws IOException {
        if (name(path).isEmpty() || folders.contains(name(path))) {
            return new Entry(Entry.Kind.FOLDER, 0, false);
        }
        Node node = live.get(name(path));
        return node == null ? Entry.MISSING : new Entry(fileKind, node.live.length, readOnlyFiles);
    }

    @Override
    public Path linkTarget(Path link) throws IOException {
        throw new IOException("no links here");
    }

    @Override
    public Optional<byte[]> read(Path file) throws IOException {
        before("read " + name(file));
        Node node = live.get(name(file));
        return node == null ? Optional.empty() : Optional.of(node.live.clone());
    }

    @Override
    public Output create(Path file, Path model) throws IOException {
        before("create " + name(file));
        if (live.containsKey(name(file))) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Node node = new Node();
        change(new Change(name(file), node));
        after();
        return new SimulatedOutput(node);
    }

    @Override
    public Output createPrivate(Path file) throws IOException {
        return create(file, file);
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        before("createFolder " + name(folder));
        folders.add(name(folder));
        after();
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        before("list " + name(folder));
        List<Path> found = new ArrayList<>();
        for (String name : live.keySet()) {
            if (folder(name).equals(name(folder))) {
                found.add(folder.resolve(name.substring(name.lastIndexOf('/') + 1)));
            }
        }
        return found;
    }

    @Override
    public boolean atomicRenames(Path file) {
        return kind == Kind.JOURNALED || lie == Lie.FAT_CALLED_ATOMIC;
    }

    @Override
    public void replace(Path from, Path to) throws IOException {
        before("replace " + name(from) + " " + name(to));
        if (kind == Kind.FAT) {
            change(new Change(name(to), null));
        }
        change(new Change(name(to), existing(from)), new Change(name(from), null));
        after();
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        before("rename " + name(from) + " " + name(to));
        if (live.containsKey(name(to))) {
            throw new FileAlreadyExistsException(to.toString());
        }
        change(new Change(name(to), existing(from)), new Change(name(from), null));
        after();
    }

    @Override
    public void delete(Path file) throws IOException {
        before("delete " + name(file));
        if (live.containsKey(name(file))) {
            change(new Change(name(file), null));
        }
        after();
    }

    @Override
    public void forceName(Path file) throws IOException {
        before("forceName " + name(file));
        if (lie != Lie.NAMES_NOT_FORCED) {
            forceNames(folder(name(file)));
        }
        after();
    }

    private void forceNames(String folder) {
        forced.keySet().removeIf(name -> folder(name).equals(folder));
        live.forEach((name, node) -> {
            if (folder(name).equals(folder)) {
                forced.put(name, node);
            }
        });
        for (List<Change> change : List.copyOf(pending)) {
            if (change.stream().allMatch(part -> folder(part.name).equals(folder))) {
                pending.remove(change);
            }
        }
    }

    private static String folder(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('/')));
    }

    @Override
    public long usableBytes(Path file) {
        return usable;
    }

    @Override
    public boolean writeProtected(Path file) {
        return protectedVolume;
    }

    private Node existing(Path file) throws NoSuchFileException {
        Node node = live.get(name(file));
        if (node == null) {
            throw new NoSuchFileException(file.toString());
        }
        return node;
    }

    private static String name(Path path) {
        StringBuilder name = new StringBuilder();
        for (Path part : path) {
            String text = part.toString();
            name.append(name.isEmpty() ? "" : "/").append(text);
            if (text.equals("stick")) {
                name.setLength(0);
            }
        }
        return name.toString();
    }

    private final class SimulatedOutput implements Output {
        private final Node node;

        SimulatedOutput(Node node) {
            this.node = node;
        }

        @Override
        public void write(byte[] content) throws IOException {
            before("write");
            byte[] longer = Arrays.copyOf(node.live, node.live.length + content.length);
            System.arraycopy(content, 0, longer, node.live.length, content.length);
            node.live = longer;
            after();
        }

        @Override
        public void force() throws IOException {
            before("force");
            if (lie != Lie.CONTENT_NOT_FORCED) {
                node.forced = node.live;
            }
            after();
        }

        @Override
        public void close() throws IOException {
            before("close");
        }
    }
}
