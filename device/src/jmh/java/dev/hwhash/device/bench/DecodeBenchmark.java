// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.bench;

import dev.hwhash.device.hash.HardwareHash;
import dev.hwhash.device.hash.HashReading;
import dev.hwhash.device.hash.SyntheticPc;
import dev.hwhash.device.hash.SyntheticPcs;
import dev.hwhash.device.hash.content.HashContent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** What it takes to read a hash, against what nobody can do without: its base64 and one SHA-256 of its bytes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecodeBenchmark {

    private final List<byte[]> texts = new ArrayList<>();
    private final MessageDigest sha256 = sha256();
    private int next;

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** Makes a hash of each kind of PC: the processor shall not learn one by heart. */
    @Setup
    public void makeHashes() {
        for (SyntheticPc pc : SyntheticPcs.all().values()) {
            texts.add(pc.text().getBytes(StandardCharsets.US_ASCII));
        }
    }

    private byte[] text() {
        next = (next + 1) % texts.size();
        return texts.get(next);
    }

    /**
     * Decodes the base64 and digests all bytes.
     *
     * @return the digest
     */
    @Benchmark
    public byte[] base64AndSha256() {
        return sha256.digest(Base64.getDecoder().decode(text()));
    }

    /**
     * Reads a hash where it stands in a file and checks its checksum.
     *
     * @return a hash
     */
    @Benchmark
    public HashReading read() {
        byte[] text = text();
        return HardwareHash.read(text, 0, text.length);
    }

    /**
     * Reads a hash and what a check or a merge asks of it.
     *
     * @param told takes each answer
     */
    @Benchmark
    public void facts(Blackhole told) {
        byte[] text = text();
        if (HardwareHash.read(text, 0, text.length) instanceof HardwareHash hash) {
            told.consume(hash.capture());
            told.consume(hash.serialNumber());
            told.consume(hash.manufacturer());
            told.consume(hash.productName());
            told.consume(hash.productKeyId());
            told.consume(hash.smbiosUuid());
            told.consume(hash.ekHash());
            told.consume(hash.hasTpmData());
            told.consume(hash.hypervisor());
        } else {
            throw new AssertionError("a synthetic hash is damaged");
        }
    }

    /**
     * Decodes all that is in a hash, as {@code hwhash decode} does.
     *
     * @return the content
     */
    @Benchmark
    public HashContent content() {
        return HashContent.of(new String(text(), StandardCharsets.US_ASCII));
    }
}
