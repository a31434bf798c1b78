// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page;

/**
 * A page that says something, and leads back.
 *
 * @param title what it is about
 * @param words what happened, and what to do next
 * @param back a path of the service
 */
public record MessagePage(String title, String words, String back) {}
