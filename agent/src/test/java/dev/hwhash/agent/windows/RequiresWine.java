// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.windows;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A test of the Windows path under Wine: runs with {@code -Pwine}, and says that it was skipped without. One at a time: the
 * registry is that of all.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresWine.Condition.class)
@ResourceLock("Wine")
public @interface RequiresWine {

    /** Decides by the property that the profile sets. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Boolean.getBoolean("hwhash.wine")) {
                return ConditionEvaluationResult.enabled("-Pwine");
            }
            String skipped = "the Windows path was skipped: "
                    + context.getRequiredTestClass().getSimpleName()
                    + "; dev/wine-setup, then mvn verify -Pwine runs it";
            if (context.getTestMethod().isEmpty()) {
                System.out.println(skipped);
            }
            return ConditionEvaluationResult.disabled(skipped);
        }
    }
}
