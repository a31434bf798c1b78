/**
 * What is sent and where: a {@link dev.hwhash.uploader.report.Report} with an id and bytes that never change, a {@link
 * dev.hwhash.uploader.report.ServiceUrl}, and the {@link dev.hwhash.uploader.report.Token} that belongs to it. All
 * values, checked when they are made. No network, no disk.
 */
@NullMarked
package dev.hwhash.uploader.report;

import org.jspecify.annotations.NullMarked;
