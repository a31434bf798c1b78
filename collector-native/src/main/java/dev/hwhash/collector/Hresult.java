// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.collector;

/**
 * The HRESULTs that WMI and COM give here, by Microsoft's names, each with its cause, what a person can do, and the
 * answer that it makes. A code that is not in the table is a failure.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/wmisdk/wmi-error-constants">WMI Error Constants</a>
 * @see <a href="https://learn.microsoft.com/windows/win32/com/com-error-codes">COM Error Codes</a>
 */
enum Hresult {
    WBEM_S_TIMEDOUT(0x00040004, Makes.TIMED_OUT, "no row came in time", Remedies.RESTART),
    WBEM_E_FAILED(
            0x80041001,
            Makes.FAILED_ASK_AGAIN,
            "the provider failed",
            "install the newest Windows updates and restart (KB5013942 is known to break it), look whether tpm.msc"
                    + " reports an error, or give the OA3.xml of Microsoft's oa3tool with --from"),
    WBEM_E_NOT_FOUND(0x80041002, Makes.ABSENT, "there is no such object or property", Remedies.REPAIR),
    WBEM_E_ACCESS_DENIED(0x80041003, Makes.DENIED, "access denied by WMI", Remedies.ELEVATE),
    WBEM_E_PROVIDER_FAILURE(0x80041004, Makes.FAILED_ASK_AGAIN, "the provider failed half-way", Remedies.RESTART),
    WBEM_E_TYPE_MISMATCH(0x80041005, Makes.FAILED, "a value has another type", Remedies.REPAIR),
    WBEM_E_OUT_OF_MEMORY(0x80041006, Makes.FAILED, "WMI has no memory left", Remedies.RESTART),
    WBEM_E_INVALID_PARAMETER(0x80041008, Makes.FAILED, "WMI does not take the call", Remedies.REPORT),
    WBEM_E_NOT_AVAILABLE(0x80041009, Makes.FAILED, "WMI is not available now", Remedies.RESTART),
    WBEM_E_CRITICAL_ERROR(0x8004100A, Makes.FAILED, "WMI met an internal error", Remedies.RESTART),
    WBEM_E_NOT_SUPPORTED(0x8004100C, Makes.FAILED, "the provider does not support this", Remedies.REPAIR),
    WBEM_E_INVALID_NAMESPACE(0x8004100E, Makes.ABSENT, "there is no such namespace", Remedies.REPAIR),
    WBEM_E_INVALID_CLASS(0x80041010, Makes.ABSENT, "there is no such class", Remedies.REPAIR),
    WBEM_E_PROVIDER_NOT_FOUND(0x80041011, Makes.FAILED, "the provider is not registered", Remedies.REPAIR),
    WBEM_E_INVALID_PROVIDER_REGISTRATION(
            0x80041012, Makes.FAILED, "the provider is registered wrongly", Remedies.REPAIR),
    WBEM_E_PROVIDER_LOAD_FAILURE(0x80041013, Makes.FAILED, "the provider cannot be loaded", Remedies.REPAIR),
    WBEM_E_INITIALIZATION_FAILURE(0x80041014, Makes.FAILED, "the provider cannot be started", Remedies.REPAIR),
    WBEM_E_TRANSPORT_FAILURE(0x80041015, Makes.FAILED, "the connection to WMI broke", Remedies.RESTART),
    // The queries are constant and valid, so what is wrong can only be a property that the class does not have.
    WBEM_E_INVALID_QUERY(0x80041017, Makes.ABSENT, "the class has no such property", Remedies.REPAIR),
    WBEM_E_UNEXPECTED(0x8004101D, Makes.FAILED, "WMI met something unexpected", Remedies.RESTART),
    WBEM_E_PROVIDER_NOT_CAPABLE(0x80041024, Makes.FAILED, "the provider cannot do this", Remedies.REPAIR),
    WBEM_E_INVALID_PROPERTY(0x80041031, Makes.ABSENT, "the class has no such property", Remedies.REPAIR),
    WBEM_E_CALL_CANCELLED(0x80041032, Makes.FAILED, "the call was cancelled", Remedies.AGAIN),
    WBEM_E_SHUTTING_DOWN(
            0x80041033, Makes.FAILED_ASK_AGAIN, "WMI or Windows is shutting down", "run hwhash after the restart"),
    WBEM_E_SERVER_TOO_BUSY(0x80041045, Makes.FAILED, "WMI is too busy", Remedies.AGAIN),
    WBEM_E_PRIVILEGE_NOT_HELD(0x80041062, Makes.DENIED, "this process lacks a privilege", Remedies.ELEVATE),
    WBEM_E_LOCAL_CREDENTIALS(0x80041064, Makes.FAILED, "credentials given for this PC itself", Remedies.REPORT),
    WBEM_E_TIMED_OUT(0x80041069, Makes.TIMED_OUT, "WMI gave the call up", Remedies.RESTART),
    WBEM_E_QUOTA_VIOLATION(0x8004106C, Makes.FAILED, "WMI's quota of memory or handles is used up", Remedies.RESTART),
    WBEM_E_PROVIDER_SUSPENDED(0x80041081, Makes.FAILED, "the provider is suspended", Remedies.RESTART),
    WBEM_E_PROVIDER_TIMED_OUT(0x80041088, Makes.TIMED_OUT, "the provider did not answer", Remedies.RESTART),
    WBEM_E_PROVIDER_DISABLED(0x8004108A, Makes.FAILED, "the provider is disabled", Remedies.REPAIR),
    E_NOINTERFACE(0x80004002, Makes.FAILED, "an object lacks an interface", Remedies.REPAIR),
    E_POINTER(0x80004003, Makes.FAILED, "the call succeeded but gave no object", Remedies.REPAIR),
    E_FAIL(0x80004005, Makes.FAILED, "unspecified error", Remedies.RESTART),
    E_UNEXPECTED(0x8000FFFF, Makes.FAILED, "unexpected error", Remedies.RESTART),
    E_ACCESSDENIED(0x80070005, Makes.DENIED, "access denied by DCOM", Remedies.ELEVATE),
    E_OUTOFMEMORY(0x8007000E, Makes.FAILED, "Windows has no memory left", Remedies.RESTART),
    E_INVALIDARG(0x80070057, Makes.FAILED, "Windows does not take the call", Remedies.REPORT),
    ERROR_MOD_NOT_FOUND(0x8007007E, Makes.FAILED, "a DLL of WMI is missing", Remedies.REPAIR),
    ERROR_SERVICE_DISABLED(
            0x80070422,
            Makes.FAILED,
            "a service is disabled",
            "run \"sc config winmgmt start= auto\" and \"net start winmgmt\" as administrator"),
    ERROR_SERVICE_DOES_NOT_EXIST(0x80070424, Makes.FAILED, "a service is not installed", Remedies.REPAIR),
    ERROR_SHUTDOWN_IN_PROGRESS(0x8007045B, Makes.FAILED, "Windows is shutting down", "run hwhash after the restart"),
    RPC_S_SERVER_UNAVAILABLE(0x800706BA, Makes.FAILED, "the service winmgmt does not run", Remedies.RESTART),
    RPC_S_CALL_FAILED(0x800706BE, Makes.FAILED_ASK_AGAIN, "WMI ended during the call", Remedies.RESTART),
    CO_E_NOTINITIALIZED(0x800401F0, Makes.FAILED, "COM was not started", Remedies.REPORT),
    REGDB_E_CLASSNOTREG(
            0x80040154,
            Makes.FAILED,
            "WMI is not registered here",
            "add the optional component WinPE-WMI to a Windows PE image, or repair WMI elsewhere: run \"dism /online"
                    + " /cleanup-image /restorehealth\" and restart"),
    CO_E_SERVER_EXEC_FAILURE(0x80080005, Makes.FAILED, "a COM server did not start", Remedies.RESTART),
    RPC_E_DISCONNECTED(0x80010108, Makes.FAILED, "WMI dropped the connection", Remedies.AGAIN),
    RPC_E_ACCESS_DENIED(0x8001011B, Makes.DENIED, "access denied by COM", Remedies.ELEVATE);

    /** What a code makes of a question. */
    enum Makes {
        /** {@link Answer.Denied}. */
        DENIED,
        /** {@link Answer.Absent}. */
        ABSENT,
        /** {@link Answer.TimedOut}. */
        TIMED_OUT,
        /** {@link Answer.Failed}. */
        FAILED,
        /** {@link Answer.Failed}, after the question was asked once more: the cause often passes by itself. */
        FAILED_ASK_AGAIN
    }

    private final int code;
    private final Makes makes;
    private final String cause;
    private final String remedy;

    Hresult(int code, Makes makes, String cause, String remedy) {
        this.code = code;
        this.makes = makes;
        this.cause = cause;
        this.remedy = remedy;
    }

    /** Returns the code. */
    int code() {
        return code;
    }

    /** Returns what a code makes of a question. */
    static Makes makes(int code) {
        for (Hresult known : values()) {
            if (known.code == code) {
                return known.makes;
            }
        }
        return Makes.FAILED;
    }

    /** Returns a code in hex, with its name and cause where they are known. */
    static String describe(int code) {
        String hex = String.format("0x%08X", code);
        for (Hresult known : values()) {
            if (known.code == code) {
                return hex + " " + known.name() + " (" + known.cause + ")";
            }
        }
        return hex;
    }

    /** Returns what a person can do about a code. */
    static String remedy(int code) {
        for (Hresult known : values()) {
            if (known.code == code) {
                return known.remedy;
            }
        }
        return Remedies.RESTART;
    }

    private static final class Remedies {
        static final String AGAIN = "run hwhash again";
        static final String ELEVATE = "run hwhash as administrator or as SYSTEM";
        static final String REPAIR = "run \"winmgmt /verifyrepository\" and \"dism /online /cleanup-image"
                + " /restorehealth\" as administrator, and restart";
        static final String REPORT = "report this to the makers of hwhash, with the whole message";
        static final String RESTART = "restart the PC, then run hwhash again";
    }
}
