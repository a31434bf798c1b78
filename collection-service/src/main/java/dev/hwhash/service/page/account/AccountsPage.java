// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.page.account;

import dev.hwhash.service.account.Account;
import dev.hwhash.service.account.AccountDesk;
import dev.hwhash.service.account.Role;
import java.util.List;
import java.util.Optional;

/**
 * The accounts, and a form for a new one.
 *
 * @param accounts by name
 * @param issued a password that was made up just now; shown this once
 * @param error what was wrong with the new account; empty where nothing was
 * @param name as it was typed for the new account; empty text at first
 */
public record AccountsPage(
        List<Account> accounts, Optional<AccountDesk.Issued> issued, Optional<String> error, String name) {

    /** Copies the list. */
    public AccountsPage {
        accounts = List.copyOf(accounts);
    }

    /**
     * Returns what may be chosen.
     *
     * @return from the least to the most
     */
    public List<Role> roles() {
        return List.of(Role.values());
    }
}
