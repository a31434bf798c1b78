// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code deviceErrorCode} and {@code deviceErrorName} mean, and what to do. One number has two meanings and one
 * name two numbers, so both are looked at. Partner Center hands the same on in texts.
 *
 * @see <a href="https://learn.microsoft.com/autopilot/add-devices">Manually register devices, troubleshooting</a>
 */
// The list is unmodifiable, which the checker cannot see.
@SuppressWarnings("ImmutableEnumChecker")
public enum DeviceError {
    /** The service has failed. */
    STORAGE(
            640,
            "the service has failed by itself",
            "send the device again later; if it stays, ask Microsoft's support",
            "StorageError"),
    /** Malformed, or without a tenant. */
    REQUEST_BODY(
            801,
            "the service calls the request malformed, or found no tenant for it",
            "send the device again; if it stays, report it as a defect",
            "InvalidZtdRequestBody"),
    /** Also where manufacturer or serial number are missing in the hash. */
    HASH(
            802,
            "the hardware hash is not valid, or holds no manufacturer or serial number",
            "collect it again on the device; the same hash is refused again",
            "InvalidZtdHardwareHash"),
    /** Neither is there. */
    NO_SERIAL_NO_KEY(
            803,
            "serial number and product key are both missing or not valid",
            "complete the row and send it again",
            "MissingZtdSerialNumberAndProductKey"),
    /** In this tenant. */
    ALREADY_ASSIGNED(
            806,
            "the device is registered with this tenant already",
            "nothing, or change its group tag where it is",
            "ZtdDeviceAlreadyAssigned"),
    /** Not an error of an import. */
    NOT_REGISTERED(
            807,
            "the device is not registered with this tenant, so nothing can be changed or removed",
            "register it first",
            "ZtdDeviceIsNotRegistered"),
    /** Somebody else has it. */
    OTHER_TENANT(
            808,
            "the device is registered with another tenant",
            "have its former owner deregister it; if that is impossible, Microsoft's support does it for a proof of ownership",
            "ZtdDeviceAssignedToOtherTenant",
            "ZtdDeviceAssignedToAnotherTenant"),
    /** The service's meaning of 809. */
    PROFILE_NOT_REGISTERED(
            809,
            "the deployment profile is not known to the service",
            "look at the profile in Intune and send the device again",
            "ZtdProfileIsNotRegistered"),
    /** The meaning of 809, and of 815, at the first start of a PC. */
    NO_PROFILE(
            809,
            "no deployment profile is assigned to the device, and there is no default one",
            "assign a profile to a group that the device is in",
            "ZtdDeviceHasNoAssignedProfile"),
    /** Should never happen. */
    PROFILE_OF_OTHER_TENANT(
            810,
            "the deployment profile belongs to another tenant, which should not happen",
            "ask Microsoft's support",
            "ZtdProfileAssignedToOtherTenant"),
    /** Typical for devices that a partner has registered. */
    OTHER_REGISTRANT(
            811,
            "the device was registered by another tenant, such as a partner's or a manufacturer's",
            "have that partner delete or change it",
            "ZtdDeviceRegisteredByOtherTenant"),
    /** By its names. */
    NOT_FOUND(
            812,
            "manufacturer, model and serial number match no device that Microsoft knows",
            "compare them, case included, with what the firmware holds, or send the hardware hash",
            "ZtdDeviceNotFound"),
    /** By its hash. */
    NOT_UNIQUE(
            813,
            "the hardware hash fits more than one device",
            "look for a serial number or board that was copied; Microsoft's support can tell more",
            "ZtdDeviceIsNotUnique"),
    /** Its object is in the way. */
    ALREADY_IN_ENTRA(
            814,
            "there is an object for the device in Microsoft Entra ID already",
            "remove the old object there and send the device again",
            "ZtdDeviceAlreadyAadRegistered"),
    /** At the first start of a PC. */
    NO_PROFILE_NO_DEFAULT(
            815,
            "no deployment profile is assigned to the device, and there is no default one",
            "assign a profile to a group that the device is in",
            "ZtdDeviceHasNoAssignedProfile"),
    /** At the first start of a PC. */
    HARDWARE_MISMATCH(
            908,
            "serial number or product key differ between the registration and the hardware",
            "delete the registration, collect the hash again on the device and register it anew",
            "HardwareMismatchDetected"),
    /** Listed without a number. */
    DUPLICATED(
            0,
            "the device was in one upload twice, and only one of them counts",
            "look at what became of the other one",
            "ZtdDeviceDuplicated"),
    /** Listed without a number. */
    NOT_4K(
            0,
            "the hardware hash is not of the 4K form",
            "collect it again on the device with a newer Windows",
            "HashNot4k");

    private final int code;
    private final String meaning;
    private final String remedy;
    private final List<String> names;

    DeviceError(int code, String meaning, String remedy, String... names) {
        this.code = code;
        this.meaning = meaning;
        this.remedy = remedy;
        this.names = List.of(names);
    }

    /**
     * Finds what an error means.
     *
     * @param code the number; 0 where there is none
     * @param name the name; empty where there is none
     * @return empty where nothing is known of it, or where it may be either of two
     */
    public static Optional<DeviceError> of(int code, String name) {
        List<DeviceError> named = Stream.of(values())
                .filter(error -> error.names.stream().anyMatch(name::equalsIgnoreCase))
                .toList();
        Optional<DeviceError> both =
                named.stream().filter(error -> error.code == code).findFirst();
        if (both.isPresent() || !named.isEmpty()) {
            return both.or(() -> Optional.of(named.get(0)));
        }
        List<DeviceError> numbered = Stream.of(values())
                .filter(error -> code != 0 && error.code == code)
                .toList();
        return numbered.size() == 1 ? Optional.of(numbered.get(0)) : Optional.empty();
    }

    /**
     * Returns the words for an error, whether it is known or not; numbers and names stand there as they came.
     *
     * @param code the number; 0 where there is none
     * @param name the name; empty where there is none
     * @return the reason and the remedy
     */
    public static String words(int code, String name) {
        return of(code, name)
                .map(error -> error.meaning + "; " + error.remedy)
                .orElse(
                        "Intune has failed it with the error " + shown(code, name)
                                + ", of which nothing is known; send the device again, and ask Microsoft's support if it stays");
    }

    /**
     * Returns what stands for an error where one word is wanted.
     *
     * @param code the number; 0 where there is none
     * @param name the name; empty where there is none
     * @return its number, or its name where it has none
     */
    public static String shortest(int code, String name) {
        if (code != 0) {
            return String.valueOf(code);
        }
        return name.isEmpty() ? "unknown" : name;
    }

    private static String shown(int code, String name) {
        return name.isEmpty() ? String.valueOf(code) : code + " " + name;
    }
}
