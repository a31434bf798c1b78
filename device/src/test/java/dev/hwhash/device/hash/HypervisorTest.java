// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.device.hash;

import static dev.hwhash.device.hash.Readings.intact;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HypervisorTest {

    private static final SyntheticHash HASH = SyntheticHash.of("HWHASH-0001");

    @ParameterizedTest
    @CsvSource({
        "Microsoft Corporation,Virtual Machine,HYPER_V",
        "Microsoft Corporation,Cloud PC Enterprise 2vCPU/8GB/128GB,WINDOWS_365",
        "'VMware, Inc.','VMware20,1',VMWARE",
        "innotek GmbH,VirtualBox,VIRTUAL_BOX",
        "Parallels International GmbH.,Parallels ARM Virtual Machine,PARALLELS",
        "Amazon EC2,t3.large,AMAZON_EC2",
        "Google,Google Compute Engine,GOOGLE_COMPUTE_ENGINE",
        "Nutanix,AHV,NUTANIX_AHV",
        "QEMU,'Standard PC (Q35 + ICH9, 2009)',QEMU",
        "Red Hat,KVM,QEMU",
        "OpenStack Foundation,OpenStack Nova,QEMU",
        "Xen,HVM domU,XEN",
        "FreeBSD,BHYVE,BHYVE",
        "Apple Inc.,Apple Virtualization Generic Platform,APPLE",
    })
    void aVirtualMachineIsKnownByItsNames(String manufacturer, String product, Hypervisor expected) {
        assertThat(intact(HASH.manufacturer(manufacturer).model(product).text()).hypervisor())
                .contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Contoso,Book 3",
        "Microsoft Corporation,Surface Laptop 5",
        "Contoso,Virtual Machine",
        "Amazon EC2,m5.metal",
        "Google,Eve",
        "Xerox,Book",
        "'',''",
    })
    void aRealDeviceIsNone(String manufacturer, String product) {
        assertThat(intact(HASH.manufacturer(manufacturer).model(product).text()).hypervisor())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "15,EFI Development Kit II / OVMF,QEMU",
        "20,'VMware, Inc.',VMWARE",
        "21,VirtualBox,VIRTUAL_BOX",
        "23,pc-q35-7.2,",
        "23,Hyper-V UEFI Release v4.1,HYPER_V",
        "7,S1|QEMU HARDDISK|,QEMU",
        "7,|VBOX HARDDISK|,VIRTUAL_BOX",
        "7,VMware-1|Disk|Contoso,",
        // A file of Hyper-V that a real PC has mounted.
        "7,|Virtual Disk|Msft,",
    })
    void otherNamesOfTheFirmwareAndTheDisksTellToo(int type, String name, @Nullable Hypervisor expected) {
        Set<Hypervisor> found = intact(
                        HASH.record(type, RecordLayouts.string(name)).text())
                .hypervisor()
                .stream()
                .collect(Collectors.toSet());

        assertThat(found).isEqualTo(expected == null ? Set.of() : EnumSet.of(expected));
    }

    @Test
    void eachHasANameOfItsOwn() {
        assertThat(Arrays.stream(Hypervisor.values()).map(Hypervisor::label))
                .doesNotHaveDuplicates()
                .allMatch(label -> label.matches("[A-Za-z0-9/ -]+"));
    }
}
