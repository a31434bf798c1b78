// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.service.live.Overview;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Where the bars stand. */
class ChartTest {

    @Property
    void eachBarStandsInThePictureBesideTheOneBefore(
            @ForAll @Size(max = 30) List<@LongRange(min = 0, max = 2_000_000) Long> devices) {
        List<Overview.Day> days = new ArrayList<>();
        for (long each : devices) {
            days.add(new Overview.Day(LocalDate.EPOCH.plusDays(days.size()), each));
        }
        Chart chart = Chart.of(days);
        assertThat(chart.bars()).hasSameSizeAs(devices);
        int right = 0;
        for (Chart.Bar bar : chart.bars()) {
            assertThat(bar.x()).isGreaterThanOrEqualTo(right);
            right = bar.x() + bar.width();
            assertThat(right).isLessThanOrEqualTo(Chart.WIDTH);
            assertThat(bar.y() + bar.height()).isEqualTo(Chart.HEIGHT);
            assertThat(bar.height() == 0).isEqualTo(bar.day().devices() == 0);
            if (bar.day().devices() == chart.most() && chart.most() > 0) {
                assertThat(bar.height()).as("the highest fills the picture").isEqualTo(Chart.HEIGHT);
            }
        }
    }
}
