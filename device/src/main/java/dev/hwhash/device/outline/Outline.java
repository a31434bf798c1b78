// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.outline;

import dev.hwhash.device.hash.content.Code;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Names and values in an order; what is not known is left out. Filled once, by one thread; read by any number afterwards.
 */
public final class Outline {

    private final Map<String, Fact> facts = new LinkedHashMap<>();

    /** Makes an outline without facts. */
    public Outline() {}

    /**
     * Returns what was added.
     *
     * @return a view in the order of adding, which cannot be changed
     */
    public Map<String, Fact> facts() {
        return Collections.unmodifiableMap(facts);
    }

    boolean isEmpty() {
        return facts.isEmpty();
    }

    Outline text(String name, Optional<String> value) {
        return value.isPresent() ? text(name, value.get()) : this;
    }

    /**
     * Adds a text.
     *
     * @param name what it is
     * @param value the text, the same for a program and for a person
     * @return this outline
     */
    public Outline text(String name, String value) {
        return put(name, new Fact(value, value));
    }

    /**
     * Adds a number that counts something.
     *
     * @param name what it counts
     * @param value the number
     * @param unit what a person reads behind it, with the blank before it; may be empty
     * @return this outline
     */
    public Outline number(String name, long value, String unit) {
        BigInteger number = BigInteger.valueOf(value);
        return put(name, new Fact(number, number + unit));
    }

    /** Adds a number of 64 bits without sign. */
    Outline unsigned(String name, long value, String unit) {
        BigInteger number = new BigInteger(Long.toUnsignedString(value));
        return put(name, new Fact(number, number + unit));
    }

    Outline number(String name, OptionalInt value, String unit) {
        return value.isPresent() ? number(name, value.getAsInt(), unit) : this;
    }

    Outline flag(String name, boolean value) {
        return put(name, new Fact(value, value ? "yes" : "no"));
    }

    /** Adds a number with what it stands for: an object of both, since the name may be missing. */
    Outline code(String name, Code code) {
        Outline parts = new Outline().number("value", code.value(), "").text("name", code.name());
        return put(name, new Fact(parts, code.toString()));
    }

    Outline words(String name, List<String> words) {
        return put(name, new Fact(words, words.isEmpty() ? "none" : String.join(", ", words)));
    }

    Outline numbers(String name, List<Integer> numbers) {
        List<BigInteger> big = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (Integer number : numbers) {
            big.add(BigInteger.valueOf(number));
            words.add(number.toString());
        }
        return put(name, new Fact(big, String.join(" ", words)));
    }

    /** Adds parts; none at all are left out. */
    Outline group(String name, Outline parts) {
        return parts.isEmpty() ? this : put(name, Fact.outline(parts));
    }

    /** Adds things of one kind; none at all are an empty list for a program, and left out for a person. */
    Outline group(String name, List<Outline> things) {
        return put(name, Fact.outlines(things));
    }

    Outline put(String name, Fact fact) {
        facts.put(name, fact);
        return this;
    }

    /**
     * Adds all facts of another outline behind those that are here.
     *
     * @param other where they are; it stays as it is
     * @return this outline
     */
    public Outline all(Outline other) {
        facts.putAll(other.facts);
        return this;
    }

    /**
     * Returns what a program gets, as it can be written as JSON.
     *
     * @return names in order; a value is a map like this one, a list, a {@link BigInteger}, a {@link Boolean}, or a
     *     {@link String}
     */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        facts.forEach((name, fact) -> values.put(name, plain(fact.value())));
        return values;
    }

    private static Object plain(Object value) {
        if (value instanceof Outline parts) {
            return parts.values();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Outline::plain).toList();
        }
        return value;
    }
}
