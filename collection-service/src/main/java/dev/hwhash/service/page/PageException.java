// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page;

import java.util.List;

/** Ends a request with a page that says why. */
public final class PageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String key;
    private final String back;
    private final transient List<Object> values;

    /**
     * Makes one.
     *
     * @param status of HTTP, 400 to 503; the title is the text {@code error.STATUS}
     * @param key of the text that says what happened and what to do
     * @param values what stands at {@code {0}} and so on
     */
    public PageException(int status, String key, Object... values) {
        this("/", status, key, List.of(values));
    }

    private PageException(String back, int status, String key, List<Object> values) {
        super(status + " " + key, null, false, false);
        this.back = back;
        this.status = status;
        this.key = key;
        this.values = values;
    }

    /**
     * Returns the same with another way back.
     *
     * @param path of a page, instead of the first one
     * @return to be thrown
     */
    public PageException backTo(String path) {
        return new PageException(path, status, key, values);
    }

    String back() {
        return back;
    }

    int status() {
        return status;
    }

    String words(Texts texts) {
        return texts.of(key, values.toArray());
    }
}
