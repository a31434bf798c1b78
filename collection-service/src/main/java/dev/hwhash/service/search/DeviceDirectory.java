// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.search;

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
}
