// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Records of two types that describe the same things, in the same order. */
final class Pairs {

    private Pairs() {}

    /** Makes a thing of each pair of which at least one half could be read. */
    static <A, B, T> List<T> of(
            List<Optional<A>> left, List<Optional<B>> right, BiFunction<Optional<A>, Optional<B>, T> thing) {
        List<T> things = new ArrayList<>();
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            Optional<A> a = at(left, i);
            Optional<B> b = at(right, i);
            if (a.isPresent() || b.isPresent()) {
                things.add(thing.apply(a, b));
            }
        }
        return things;
    }

    private static <T> Optional<T> at(List<Optional<T>> list, int index) {
        return index < list.size() ? list.get(index) : Optional.empty();
    }
}
