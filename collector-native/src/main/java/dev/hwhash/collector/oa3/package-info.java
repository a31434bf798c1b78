/**
 * Microsoft's oa3tool, the way to a hardware hash where Windows has no MDM bridge: where it is, how it is run, and the
 * report that it writes. The report is read with a StAX parser that knows neither DTD nor external entities.
 */
@NullMarked
package dev.hwhash.collector.oa3;

import org.jspecify.annotations.NullMarked;
