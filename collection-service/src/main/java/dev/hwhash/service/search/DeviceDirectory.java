// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.search;

import dev.hwhash.device.ShortCode;
import java.util.List;
import java.util.Optional;

/** The devices that are stored, to be looked at. For use by many threads at once. */
public interface DeviceDirectory {

    /**
     * Finds devices.
     *
     * @param query which; one that {@link DeviceQuery#fits()}
     * @return a page of them
     */
    DevicePage page(DeviceQuery query);

    /**
     * Shows a device.
     *
     * @param id its number
     * @return empty where there is none
     */
    Optional<DeviceDetails> device(long id);

    /**
     * Lists devices.
     *
     * @param query which, and in which order
     * @return a page of them
     */
    ListPage list(ListQuery query);

    /**
     * Finds the devices whose report has a short code.
     *
     * @param code of a report
     * @return their numbers, the lowest first; more than one where two reports share the code
     */
    List<Long> byCode(ShortCode code);
}
