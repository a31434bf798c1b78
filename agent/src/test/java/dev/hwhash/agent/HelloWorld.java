// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent;

/** The least that a Java program can do: what {@code dev/bench-start-up} compares hwhash with. */
final class HelloWorld {

    private HelloWorld() {}

    public static void main(String[] args) {
        System.out.println("Hello, world");
    }
}
