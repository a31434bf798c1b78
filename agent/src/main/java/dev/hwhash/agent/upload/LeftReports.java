// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.upload;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Problem;
import dev.hwhash.uploader.Fate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Why reports are still in the outbox, once for each service and reason; pure.
 *
 * @param left their fates
 * @param outbox where they are
 * @param late what it means that they were not delivered
 * @param withoutToken why there is no token, if there is none
 */
record LeftReports(List<Fate> left, Path outbox, ExitCode late, Optional<Problem> withoutToken) {

    LeftReports {
        left = List.copyOf(left);
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (Fate fate : left) {
            String group = fate.target() + " " + id(fate);
            if (!told.contains(group) && !isConsequence(fate)) {
                told.add(group);
                problems.add(problem(fate));
            }
        }
        return problems;
    }

    /** That a service was given up says nothing beside why it was. */
    private boolean isConsequence(Fate fate) {
        if (!(fate instanceof Fate.Kept kept) || kept.why() != Fate.Why.NOT_TRIED) {
            return false;
        }
        for (Fate other : left) {
            if (other.target().equals(fate.target()) && !id(other).equals(id(fate))) {
                return true;
            }
        }
        return false;
    }

    private Problem problem(Fate fate) {
        if (fate instanceof Fate.CredentialsRefused refused) {
            String words = fate.target() + " refused the token: " + refused.code() + ": " + refused.words();
            return new Problem(ExitCode.CREDENTIALS_REFUSED, id(fate), words + where(fate));
        }
        Fate.Kept kept = (Fate.Kept) fate;
        if (kept.why() == Fate.Why.NO_TOKEN) {
            return withoutToken
                    .map(why -> new Problem(why.exit(), why.id(), why.words() + where(fate)))
                    .orElse(new Problem(ExitCode.CREDENTIALS_REFUSED, id(fate), kept.words() + where(fate)));
        }
        return new Problem(late, id(fate), kept.words() + where(fate));
    }

    private static String id(Fate fate) {
        return fate instanceof Fate.Kept kept
                ? "kept-" + kept.why().name().toLowerCase(Locale.ROOT).replace('_', '-')
                : "token-refused";
    }

    private String where(Fate fate) {
        int count = 0;
        for (Fate other : left) {
            count += other.target().equals(fate.target()) ? 1 : 0;
        }
        return "; for it, " + count + (count == 1 ? " report is" : " reports are") + " kept in " + outbox;
    }
}
