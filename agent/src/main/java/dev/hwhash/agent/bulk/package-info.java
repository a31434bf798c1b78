// SPDX-License-Identifier: Apache-2.0
/**
 * What the commands for many rows share: which files are read, work on rows by all processors, new output files,
 * progress. Memory does not grow with the files. What a row means is each command's business.
 */
@NullMarked
package dev.hwhash.agent.bulk;

import org.jspecify.annotations.NullMarked;
