/**
 * Reports on their way to a collection service: {@link dev.hwhash.uploader.Uploader} takes what waits in the outbox and
 * tells what became of each. A report is durable before it is sent, and leaves the outbox by its own receipt alone. What
 * a report is stands in {@code report}, what waits in {@code outbox}, when to try again in {@code retry}, one attempt in
 * {@code http}.
 */
@NullMarked
package dev.hwhash.uploader;

import org.jspecify.annotations.NullMarked;
