// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash.content;

import java.util.List;
import java.util.Optional;

/**
 * The processor: record types 2, 3, 4 and 34.
 *
 * @param counts packages, cores and threads
 * @param manufacturer such as GenuineIntel
 * @param model its brand, without the blanks around it
 * @param coreClasses kinds of cores; empty for a processor that has one kind
 */
public record Processor(
        Optional<ProcessorCounts> counts,
        Optional<String> manufacturer,
        Optional<String> model,
        List<CoreClass> coreClasses) {

    /** Makes one whose list nobody can change. */
    public Processor {
        coreClasses = List.copyOf(coreClasses);
    }

    static Processor of(RecordReader reader) {
        return new Processor(
                reader.one(2, "processor counts", ProcessorCounts::of),
                reader.string(3, "processor manufacturer"),
                reader.string(4, "processor model").map(String::strip).filter(brand -> !brand.isEmpty()),
                reader.one(34, "core classes", CoreClass::of).orElse(List.of()));
    }
}
