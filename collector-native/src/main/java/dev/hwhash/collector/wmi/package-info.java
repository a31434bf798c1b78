/**
 * WMI as the deciding code sees it, and the COM calls behind it. A {@link dev.hwhash.collector.wmi.WmiSession} lives
 * on one thread; what COM answers comes back as a value or as a {@link dev.hwhash.collector.wmi.WmiException} with its
 * HRESULT. Nothing here decides what an HRESULT means to a user.
 */
@NullMarked
package dev.hwhash.collector.wmi;

import org.jspecify.annotations.NullMarked;
