// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.devices;

import dev.hwhash.device.ShortCode;
import dev.hwhash.service.account.Role;
import dev.hwhash.service.live.Overviews;
import dev.hwhash.service.page.Form;
import dev.hwhash.service.page.GuardedRoutes;
import dev.hwhash.service.page.PageException;
import dev.hwhash.service.page.PageRenderer;
import dev.hwhash.service.page.Pages;
import dev.hwhash.service.page.Texts;
import dev.hwhash.service.page.Visitor;
import dev.hwhash.service.search.DeviceDirectory;
import dev.hwhash.service.search.DeviceFilter;
import dev.hwhash.service.search.DeviceOrder;
import dev.hwhash.service.search.ListPage;
import dev.hwhash.service.search.ListQuery;
import dev.hwhash.service.search.Place;
import dev.hwhash.service.token.Token;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code /devices} and {@code /code/{code}}: the devices, and the one whose PC shows a code. */
public final class ListPages implements Pages {

    private static final int ON_A_PAGE = 50;
    private static final double NANOS_A_MILLI = 1e6;

    private final PageRenderer renderer;
    private final DeviceDirectory devices;
    private final Supplier<List<Token>> tokens;
    private final Overviews overviews;

    /**
     * Makes the pages.
     *
     * @param renderer shows them
     * @param devices what is listed
     * @param tokens all there are
     * @param overviews what stands above the list
     */
    public ListPages(
            PageRenderer renderer, DeviceDirectory devices, Supplier<List<Token>> tokens, Overviews overviews) {
        this.renderer = renderer;
        this.devices = devices;
        this.tokens = tokens;
        this.overviews = overviews;
    }

    @Override
    public void register(GuardedRoutes routes) {
        routes.get("/devices", Role.VIEWER, this::list);
        routes.get("/code/{code}", Role.VIEWER, this::code);
    }

    private void list(Context context, Visitor visitor) {
        long start = System.nanoTime();
        Form form = Form.query(context);
        DeviceFilter filter = FilterForm.filter(form);
        DeviceOrder order = FilterForm.order(form);
        Optional<Place> after = FilterForm.after(form, order);
        ListPage page = devices.list(new ListQuery(filter, order, ON_A_PAGE, after));
        ListView view = ListView.of(
                new ListAddress(filter, order), page, after.isEmpty(), tokens.get(), overviews.latest(), Texts.ENGLISH);
        renderer.render(context, visitor, "devices/list.jte", view);
        double millis = (System.nanoTime() - start) / NANOS_A_MILLI;
        context.header("Server-Timing", String.format(Locale.ROOT, "list;dur=%.1f", millis));
    }

    private void code(Context context, Visitor visitor) {
        String typed = context.pathParam("code");
        List<Long> found = ShortCode.read(typed).map(devices::byCode).orElse(List.of());
        if (found.isEmpty()) {
            throw new PageException(404, "devices.code.unknown");
        }
        context.redirect(
                found.size() == 1
                        ? "/devices/" + found.get(0)
                        : new ListAddress(DeviceFilter.ofSearch(typed), DeviceOrder.NEWEST).first(),
                HttpStatus.SEE_OTHER);
    }
}
