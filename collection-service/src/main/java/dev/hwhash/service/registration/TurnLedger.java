// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.registration;

import dev.hwhash.registration.Fate;
import dev.hwhash.registration.Ledger;
import dev.hwhash.registration.LedgerException;
import dev.hwhash.registration.Shipment;
import dev.hwhash.service.background.Turn;
import java.util.UUID;

/**
 * Lets a replica that has lost its turn in the middle of a round send nothing more, and end nothing that the next one
 * follows. What the target has said of a shipment is noted all the same: nobody else knows it.
 */
final class TurnLedger implements Ledger {

    private final Ledger ledger;
    private final Turn turn;

    TurnLedger(Ledger ledger, Turn turn) {
        this.ledger = ledger;
        this.turn = turn;
    }

    private void requireTurn() throws LedgerException {
        if (!turn.isMine()) {
            throw new LedgerException("another replica registers", new ChangedException());
        }
    }

    @Override
    public void sending(Shipment shipment) throws LedgerException {
        requireTurn();
        ledger.sending(shipment);
    }

    @Override
    public void taken(Shipment shipment) throws LedgerException {
        ledger.taken(shipment);
    }

    @Override
    public void notTaken(Shipment shipment) throws LedgerException {
        ledger.notTaken(shipment);
    }

    @Override
    public void ended(UUID device, Fate fate) throws LedgerException {
        requireTurn();
        ledger.ended(device, fate);
    }
}
