// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.fake.web;

/** What stands behind one origin. Called by one thread at a time. */
public interface Site {

    /**
     * Does what is asked.
     *
     * @param call the request
     * @return the answer
     */
    Reply answer(Call call);

    /**
     * Returns a failure in the words of this site, without doing anything.
     *
     * @param call the request
     * @param status HTTP status
     * @return the answer
     */
    Reply failure(Call call, int status);

    /**
     * Tells what became of an answer.
     *
     * @param call the request
     * @param reply what the site said
     * @param delivered whether all of it was sent
     */
    default void sent(Call call, Reply reply, boolean delivered) {}
}
