// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.web;

/**
 * Where the server listens.
 *
 * @param host a name or address of this machine
 * @param port 1 to 65535; 0: any that is free
 */
public record ListenSettings(String host, int port) {}
