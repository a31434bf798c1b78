/**
 * One PC in, one typed outcome out: {@link dev.hwhash.collector.PcReader} asks WMI for what a row needs and gives an
 * {@link dev.hwhash.collector.Answer} for each field, never null and never a guess. Beside it stand the facts of
 * Windows that explain an answer: the process token, the kind of Windows, an Autopilot registration. The COM calls are
 * in {@code wmi}, the report of Microsoft's oa3tool in {@code oa3}.
 */
@NullMarked
package dev.hwhash.collector;

import org.jspecify.annotations.NullMarked;
