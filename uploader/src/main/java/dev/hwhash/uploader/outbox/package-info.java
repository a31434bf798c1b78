/**
 * Reports on disk until the service has them. A report is forced before it counts as taken; it leaves by being
 * removed, or to {@code rejected} or {@code damaged}, and nothing is dropped silently. HTTP is unknown here.
 */
@NullMarked
package dev.hwhash.uploader.outbox;

import org.jspecify.annotations.NullMarked;
