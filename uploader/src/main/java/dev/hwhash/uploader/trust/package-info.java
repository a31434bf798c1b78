/**
 * Whom a TLS connection trusts: the roots of the Java runtime, those of Windows and those of a file, in one trust
 * decision. Names of hosts are compared as before. What is sent is unknown here.
 */
@NullMarked
package dev.hwhash.uploader.trust;

import org.jspecify.annotations.NullMarked;
