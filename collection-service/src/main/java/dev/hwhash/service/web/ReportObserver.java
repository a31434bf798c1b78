// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.web;

/** Is told how each report was answered, by the thread that answers. */
public interface ReportObserver {

    /**
     * It is on disk.
     *
     * @param isNew whether it came for the first time
     */
    void acknowledged(boolean isNew);

    /**
     * It is not, or not by this request.
     *
     * @param code why
     */
    void refused(ProblemCode code);
}
