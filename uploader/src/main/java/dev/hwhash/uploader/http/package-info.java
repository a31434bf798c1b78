/**
 * One attempt in, one typed {@link dev.hwhash.uploader.http.Outcome} out. The only package that loads OkHttp; what an
 * answer means is decided by pure functions beside it. The outbox is unknown here.
 */
@NullMarked
package dev.hwhash.uploader.http;

import org.jspecify.annotations.NullMarked;
