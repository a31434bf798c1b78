// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash.content;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hwhash.device.hash.SyntheticPc;
import dev.hwhash.device.hash.SyntheticPcs;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any bytes below the base64, decoded and nothing else, so that tens of millions of them can be tried: no exception, and
 * none that takes long. What is decoded is held to a second reading by {@link HashContentFuzz}.
 */
class HashBytesFuzz {

    static Stream<byte[]> seeds() {
        return SyntheticPcs.all().values().stream().map(SyntheticPc::bytes);
    }

    @MethodSource("seeds")
    @FuzzTest
    void areDecoded(byte[] input) {
        HashContent content = HashContent.of(Base64.getEncoder().encodeToString(input));
        if (content.layout().size() > input.length) {
            throw new AssertionError(content.layout().size() + " bytes of " + input.length);
        }
    }
}
