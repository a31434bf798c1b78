// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash;

import java.util.List;
import java.util.Optional;

/**
 * What a virtual machine runs on, by the names that its firmware and its disks bear. Autopilot takes virtual machines;
 * self-deploying mode does not.
 *
 * @see <a href="https://github.com/systemd/systemd/blob/main/src/basic/virt.c">systemd's table of the same names</a>
 */
public enum Hypervisor {
    /** Microsoft Hyper-V, also below Azure. */
    HYPER_V("Hyper-V"),
    /** A Cloud PC of Windows 365. */
    WINDOWS_365("Windows 365"),
    /** VMware, any product. */
    VMWARE("VMware"),
    /** Oracle VirtualBox. */
    VIRTUAL_BOX("VirtualBox"),
    /** Parallels Desktop. */
    PARALLELS("Parallels"),
    /** Amazon EC2, its bare metal excepted. */
    AMAZON_EC2("Amazon EC2"),
    /** Google Compute Engine. */
    GOOGLE_COMPUTE_ENGINE("Google Compute Engine"),
    /** Nutanix AHV. */
    NUTANIX_AHV("Nutanix AHV"),
    /** QEMU, most often with KVM, and the clouds that are built on it. */
    QEMU("QEMU/KVM"),
    /** Xen. */
    XEN("Xen"),
    /** FreeBSD's bhyve. */
    BHYVE("bhyve"),
    /** Apple's Virtualization framework. */
    APPLE("Apple Virtualization");

    /** How a name starts that only a virtual machine bears. */
    private record Mark(String start, Hypervisor hypervisor) {}

    private static final List<Mark> MARKS = List.of(
            new Mark("Hyper-V", HYPER_V),
            new Mark("VMware", VMWARE),
            new Mark("VMW", VMWARE),
            new Mark("VirtualBox", VIRTUAL_BOX),
            new Mark("innotek GmbH", VIRTUAL_BOX),
            new Mark("VBOX ", VIRTUAL_BOX),
            new Mark("Parallels", PARALLELS),
            new Mark("Amazon EC2", AMAZON_EC2),
            new Mark("Google Compute Engine", GOOGLE_COMPUTE_ENGINE),
            new Mark("AHV", NUTANIX_AHV),
            new Mark("QEMU", QEMU),
            new Mark("KVM", QEMU),
            new Mark("Standard PC (", QEMU),
            new Mark("EFI Development Kit II / OVMF", QEMU),
            new Mark("Proxmox distribution of EDK II", QEMU),
            new Mark("OpenStack ", QEMU),
            new Mark("KubeVirt", QEMU),
            new Mark("RHEV Hypervisor", QEMU),
            new Mark("oVirt", QEMU),
            new Mark("Alibaba Cloud ECS", QEMU),
            new Mark("Droplet", QEMU),
            new Mark("Bochs", QEMU),
            new Mark("Xen", XEN),
            new Mark("HVM domU", XEN),
            new Mark("BHYVE", BHYVE),
            new Mark("Apple Virtualization", APPLE));

    /** The letters with which a mark starts. */
    private static final boolean[] FIRST_LETTERS = firstLetters();

    private static final String MICROSOFT = "Microsoft Corporation";

    /** Names of the firmware. A disk of Hyper-V says nothing: real PCs mount such files too. */
    private static final int[] NAMES = {
        HashRecord.SMBIOS_SYSTEM_MANUFACTURER,
        HashRecord.SMBIOS_SYSTEM_PRODUCT_NAME,
        HashRecord.SMBIOS_FIRMWARE_VENDOR,
        HashRecord.BOARD_MANUFACTURER,
        HashRecord.BOARD_PRODUCT,
        HashRecord.SMBIOS_SYSTEM_VERSION
    };

    private final String label;

    Hypervisor(String label) {
        this.label = label;
    }

    /**
     * Returns its name for people.
     *
     * @return such as Hyper-V
     */
    public String label() {
        return label;
    }

    private static boolean[] firstLetters() {
        boolean[] letters = new boolean['z' + 1];
        for (Mark mark : MARKS) {
            letters[mark.start().charAt(0)] = true;
        }
        return letters;
    }

    static Optional<Hypervisor> of(HardwareHash hash) {
        String product = hash.value(HashRecord.SMBIOS_SYSTEM_PRODUCT_NAME);
        if (product.contains(".metal")) {
            return Optional.empty();
        }
        if (hash.value(HashRecord.SMBIOS_SYSTEM_MANUFACTURER).startsWith(MICROSOFT)) {
            return ofMicrosoft(product);
        }
        for (int type : NAMES) {
            Optional<Hypervisor> named = named(hash.value(type));
            if (named.isPresent()) {
                return named;
            }
        }
        // "serial|product|vendor"
        String disk = hash.value(HashRecord.DISK_SERIAL_NUMBER);
        return named(disk.substring(disk.indexOf('|') + 1));
    }

    /** Its own PCs have names such as Surface. */
    private static Optional<Hypervisor> ofMicrosoft(String product) {
        if (product.startsWith("Virtual Machine") || product.startsWith("Hyper-V")) {
            return Optional.of(HYPER_V);
        }
        return product.startsWith("Cloud PC") ? Optional.of(WINDOWS_365) : Optional.empty();
    }

    private static Optional<Hypervisor> named(String name) {
        char first = name.isEmpty() ? 0 : name.charAt(0);
        if (first >= FIRST_LETTERS.length || !FIRST_LETTERS[first]) {
            // Nearly every name of nearly every PC.
            return Optional.empty();
        }
        for (Mark mark : MARKS) {
            if (name.startsWith(mark.start())) {
                return Optional.of(mark.hypervisor());
            }
        }
        return Optional.empty();
    }
}
