/**
 * The report that Microsoft's oa3tool writes, the way to a hardware hash where Windows has no MDM bridge. It is read
 * with a StAX parser that knows neither DTD nor external entities. Pure: no native call, no process is started.
 */
@NullMarked
package dev.hwhash.collector.oa3;

import org.jspecify.annotations.NullMarked;
