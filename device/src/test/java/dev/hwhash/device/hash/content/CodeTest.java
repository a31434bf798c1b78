// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hwhash.device.hash.DeviceLayouts;
import dev.hwhash.device.hash.SyntheticPc;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers with names, against the lists of the Windows headers and of SMBIOS. */
class CodeTest {

    @ParameterizedTest
    @CsvSource({"10,10 (SAS)", "11,11 (SATA)", "3,3 (ATA)", "8,8 (RAID)", "17,17 (NVMe)", "20,20 (NVMe-oF)", "21,21"})
    void busesOfDisks(int value, String expected) {
        SyntheticPc pc = SyntheticPc.empty().with(6, DeviceLayouts.disk(1, value, 0, 0));

        assertThat(content(pc).disks().get(0).drive().orElseThrow().bus()).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({"0,0 (SSD)", "1,1 (HDD)", "255,255 (Unknown)", "2,2"})
    void kindsOfDisks(int value, String expected) {
        SyntheticPc pc = SyntheticPc.empty().with(6, DeviceLayouts.disk(1, 0, value, 0));

        assertThat(content(pc).disks().get(0).drive().orElseThrow().kind()).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0 (Unspecified)",
        "8,8 (Wireless WAN)",
        "9,9 (802.11)",
        "10,10 (Bluetooth)",
        "14,14 (802.3)",
        "99,99",
        "4294967295,4294967295"
    })
    void mediaOfNetworkAdapters(long value, String expected) {
        SyntheticPc pc = SyntheticPc.empty().with(8, DeviceLayouts.networkAdapter(value, new byte[6], "PCI"));

        assertThat(content(pc).networkAdapters().get(0).medium()).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2147483648,2147483648 (Internal)",
        "4294967295,4294967295 (Other)",
        "5,5 (HDMI)",
        "7,7",
        "10,10 (DisplayPort)",
        "11,11 (Embedded DisplayPort)",
        "15,15 (Miracast)"
    })
    void connectorsOfDisplays(long value, String expected) {
        SyntheticPc pc = SyntheticPc.empty().with(9, DeviceLayouts.screen(1, 1, 1, 1, value));

        assertThat(content(pc).displays().get(0).screen().orElseThrow().connector())
                .hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "3,3 (Desktop)",
        "10,10 (Notebook)",
        "13,13 (All in one)",
        "31,31 (Convertible)",
        "35,35 (Mini PC)",
        "0,0"
    })
    void typesOfChassis(int value, String expected) {
        SyntheticPc pc = SyntheticPc.empty().with(10, DeviceLayouts.chassis(value, 2, 0, 0, 0));

        assertThat(content(pc).chassis().orElseThrow().type()).hasToString(expected);
        assertThat(content(pc).chassis().orElseThrow().powerRole()).hasToString("2 (Mobile)");
    }

    @ParameterizedTest
    @CsvSource({"3,3 (None)", "4,4 (Parity)", "5,5 (Single-bit ECC)", "6,6 (Multi-bit ECC)", "7,7 (CRC)", "8,8"})
    void errorCorrections(int value, String expected) {
        SyntheticPc pc = SyntheticPc.empty().with(5, DeviceLayouts.memory(1, 1, 1, 1, value));

        assertThat(content(pc).memory().orElseThrow().errorCorrection()).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({"0,0 (x86)", "5,5 (ARM)", "9,9 (x64)", "12,12 (ARM64)", "1,1"})
    void architectures(int value, String expected) {
        SyntheticPc pc = SyntheticPc.empty().with(2, DeviceLayouts.processor(value, 1, 1, 1, false));

        assertThat(content(pc).processor().counts().orElseThrow().architecture())
                .hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1,1 (TPM_EK)",
        "2,2 (UEFI_VARIABLE_TPM)",
        "3,3 (UEFI_VARIABLE_RANDOMSEED)",
        "6,6 (REGISTRY_ENTRY)",
        "7,7"
    })
    void methodsOfOfflineDeviceIds(int value, String expected) {
        SyntheticPc pc = SyntheticPc.empty().with(11, DeviceLayouts.offlineDeviceId(value, 0, new byte[32]));

        assertThat(content(pc).tpm().offlineDeviceId().orElseThrow().method()).hasToString(expected);
    }

    private static HashContent content(SyntheticPc pc) {
        return HashContent.of(pc.text());
    }
}
