// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

/** A batch can have any name, and stays one segment of a path. */
class PathSegmentTest {

    @Test
    void leavesWhatNeedsNoEncoding() {
        assertThat(PathSegment.encoded("Microsoft365Managed_Kiosk-Shared"))
                .isEqualTo("Microsoft365Managed_Kiosk-Shared");
    }

    @Test
    void encodesTheRestAsUtf8() {
        assertThat(PathSegment.encoded("Test batch/ä+?#%")).isEqualTo("Test%20batch%2F%C3%A4%2B%3F%23%25");
    }

    @Property
    void anyNameIsOneSegmentAndComesBack(@ForAll @NotEmpty String name) {
        if (!PathSegment.isSafe(name)) {
            return;
        }
        String wellFormed = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        String encoded = PathSegment.encoded(name);
        HttpUrl url = HttpUrl.get("https://host/a/" + encoded + "/devices");
        assertThat(url.pathSegments()).containsExactly("a", wellFormed, "devices");
        assertThat(URLDecoder.decode(encoded, StandardCharsets.UTF_8)).isEqualTo(wellFormed);
    }
}
