// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.table;

import dev.hwhash.device.DeviceRecord;
import dev.hwhash.device.Field;
import dev.hwhash.device.Format;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which column of a file holds which field.
 *
 * @param blank the cells of a row of which nothing is known: empty, or the names where the file repeats them
 * @param places the columns that are known, from 0
 */
record Columns(List<String> blank, Map<Field, Integer> places) {

    /** Header names as the services and their samples spell them; compared by their letters alone. */
    private static final Map<String, Field> NAMES = Map.ofEntries(
            Map.entry("deviceserialnumber", Field.SERIAL_NUMBER),
            Map.entry("serialnumber", Field.SERIAL_NUMBER),
            Map.entry("windowsproductid", Field.WINDOWS_PRODUCT_ID),
            Map.entry("hardwarehash", Field.HARDWARE_HASH),
            Map.entry("manufacturername", Field.MANUFACTURER),
            Map.entry("manufacturer", Field.MANUFACTURER),
            Map.entry("devicemodel", Field.MODEL),
            Map.entry("model", Field.MODEL),
            Map.entry("grouptag", Field.GROUP_TAG),
            Map.entry("assigneduser", Field.ASSIGNED_USER));

    /** As older services and other tools spell them; they count where the newer name is missing. */
    private static final Map<String, Field> OLDER_NAMES = Map.of(
            "serial", Field.SERIAL_NUMBER,
            "productkeyid", Field.WINDOWS_PRODUCT_ID,
            "devicehardwaredata", Field.HARDWARE_HASH,
            "oemmanufacturername", Field.MANUFACTURER,
            "make", Field.MANUFACTURER,
            "modelname", Field.MODEL,
            "orderid", Field.GROUP_TAG);

    /** Base64 of {@code OA}, with which each hash starts. */
    private static final String START_OF_A_HASH = "T0";

    /** Far above any name: a hash is not spelled through. */
    private static final int LONGEST_NAME = 100;

    /** Two names that stand together by chance in no other table. */
    private static final int FEWEST_NAMES = 2;

    Columns {
        blank = List.copyOf(blank);
        places = Collections.unmodifiableMap(new EnumMap<>(places));
    }

    /** Columns that follow one another, as in a new file. */
    static Columns of(List<Field> fields) {
        Map<Field, Integer> places = new EnumMap<>(Field.class);
        for (int i = 0; i < fields.size(); i++) {
            places.put(fields.get(i), i);
        }
        return new Columns(Collections.nCopies(fields.size(), ""), places);
    }

    /** Reads a header line; empty where it is none. Of a name that stands twice the first column counts. */
    static Optional<Columns> named(List<String> cells) {
        Map<Field, Integer> places = new EnumMap<>(Field.class);
        for (Map<String, Field> names : List.of(NAMES, OLDER_NAMES)) {
            for (int i = 0; i < cells.size(); i++) {
                Field field = names.get(letters(cells.get(i)));
                if (field != null) {
                    places.putIfAbsent(field, i);
                }
            }
        }
        boolean identifies = places.containsKey(Field.SERIAL_NUMBER) || places.containsKey(Field.HARDWARE_HASH);
        return identifies && places.size() >= FEWEST_NAMES
                ? Optional.of(new Columns(Collections.nCopies(cells.size(), ""), places))
                : Optional.empty();
    }

    /**
     * Reads a row of Configuration Manager's export, which has the names in its first half and a hash among the values
     * of its second; empty where it is not one.
     *
     * @see <a href="https://github.com/MicrosoftDocs/windows-itpro-docs/issues/5510">windows-itpro-docs 5510</a>
     */
    static Optional<Columns> repeated(List<String> cells) {
        int shift = cells.size() / 2;
        Optional<Columns> named = named(cells.subList(0, shift));
        Map<Field, Integer> names = named.isPresent() ? named.get().places : Map.of();
        Map<Field, Integer> places = new EnumMap<>(Field.class);
        for (Map.Entry<Field, Integer> name : names.entrySet()) {
            places.put(name.getKey(), name.getValue() + shift);
        }
        Integer hash = places.get(Field.HARDWARE_HASH);
        if (cells.size() != 2 * shift || hash == null || !cells.get(hash).startsWith(START_OF_A_HASH)) {
            return Optional.empty();
        }
        List<String> blank = new ArrayList<>(cells.subList(0, shift));
        blank.addAll(Collections.nCopies(shift, ""));
        return Optional.of(new Columns(blank, places));
    }

    /** Returns whether the rows repeat the names before their values. */
    boolean areRepeated() {
        for (String name : blank) {
            if (!name.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a row repeats these names before its values. */
    boolean areRepeatedIn(List<String> cells) {
        int shift = blank.size() / 2;
        return cells.size() == blank.size() && cells.subList(0, shift).equals(blank.subList(0, shift));
    }

    private static String letters(String name) {
        if (name.length() > LONGEST_NAME) {
            return "";
        }
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            if (Character.isLetter(name.charAt(i))) {
                letters.append(name.charAt(i));
            }
        }
        return letters.toString().toLowerCase(Locale.ROOT);
    }

    Set<Field> fields() {
        return places.keySet();
    }

    /** The format whose rows these columns hold. */
    Format format() {
        boolean names = fields().containsAll(EnumSet.of(Field.MANUFACTURER, Field.MODEL));
        boolean hash = fields().contains(Field.HARDWARE_HASH);
        if (!names) {
            return Format.AUTOPILOT;
        }
        return hash && !fields().contains(Field.WINDOWS_PRODUCT_ID) ? Format.MANAGED_DESKTOP : Format.PARTNER_CENTER;
    }

    DeviceRecord device(List<String> cells) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        for (Map.Entry<Field, Integer> place : places.entrySet()) {
            values.put(place.getKey(), place.getValue() < cells.size() ? cells.get(place.getValue()) : "");
        }
        return new DeviceRecord(values);
    }

    /** Returns the cells of a new row. */
    List<String> cells(DeviceRecord device) {
        return cells(device, blank);
    }

    /** Returns the cells of a row in place of another, whose unknown columns it keeps. */
    List<String> cells(DeviceRecord device, List<String> replaced) {
        List<String> cells = new ArrayList<>(replaced);
        while (cells.size() < blank.size()) {
            cells.add("");
        }
        for (Map.Entry<Field, Integer> place : places.entrySet()) {
            cells.set(place.getValue(), device.value(place.getKey()).orElse(""));
        }
        return cells;
    }
}
