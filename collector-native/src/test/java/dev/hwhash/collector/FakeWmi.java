// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector;

import dev.hwhash.collector.wmi.WmiException;
import dev.hwhash.collector.wmi.WmiSession;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A WMI that answers as it is told, stage by stage, and minds that it is called in order. A call that hangs comes back
 * only when {@link #release} is called.
 */
final class FakeWmi implements WmiSession {

    private static final String BRIDGE = "root\\cimv2\\mdm\\dmmap";

    private final Map<String, List<Map<String, String>>> rows = new HashMap<>();
    private final Map<Stage, OptionalInt> bridge = new EnumMap<>(Stage.class);
    private final Map<Stage, Integer> times = new EnumMap<>(Stage.class);
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch released = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    private boolean open;
    private boolean hangsOnClose;
    private boolean keepsTimeouts = true;
    private String namespace = "";
    private Iterator<Map<String, String>> left = Collections.emptyIterator();
    private @Nullable Map<String, String> row;

    /** A PC that tells all four facts. */
    static FakeWmi ofGoodPc() {
        return new FakeWmi()
                .gives("Win32_BIOS", List.of(Map.of("SerialNumber", " SER 1 ")))
                .gives("Win32_ComputerSystem", List.of(Map.of("Manufacturer", "Contoso", "Model", "Book 1")))
                .gives("MDM_DevDetail_Ext01", List.of(Map.of("DeviceHardwareData", "T0AAAA")));
    }

    /** Sets the rows of a class; a property that is missing from a row is null in WMI. */
    FakeWmi gives(String wmiClass, List<Map<String, String>> given) {
        rows.put(wmiClass, given);
        return this;
    }

    /** Makes a stage of the MDM bridge fail, for the first calls only. */
    FakeWmi fails(Stage stage, int hresult, int firstCalls) {
        bridge.put(stage, OptionalInt.of(hresult));
        times.put(stage, firstCalls);
        return this;
    }

    FakeWmi fails(Stage stage, int hresult) {
        return fails(stage, hresult, Integer.MAX_VALUE);
    }

    FakeWmi hangs(Stage stage) {
        bridge.put(stage, OptionalInt.empty());
        times.put(stage, Integer.MAX_VALUE);
        return this;
    }

    FakeWmi hangsOnClose() {
        hangsOnClose = true;
        return this;
    }

    /** Makes {@link #next} of the bridge wait for as long as it is allowed to, as WMI does. */
    FakeWmi sleepsInNext() {
        keepsTimeouts = false;
        return this;
    }

    void release() {
        released.countDown();
    }

    void awaitClose() throws InterruptedException {
        closed.await();
    }

    /** What was called, such as {@code connect root\cimv2}. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void open() throws WmiException {
        if (open) {
            throw new IllegalStateException("opened twice");
        }
        open = true;
        calls.add("open");
        stage(Stage.OPEN, BRIDGE);
    }

    @Override
    public void connect(String wanted) throws WmiException {
        calls.add("connect " + wanted);
        namespace = "";
        stage(Stage.CONNECT, wanted);
        namespace = wanted;
    }

    @Override
    public void query(String wql) throws WmiException {
        calls.add("query " + wql);
        stage(Stage.QUERY, connected());
        String wmiClass = wql.replaceAll(".* FROM (\\w+).*", "$1");
        left = rows.getOrDefault(wmiClass, List.of()).iterator();
        row = null;
    }

    @Override
    public boolean next(int millis) throws WmiException {
        stage(Stage.NEXT, connected());
        if (!keepsTimeouts && namespace.equals(BRIDGE)) {
            LockSupport.parkNanos(millis * 1_000_000L);
            throw WmiException.of("IEnumWbemClassObject::Next", WmiException.WBEM_S_TIMEDOUT);
        }
        row = left.hasNext() ? left.next() : null;
        return row != null;
    }

    @Override
    public Optional<String> get(String property) throws WmiException {
        stage(Stage.GET, connected());
        if (row == null) {
            throw new IllegalStateException("no row");
        }
        return Optional.ofNullable(row.get(property));
    }

    @Override
    public void close() {
        calls.add("close");
        open = false;
        if (hangsOnClose) {
            hang();
        }
        closed.countDown();
    }

    private String connected() {
        if (namespace.isEmpty()) {
            throw new IllegalStateException("not connected");
        }
        return namespace;
    }

    private void stage(Stage stage, String where) throws WmiException {
        OptionalInt outcome = bridge.get(stage);
        if (outcome == null || !where.equals(BRIDGE) || times.merge(stage, -1, Integer::sum) < 0) {
            return;
        }
        if (outcome.isEmpty()) {
            hang();
        } else {
            throw WmiException.of(stage.words(), outcome.getAsInt());
        }
    }

    private void hang() {
        while (released.getCount() > 0) {
            LockSupport.parkNanos(1_000_000);
        }
    }
}
