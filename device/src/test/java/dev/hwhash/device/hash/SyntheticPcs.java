// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash;

import static dev.hwhash.device.hash.DeviceLayouts.bytes;
import static dev.hwhash.device.hash.DeviceLayouts.networkAdapter;
import static dev.hwhash.device.hash.RecordLayouts.shorts;
import static dev.hwhash.device.hash.RecordLayouts.string;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** PCs of each kind that hashes are made on, with the records that the reference names for their builds. */
public final class SyntheticPcs {

    private static final int X86 = 0;
    private static final int X64 = 9;
    private static final int ARM64 = 12;
    private static final int WIN_PE = 1;
    private static final int FULL = 2;
    /** What tools of versions up to 3 store for every time zone. */
    private static final int BOGUS_OFFSET = 0x78;

    private SyntheticPcs() {}

    /** Returns all of them by name. */
    public static Map<String, SyntheticPc> all() {
        Map<String, SyntheticPc> all = new LinkedHashMap<>();
        all.put("laptop of 24H2", laptop());
        all.put("desktop of 1709", desktop(16299, 3, BOGUS_OFFSET));
        all.put("desktop of 2004", graphics(desktop(19041, 5, 4)));
        all.put("server of 2022", graphics(desktop(20348, 7, -20)));
        all.put("hybrid of 22H2", graphics(hybrid(22621)));
        all.put("x86", x86());
        all.put("WinPE", winPe());
        all.put("VMware on ARM64", armVm());
        all.put("Hyper-V", hyperV());
        return all;
    }

    /** A laptop of Windows 11 24H2 with two disks and two displays: every type that a full Windows writes. */
    public static SyntheticPc laptop() {
        return SyntheticPc.empty()
                .capture(26200, FULL, X64, 9, 4)
                .with(2, DeviceLayouts.processor(X64, 1, 12, 14, true))
                .with(34, DeviceLayouts.coreClasses(new int[] {0, 10, 10}, new int[] {1, 2, 4}))
                .with(5, DeviceLayouts.memory(16, 64, 2, 1, 3))
                .with(3, string("GenuineIntel"))
                .with(4, DeviceLayouts.brand("Synthetic Ultra 5 @ 2.00GHz"))
                .with(6, DeviceLayouts.disk(512, 17, 0, 1))
                .with(7, DeviceLayouts.diskName("0000_0000_0000_0001.", "SYNTHETIC NVMe 512", ""))
                .with(6, DeviceLayouts.disk(2000, 11, 1, 0))
                .with(7, DeviceLayouts.diskName("SYN-HDD-1", "SYNTHETIC HDD", "Contoso"))
                .with(8, networkAdapter(14, bytes(2, 0, 0, 0, 0, 1), "PCI"))
                .with(8, networkAdapter(9, bytes(2, 0, 0, 0, 0, 2), "PCI"))
                .with(8, networkAdapter(10, bytes(2, 0, 0, 0, 0, 3), "BTH"))
                .with(9, DeviceLayouts.screen(309, 174, 1920, 1200, 0x80000000L))
                .with(27, shorts(31, 17))
                .with(9, DeviceLayouts.screen(0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFFFFFFL))
                .with(27, shorts(0xFFFF, 0xFFFF))
                .with(10, DeviceLayouts.chassis(0x0A, 2, 0, 0xCD, 10))
                .tpm(1)
                .uuidOf("HWHASH-0001")
                .strings(14, "HWHASH-0001", "Contoso Firmware", "Contoso", "Book 3", "SKU-SYNTHETIC", "Book")
                .strings(23, " ")
                .strings(20, "Contoso Boards", "Board 3", "SMBIOS_STRING_INDEX_0")
                .strings(24, "0000000000017")
                .strings(26, "[TH]X00-00000")
                .with(28, string("0000_0000_0000_0001.|SYNTHETIC NVMe 512|"))
                .with(29, DeviceLayouts.graphicsMemory(134_217_728L, 0, 1, 1))
                .with(29, DeviceLayouts.graphicsMemory(8L << 30, 1 << 20, 1, 1))
                .with(30, DeviceLayouts.videoAdapter("Contoso", "Synthetic Graphics"))
                .with(30, DeviceLayouts.videoAdapter("Fabrikam", "Synthetic RTX"))
                .with(35, bytes(2, 0xFF, 7))
                .with(37, licensing());
    }

    private static SyntheticPc desktop(int build, int toolVersion, int offsetQuarters) {
        return machine(SyntheticPc.empty().capture(build, FULL, X64, toolVersion, offsetQuarters), X64)
                .tpm(2)
                .with(named("HWHASH-0002", "Contoso", "Tower 3"))
                .strings(26, "[TH]res-v0000")
                .with(28, string("SYN-SSD-2|SYNTHETIC SSD|"));
    }

    private static SyntheticPc hybrid(int build) {
        SyntheticPc pc = SyntheticPc.empty()
                .capture(build, FULL, X64, 8, 44)
                .with(34, DeviceLayouts.coreClasses(new int[] {0, 4, 4}, new int[] {1, 4, 8}));
        return machine(pc, X64).tpm(3).with(named("HWHASH-0003", "Contoso", "Book 2"));
    }

    private static SyntheticPc x86() {
        return machine(SyntheticPc.empty().capture(19045, FULL, X86, 5, 0), X86)
                .randomSeed(4)
                .with(named("HWHASH-0004", "Contoso", "Tablet"));
    }

    /** By oa3tool: no displays, no part number, no boot disk, and a locale. */
    public static SyntheticPc winPe() {
        return machine(SyntheticPc.empty().capture(25398, WIN_PE, X64, 9, -32), X64)
                .randomSeed(5)
                .with(named("HWHASH-0005", "Contoso", "Tower 3"))
                .with(29, DeviceLayouts.graphicsMemory(0, 0, 1, 1))
                .with(30, DeviceLayouts.videoAdapter("(Standard display types)", "Microsoft Basic Display Driver"))
                .with(
                        36,
                        "en-US|en-US|Pacific Standard Time|en-US,de-DE|0407:00000407"
                                .getBytes(StandardCharsets.US_ASCII))
                .with(37, licensing());
    }

    private static SyntheticPc armVm() {
        return SyntheticPc.empty()
                .capture(26100, FULL, ARM64, 9, 0)
                .with(2, DeviceLayouts.processor(ARM64, 1, 4, 4, false))
                .with(5, DeviceLayouts.memory(8, 8, 1, 1, 2))
                .with(3, string("Apple"))
                .with(4, string("Apple Silicon"))
                .with(10, DeviceLayouts.chassis(1, 1, 1, 0, 0))
                .randomSeed(6)
                .with(named("VMware-00 00 00 00 00 00 00 00-00 00 00 00 00 00 00 01", "VMware, Inc.", "VMware20,1"))
                .strings(20, "Intel Corporation", "440BX Desktop Reference Platform", "None");
    }

    /** A virtual machine whose hash names the hypervisor. */
    public static SyntheticPc hyperV() {
        return SyntheticPc.empty()
                .capture(26100, FULL, X64, 9, 8)
                .with(2, DeviceLayouts.processor(X64, 1, 2, 4, true))
                .with(5, DeviceLayouts.memory(4, 1024, 1, 1, 3))
                .with(6, DeviceLayouts.disk(136, 10, 0xFF, 1))
                .with(7, DeviceLayouts.diskName("", "Virtual Disk", "Msft"))
                .with(8, networkAdapter(0, bytes(0, 0x15, 0x5D, 0, 0, 1), "VMBUS"))
                .with(10, DeviceLayouts.chassis(3, 1, 1, 0, 0))
                .tpm(7)
                .with(named("0000-0000-0000-0000-0000-0000-01", "Microsoft Corporation", "Virtual Machine"));
    }

    private static SyntheticPc machine(SyntheticPc pc, int architecture) {
        return pc.with(2, DeviceLayouts.processor(architecture, 1, 8, 12, true))
                .with(5, DeviceLayouts.memory(32, 128, 4, 1, 5))
                .with(3, string("AuthenticAMD"))
                .with(4, DeviceLayouts.brand("Synthetic 7 @ 3.00GHz"))
                .with(6, DeviceLayouts.disk(256, 11, 0, 1))
                .with(7, DeviceLayouts.diskName("SYN-SSD-2", "SYNTHETIC SSD", ""))
                .with(8, networkAdapter(14, bytes(2, 0, 0, 0, 0, 4), "PCI"))
                .with(10, DeviceLayouts.chassis(3, 1, 0, 0, 0));
    }

    private static SyntheticPc named(String serial, String manufacturer, String product) {
        return SyntheticPc.empty()
                .uuidOf(serial)
                .strings(14, serial, "Contoso Firmware", manufacturer, product, "SMBIOS_STRING_INDEX_0", "Family")
                .strings(23, "1.0");
    }

    private static SyntheticPc graphics(SyntheticPc pc) {
        return pc.with(29, DeviceLayouts.graphicsMemory(1L << 30, 0, 1, 1))
                .with(30, DeviceLayouts.videoAdapter("Contoso", "Synthetic Graphics"));
    }

    private static byte[] licensing() {
        return DeviceLayouts.licensing(
                new int[] {0, 0, 1, 1, 1, 1, 0, 2, 1, 0}, new int[] {1, 0x8000, 3, 4, 5, 6, 7, 8, 0xFFFF});
    }
}
