// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.outline;

import dev.hwhash.device.SerialNumber;
import dev.hwhash.device.hash.Capture;
import dev.hwhash.device.hash.Checksum;
import dev.hwhash.device.hash.DamagedHash;
import dev.hwhash.device.hash.HardwareHash;
import dev.hwhash.device.hash.Hypervisor;
import dev.hwhash.device.hash.content.HashContent;
import dev.hwhash.device.hash.content.Tpm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What counts about a hash, in big words for a person and by name for a program. Immutable and thread-safe. */
public final class Verdict {

    private final HashContent content;
    private final Optional<HardwareHash> intact;

    /**
     * Judges a hash.
     *
     * @param content what is in it
     */
    public Verdict(HashContent content) {
        this.content = content;
        this.intact = content.layout().reading() instanceof HardwareHash hash ? Optional.of(hash) : Optional.empty();
    }

    /**
     * Returns a line for each thing that counts.
     *
     * @return at least one line of ASCII
     */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        words.add(state());
        if (tpmData()) {
            words.add("TPM DATA: YES"
                    + (hypervisor().isPresent()
                            ? " (self-deploying mode takes no virtual machine)"
                            : " (self-deploying mode possible)"));
        } else if (intact.isPresent()) {
            words.add("TPM DATA: NO (self-deploying mode and pre-provisioning will fail)");
        }
        if (winPe()) {
            words.add("MADE IN WINPE (parts of the device are not seen there)");
        }
        if (hypervisor().isPresent()) {
            words.add("VIRTUAL MACHINE (" + hypervisor().get().label() + ")");
        }
        words.addAll(identity());
        return words;
    }

    /**
     * Returns the same by name; what cannot be known of a damaged hash is left out.
     *
     * @return a new outline
     */
    public Outline outline() {
        Outline outline = new Outline().flag("intact", intact.isPresent()).text("checksum", checksum());
        if (content.layout().reading() instanceof DamagedHash damaged) {
            outline.text("damage", name(damaged.kind())).text("why", damaged.why());
        }
        if (intact.isPresent() || tpmData()) {
            outline.flag("tpmData", tpmData());
        }
        if (content.capture().isPresent()) {
            outline.flag("winPe", winPe());
        }
        if (intact.isPresent()) {
            outline.flag("virtualMachine", hypervisor().isPresent())
                    .text("hypervisor", hypervisor().map(Hypervisor::label));
        }
        content.smbios()
                .serialNumber()
                .ifPresent(serial -> outline.flag("placeholderSerialNumber", SerialNumber.isPlaceholder(serial)));
        content.smbios().uuid().ifPresent(uuid -> outline.flag("placeholderUuid", uuid.isPlaceholder()));
        return outline;
    }

    private String state() {
        if (content.layout().reading() instanceof DamagedHash damaged) {
            return switch (damaged.kind()) {
                case NOT_BASE64 -> "DAMAGED: NOT BASE64";
                case NO_MAGIC -> "NOT A HARDWARE HASH";
                case CUT -> "DAMAGED: CUT";
                case CHECKSUM -> "DAMAGED: CHECKSUM DOES NOT MATCH";
                case RECORDS -> "DAMAGED: RECORDS DO NOT ADD UP";
            };
        }
        return switch (intact.orElseThrow().checksum()) {
            case HOLDS -> "CHECKSUM HOLDS";
            case MISSING -> "NO CHECKSUM (damage would not show)";
            case UNKNOWN_TOOL -> "CHECKSUM NOT TESTED (made by a tool that is newer than what is known)";
        };
    }

    private String checksum() {
        if (intact.isEmpty()) {
            boolean wrong = content.layout().reading() instanceof DamagedHash damaged
                    && damaged.kind() == DamagedHash.Kind.CHECKSUM;
            return wrong ? "wrong" : "not-tested";
        }
        Checksum checksum = intact.get().checksum();
        return checksum == Checksum.HOLDS ? "holds" : checksum == Checksum.MISSING ? "missing" : "not-tested";
    }

    private static String name(DamagedHash.Kind kind) {
        return switch (kind) {
            case NOT_BASE64 -> "not-base64";
            case NO_MAGIC -> "no-hash";
            case CUT -> "cut";
            case CHECKSUM -> "checksum";
            case RECORDS -> "records";
        };
    }

    private boolean tpmData() {
        Tpm tpm = content.tpm();
        return intact.isPresent()
                ? intact.get().hasTpmData()
                : tpm.version().isPresent() || tpm.ekPub().isPresent();
    }

    private boolean winPe() {
        return content.capture().map(Capture::winPe).orElse(false);
    }

    private Optional<Hypervisor> hypervisor() {
        return intact.flatMap(HardwareHash::hypervisor);
    }

    private List<String> identity() {
        List<String> words = new ArrayList<>();
        Optional<String> serial = content.smbios().serialNumber();
        if (serial.isPresent() && SerialNumber.isPlaceholder(serial.get())) {
            words.add("PLACEHOLDER SERIAL NUMBER (many devices have it)");
        }
        if (serial.isEmpty() && intact.isPresent()) {
            words.add("NO SERIAL NUMBER");
        }
        if (content.smbios().uuid().isPresent() && content.smbios().uuid().get().isPlaceholder()) {
            words.add("PLACEHOLDER UUID (many devices have it)");
        }
        return words;
    }
}
