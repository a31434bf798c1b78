// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.merge;

import dev.hwhash.device.DeviceIdentity;
import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import dev.hwhash.device.index.Claim;
import dev.hwhash.device.index.Claim.Soundness;
import dev.hwhash.device.index.GroupedRows;
import dev.hwhash.device.table.DeviceRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What rows that count borrow from older rows of the same device; the newest lender comes first. Holds values only of
 * devices that need one. Filled by one thread, then read by any.
 */
final class Loans {

    private final Surveyed surveyed;
    private final FactsReader reader;
    /** Of each device, what its row lacks and others have. */
    private final byte[] lacking;

    private final Map<Long, Offer> offers = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();
    private boolean needed;

    /** A value that a row could lend. */
    record Offer(long key, String value, Claim lender) {}

    /** What a batch of rows could lend. */
    record Offers(List<Offer> offers, int rows) {}

    Loans(Surveyed surveyed, FactsReader reader, Format format) {
        this.surveyed = surveyed;
        this.reader = reader;
        GroupedRows grouped = surveyed.grouped();
        RowNotes notes = surveyed.notes();
        lacking = new byte[grouped.devices()];
        for (int row = 0; row < grouped.rows(); row++) {
            if (grouped.deviceOf(row) >= 0) {
                lacking[grouped.deviceOf(row)] |= (byte) (notes.known(row) & Lent.heldBy(format));
            }
        }
        for (int row = 0; row < grouped.rows(); row++) {
            if (grouped.stands(row)) {
                lacking[grouped.deviceOf(row)] &= (byte) ~notes.known(row);
                needed |= lacking[grouped.deviceOf(row)] != 0;
            }
        }
    }

    /** Returns whether any row borrows anything. */
    boolean areNeeded() {
        return needed;
    }

    /** Looks for what rows could lend. */
    Offers offers(Source source, List<DeviceRow> rows) {
        List<Offer> found = new ArrayList<>();
        for (DeviceRow row : rows) {
            int number = surveyed.number(source, row);
            int device = number < 0 ? -1 : surveyed.grouped().deviceOf(number);
            int wanted = device < 0 ? 0 : lacking[device] & surveyed.notes().known(number);
            if (wanted != 0) {
                offer(row, device, wanted, found);
            }
        }
        return new Offers(found, rows.size());
    }

    private void offer(DeviceRow row, int device, int wanted, List<Offer> found) {
        RowFacts facts = reader.of(row);
        DeviceIdentity identity = facts.identity();
        // What people have entered is as good in a row whose hash is damaged.
        Claim lender = new Claim(
                Soundness.NO_HASH, facts.claim().hashTime(), facts.claim().collectedAt(), 0);
        for (Field field : Lent.FIELDS) {
            if ((wanted & Lent.bit(field)) != 0) {
                found.add(new Offer(key(device, field), Lent.value(field, row, identity), lender));
            }
        }
    }

    /** Takes offers in the order of the input. */
    int take(Source source, Offers batch) {
        for (Offer offer : batch.offers()) {
            Offer before = offers.get(offer.key());
            if (before == null || before.lender().against(offer.lender()).later()) {
                // One tag has many devices.
                String value = values.computeIfAbsent(offer.value(), known -> known);
                offers.put(offer.key(), new Offer(offer.key(), value, offer.lender()));
            }
        }
        return batch.rows();
    }

    /** Returns the row with what it borrows. */
    DeviceRow filled(DeviceRow row, int device) {
        if (lacking[device] == 0) {
            return row;
        }
        DeviceRecord filled = row.device();
        for (Field field : Lent.FIELDS) {
            Offer offer = offers.get(key(device, field));
            filled = offer == null ? filled : filled.with(field, offer.value());
        }
        return DeviceRow.of(row.line(), filled);
    }

    private static long key(int device, Field field) {
        return (long) device << Byte.SIZE | Lent.bit(field);
    }
}
