// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The least that a check can do: reads a file, finds the hash in each row, decodes its base64 and digests its bytes.
 * Without a rule, a comparison of rows or a second kind of file.
 */
public final class CheckLoop {

    private static final int BLOCK = 1 << 18;
    /** No row of {@link ManyRows} is longer. */
    private static final int ROW = 1 << 13;

    private final FileChannel in;
    private final AtomicLong next = new AtomicLong();

    private CheckLoop(FileChannel in) {
        this.in = in;
    }

    /**
     * Reads a file and prints how many rows it has.
     *
     * @param args the file, the number of threads
     */
    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        int threads = Integer.parseInt(args[1]);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        long rows = 0;
        try (FileChannel in = FileChannel.open(Path.of(args[0]))) {
            CheckLoop loop = new CheckLoop(in);
            List<Future<Long>> parts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                parts.add(pool.submit(loop::blocks));
            }
            for (Future<Long> part : parts) {
                rows += part.get();
            }
        } finally {
            pool.shutdown();
        }
        System.out.println(rows + " rows");
    }

    /** Takes blocks until none is left. A row belongs to the block in which it starts. */
    private long blocks() throws IOException, NoSuchAlgorithmException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        ByteBuffer buffer = ByteBuffer.allocate(BLOCK + ROW);
        byte[] bytes = buffer.array();
        long rows = 0;
        for (long start = next.getAndAdd(BLOCK); start < in.size(); start = next.getAndAdd(BLOCK)) {
            // One byte more, which tells whether a row starts with the block.
            int before = start == 0 ? 0 : 1;
            int end = read(buffer, start - before);
            int at = start == 0 ? 0 : lineEnd(bytes, 0, end) + 1;
            while (at < Math.min(end, BLOCK + before)) {
                int lineEnd = lineEnd(bytes, at, end);
                rows += row(sha256, bytes, at, lineEnd);
                at = lineEnd + 1;
            }
        }
        return rows;
    }

    private int read(ByteBuffer buffer, long start) throws IOException {
        buffer.clear();
        for (int more = 0; more >= 0 && buffer.hasRemaining(); ) {
            more = in.read(buffer, start + buffer.position());
        }
        return buffer.position();
    }

    private static int lineEnd(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    /** The hash is the last cell; the header has none. */
    private static int row(MessageDigest sha256, byte[] bytes, int from, int lineEnd) {
        int to = lineEnd - 1;
        int cell = to;
        while (cell > from && bytes[cell - 1] != ',') {
            cell--;
        }
        if (to - cell < 100) {
            return 0;
        }
        byte[] digest = sha256.digest(Base64.getDecoder().decode(Arrays.copyOfRange(bytes, cell, to)));
        return digest.length == 32 ? 1 : 0;
    }
}
