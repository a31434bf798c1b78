// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.approval.DeviceState;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a page is found. */
class ListPlanTest {

    private static final ListPlan.Limits LIMITS = new ListPlan.Limits(1_000, 100, 500);
    private static final DeviceFilter STATE_AND_TOKEN = new DeviceFilter(
            "",
            Optional.of(DeviceState.REJECTED),
            Optional.empty(),
            Optional.empty(),
            Optional.of(3L),
            Optional.empty());
    private static final DeviceFilter SEARCH = new DeviceFilter(
            "sn",
            Optional.of(DeviceState.REJECTED),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    @Test
    void aListByTimeWalksTheIndexOfTheRarerFilter() {
        assertThat(plan(STATE_AND_TOKEN, DeviceOrder.NEWEST, Map.of(Lead.STATE, 400, Lead.TOKEN, 10_000), 0))
                .isEqualTo(new ListPlan.Walk(Optional.of(Lead.STATE), 1_000));
        assertThat(plan(STATE_AND_TOKEN, DeviceOrder.OLDEST, Map.of(Lead.STATE, 10_000, Lead.TOKEN, 400), 0))
                .isEqualTo(new ListPlan.Walk(Optional.of(Lead.TOKEN), 1_000));
    }

    @Test
    void aListOfAllWalksItsOwnIndex() {
        assertThat(plan(DeviceFilter.ALL, DeviceOrder.NEWEST, Map.of(), 0))
                .isEqualTo(new ListPlan.Walk(Optional.of(Lead.TIME), 1_000));
        assertThat(plan(DeviceFilter.ALL, DeviceOrder.SERIAL, Map.of(), 0))
                .isEqualTo(new ListPlan.Walk(Optional.empty(), 100));
    }

    @Test
    void fewDevicesAreCollectedAndSortedByName() {
        assertThat(plan(STATE_AND_TOKEN, DeviceOrder.SERIAL, Map.of(Lead.STATE, 400, Lead.TOKEN, 10_000), 100))
                .isEqualTo(new ListPlan.Collect(Lead.STATE));
    }

    @Test
    void manyDevicesAreLookedThroughByName() {
        assertThat(plan(STATE_AND_TOKEN, DeviceOrder.SERIAL, Map.of(Lead.STATE, 400, Lead.TOKEN, 10_000), 101))
                .isEqualTo(new ListPlan.Walk(Optional.empty(), 100));
        assertThat(plan(STATE_AND_TOKEN, DeviceOrder.SERIAL, Map.of(Lead.STATE, 1_001, Lead.TOKEN, 1_001), 0))
                .isEqualTo(new ListPlan.Walk(Optional.empty(), 100));
    }

    @Test
    void aSearchThatFindsFewLeadsAndABroadOneIsCheckedRowByRow() {
        assertThat(plan(SEARCH, DeviceOrder.NEWEST, Map.of(Lead.SEARCH, 100, Lead.STATE, 5), 0))
                .isEqualTo(new ListPlan.Collect(Lead.SEARCH));
        assertThat(plan(SEARCH, DeviceOrder.NEWEST, Map.of(Lead.SEARCH, 101, Lead.STATE, 5), 0))
                .isEqualTo(new ListPlan.Walk(Optional.of(Lead.STATE), 100));
    }

    @Test
    void aBroadSearchThatOnlyTheNameOfTheOrderFitsIsARangeOfIt() {
        Map<Lead, Integer> many = Map.of(Lead.SEARCH, 101, Lead.STATE, 10_000);
        assertThat(plan(SEARCH, DeviceOrder.SERIAL_DOWN, many, 0))
                .isEqualTo(new ListPlan.Walk(Optional.of(Lead.SEARCH), 100));
        assertThat(plan(SEARCH, DeviceOrder.MODEL, many, 0)).isEqualTo(new ListPlan.Walk(Optional.empty(), 100));
    }

    @Test
    void aDayAloneIsARangeOfTime() {
        DeviceFilter day = new DeviceFilter(
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.of(new FindingsFilter.None()),
                Optional.empty(),
                Optional.of(LocalDate.EPOCH));
        assertThat(plan(day, DeviceOrder.NEWEST, Map.of(Lead.TIME, 10_000), 0))
                .isEqualTo(new ListPlan.Walk(Optional.of(Lead.TIME), 1_000));
    }

    /** Each lead finds so many; so many of those fit. */
    private static ListPlan plan(DeviceFilter filter, DeviceOrder order, Map<Lead, Integer> found, int fitting) {
        return ListPlan.of(
                filter,
                order,
                new ListPlan.Counts() {
                    @Override
                    public int found(Lead lead, int most) {
                        return Math.min(most, found.getOrDefault(lead, 0));
                    }

                    @Override
                    public boolean isFoundElsewhere(DeviceOrder.Key key) {
                        return key != DeviceOrder.Key.SERIAL_NUMBER;
                    }

                    @Override
                    public int fitting(Lead lead, int most) {
                        return Math.min(most, fitting);
                    }
                },
                LIMITS);
    }
}
