// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.decode;

import dev.hwhash.agent.HashMark;
import dev.hwhash.device.outline.Fact;
import dev.hwhash.device.outline.Outline;
import dev.hwhash.device.outline.Verdict;
import java.util.List;
import java.util.Map;

/** A decoded hash for a person: the verdict in big words, then a group for each part. ASCII. */
final class OutlineText {

    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("envelope", "Envelope"),
            Map.entry("madeBy", "Made by"),
            Map.entry("processor", "Processor"),
            Map.entry("coreClasses", "Core class"),
            Map.entry("memory", "Memory"),
            Map.entry("disks", "Disk"),
            Map.entry("networkAdapters", "Network adapter"),
            Map.entry("displays", "Display"),
            Map.entry("videoAdapters", "Video adapter"),
            Map.entry("graphicsMemory", "Graphics memory"),
            Map.entry("chassis", "Chassis"),
            Map.entry("tpm", "TPM and identity"),
            Map.entry("smbios", "SMBIOS"),
            Map.entry("licence", "Licence"),
            Map.entry("unreadRecords", "Record that was not read"));

    private final StringBuilder text = new StringBuilder();

    private OutlineText() {}

    static String of(DecodedHash hash) {
        OutlineText all = new OutlineText();
        all.line(HashMark.masked(hash.place()) + " (" + hash.mark() + ")");
        all.line("");
        new Verdict(hash.content()).words().forEach(all::line);
        hash.outline().facts().forEach((name, fact) -> {
            if (TITLES.containsKey(name)) {
                all.group(name, fact, "");
            } else if (name.equals("DiskSSNKernel")) {
                all.line("").line("Boot disk").fact("  ", name, fact);
            }
        });
        all.line("");
        return all.text.toString();
    }

    private void group(String name, Fact fact, String indent) {
        String title = String.valueOf(TITLES.get(name));
        if (fact.value() instanceof Outline parts) {
            line("").line(indent + title).facts(indent + "  ", parts);
        } else if (fact.value() instanceof List<?> things) {
            int number = 1;
            for (Object thing : things) {
                if (indent.isEmpty()) {
                    line("");
                }
                line(indent + title + (things.size() == 1 ? "" : " " + number)).facts(indent + "  ", (Outline) thing);
                number++;
            }
        }
    }

    private void facts(String indent, Outline outline) {
        outline.facts().forEach((name, fact) -> {
            if (TITLES.containsKey(name)) {
                group(name, fact, indent);
            } else {
                fact(indent, name, fact);
            }
        });
    }

    private void fact(String indent, String name, Fact fact) {
        if (!fact.shown().isBlank()) {
            line(indent + name + ": " + fact.shown());
        }
    }

    private OutlineText line(String line) {
        text.append(Ascii.of(line.stripTrailing())).append(System.lineSeparator());
        return this;
    }
}
