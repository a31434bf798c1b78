// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.partner;

import dev.hwhash.registration.Unsettled.Why;

/**
 * What an objection means and what to do about it. Pure.
 *
 * @see <a href="https://learn.microsoft.com/partner-center/developer/error-codes">Partner Center error codes</a>
 */
final class ErrorWords {

    static final String NO_SUCH_TENANT = "60003";

    private static final String SIGN_IN = "hwhash login --to partner-center";

    private ErrorWords() {}

    static Trouble of(ErrorAnswer error, CustomerId customer) {
        return switch (error.status()) {
            case 401 -> new Trouble(Why.CREDENTIALS, unauthorized(error));
            case 403 -> new Trouble(Why.CREDENTIALS, forbidden(error, customer));
            case 404 -> new Trouble(Why.NEEDS_MENDING, notFound(error, customer));
            default ->
                new Trouble(
                        Why.NEEDS_MENDING,
                        "Partner Center does not take the request (" + error.shown()
                                + "); nothing was registered by it, and the devices are kept");
        };
    }

    /** MFA is asked of each App+User call since 2026. */
    private static String unauthorized(ErrorAnswer error) {
        return error.code().equals("900421")
                ? "Partner Center asks for a sign-in with a second factor (401, 900421: the token shows no MFA, which is"
                        + " enforced since 2026); sign in again with MFA: " + SIGN_IN
                : "Partner Center does not take this sign-in (" + error.shown() + "); sign in again: " + SIGN_IN;
    }

    private static String forbidden(ErrorAnswer error, CustomerId customer) {
        return switch (error.code()) {
            case "20002" ->
                "customer " + customer + " has no reseller relationship with this partner (403, 20002); ask the"
                        + " customer to accept one, as docs/partners.md tells";
            case "900150" ->
                "the role of this account has no right to devices (403, 900150); sign in as an Admin agent or Sales"
                        + " agent of the partner: " + SIGN_IN;
            case "2032" ->
                "Partner Center denies access (403, 2032); a new batch needs a user's sign-in, and the user the role"
                        + " Admin agent or Sales agent: " + SIGN_IN;
            default ->
                "Partner Center denies access to the devices of customer " + customer + " (" + error.shown()
                        + "); look at the account's role, at the app's permission and at the relationship with the"
                        + " customer, as docs/partners.md tells";
        };
    }

    private static String notFound(ErrorAnswer error, CustomerId customer) {
        return error.code().equals(NO_SUCH_TENANT)
                ? "no tenant has the customer ID " + customer + " (404, 60003); take the Microsoft ID from the"
                        + " customer's page Account in Partner Center"
                : "Partner Center does not find what was asked for (" + error.shown()
                        + "); look at the endpoint, the customer ID and the name of the batch";
    }

    /** Returns what an app alone is told that needs a batch which is not there. */
    static Trouble needsUser(String batch) {
        return new Trouble(
                Why.CREDENTIALS,
                "batch " + Named.batch(batch) + " is not there yet, and Partner Center lets only a user make one: "
                        + SIGN_IN + "; an app alone can add to an existing batch");
    }
}
