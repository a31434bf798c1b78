// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.live;

import dev.hwhash.service.account.Role;
import dev.hwhash.service.account.SessionSecret;
import dev.hwhash.service.account.Sessions;
import dev.hwhash.service.live.Overviews;
import dev.hwhash.service.page.GuardedRoutes;
import dev.hwhash.service.page.PageException;
import dev.hwhash.service.page.Pages;
import dev.hwhash.service.page.SessionCookie;
import dev.hwhash.service.page.Visitor;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /live}: the numbers of a running collection, to each open page as they change. One thread serves all of them;
 * a stream holds none of the server's. To be closed before the server, which would wait for the streams.
 */
public final class LivePages implements Pages, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LivePages.class);

    private static final int MOST = 50;
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration SILENCE = Duration.ofSeconds(15);

    /** Then the browser asks again by itself. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Overviews overviews;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Semaphore places = new Semaphore(MOST);
    private final Queue<LiveStream> streams = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService sender;
    private final ScheduledFuture<?> ticking;

    /**
     * Makes one.
     *
     * @param overviews what is sent
     * @param sessions a stream ends with its own
     * @param cookie names it
     */
    public LivePages(Overviews overviews, Sessions sessions, SessionCookie cookie) {
        this.overviews = overviews;
        this.sessions = sessions;
        this.cookie = cookie;
        sender = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "live");
            thread.setDaemon(true);
            return thread;
        });
        ticking = sender.scheduleWithFixedDelay(this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void register(GuardedRoutes routes) {
        routes.get("/live", Role.VIEWER, this::open);
    }

    private void open(Context context, Visitor visitor) throws IOException {
        Optional<SessionSecret> secret = cookie.read(context);
        LiveStream stream = new LiveStream(
                context.res().getOutputStream(),
                () -> secret.filter(sessions::lasts).isPresent(),
                System.nanoTime() + LONGEST.toNanos());
        if (sender.isShutdown() || !places.tryAcquire()) {
            // A browser that is answered by anything else than 200 does not ask again.
            throw new PageException(503, "error.503.words");
        }
        letIn(context);
        context.future(() -> {
            streams.add(stream);
            return stream.end().thenRun(places::release);
        });
    }

    /** The browser learns it at once, before there are numbers. */
    private void letIn(Context context) throws IOException {
        try {
            context.contentType("text/event-stream; charset=utf-8").header("X-Accel-Buffering", "no");
            context.res().flushBuffer();
        } catch (IOException gone) {
            places.release();
            throw gone;
        }
    }

    private void tick() {
        try {
            streams.removeIf(this::isOver);
            if (!streams.isEmpty()) {
                long now = System.nanoTime();
                overviews
                        .latest()
                        .map(LiveNumbers::of)
                        .map(LiveNumbers::json)
                        .ifPresent(numbers -> streams.forEach(stream -> stream.send(numbers, now, SILENCE.toNanos())));
            }
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).addKeyValue("event", "live-failed").log("the live numbers could not be sent");
        }
    }

    private boolean isOver(LiveStream stream) {
        boolean over = stream.isOver(System.nanoTime());
        if (over) {
            stream.close();
        }
        return over;
    }

    /** Ends all streams. */
    @Override
    public void close() {
        ticking.cancel(false);
        sender.shutdown();
        streams.forEach(LiveStream::close);
    }
}
