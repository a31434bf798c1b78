// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import java.util.ArrayList;
import java.util.List;

/** Parts of a list, in its order. Pure. */
final class Chunks {

    private Chunks() {}

    /** Returns parts of at most so many. */
    static <T> List<List<T>> of(List<T> all, int most) {
        List<List<T>> chunks = new ArrayList<>();
        for (int start = 0; start < all.size(); start += most) {
            chunks.add(List.copyOf(all.subList(start, Math.min(all.size(), start + most))));
        }
        return chunks;
    }

    /** Returns both halves of more than one. */
    static <T> List<List<T>> halves(List<T> all) {
        return of(all, (all.size() + 1) / 2);
    }
}
