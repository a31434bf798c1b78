// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.device;

import dev.hwhash.service.account.Role;
import dev.hwhash.service.approval.ApprovalView;
import dev.hwhash.service.approval.Approvals;
import dev.hwhash.service.page.Form;
import dev.hwhash.service.page.GuardedRoutes;
import dev.hwhash.service.page.PageException;
import dev.hwhash.service.page.PageRenderer;
import dev.hwhash.service.page.Pages;
import dev.hwhash.service.page.Texts;
import dev.hwhash.service.page.Visitor;
import dev.hwhash.service.page.registration.RegistrationPart;
import dev.hwhash.service.registration.RegistrationDesk;
import dev.hwhash.service.search.DeviceDetails;
import dev.hwhash.service.search.DeviceDirectory;
import io.javalin.http.Context;
import java.util.Optional;

/** {@code /devices/{id}}: one device. */
public final class DevicePages implements Pages {

    private static final int LONGEST_ID = 36;

    private final PageRenderer renderer;
    private final DeviceDirectory devices;
    private final Approvals approvals;
    private final Optional<RegistrationDesk> registration;

    /**
     * Makes the pages.
     *
     * @param renderer shows them
     * @param devices what is shown
     * @param approvals what can be decided about it
     * @param registration what becomes of approved ones; empty where this service registers nothing
     */
    public DevicePages(
            PageRenderer renderer,
            DeviceDirectory devices,
            Approvals approvals,
            Optional<RegistrationDesk> registration) {
        this.renderer = renderer;
        this.devices = devices;
        this.approvals = approvals;
        this.registration = registration;
    }

    @Override
    public void register(GuardedRoutes routes) {
        routes.get("/devices/{id}", Role.VIEWER, this::show);
    }

    /** The form is read before the facts: what comes between the two is shown, and then refused, never the reverse. */
    private void show(Context context, Visitor visitor) {
        long id = Form.id(context, "id");
        Optional<String> report = Form.query(context).one("report", LONGEST_ID);
        Optional<ApprovalView> approval = approvals.view(id, report);
        DeviceDetails device = devices.device(id).orElseThrow(() -> new PageException(404, "device.unknown"));
        Optional<RegistrationPart> part = registration.flatMap(desk -> RegistrationPart.of(desk, id));
        renderer.render(context, visitor, "device/show.jte", DeviceView.of(device, approval, part, Texts.ENGLISH));
    }
}
