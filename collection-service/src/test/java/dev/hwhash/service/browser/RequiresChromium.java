// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A test of the page in Chromium: runs where there is one, and says that it was skipped where there is none. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresChromium.Condition.class)
public @interface RequiresChromium {

    /** With the profile it runs in any case, and a missing Chromium makes it fail. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Boolean.getBoolean("hwhash.browser") || Files.isExecutable(Chromium.PROGRAM)) {
                return ConditionEvaluationResult.enabled("-Pbrowser, or there is " + Chromium.PROGRAM);
            }
            String skipped = "the page in a browser was skipped: "
                    + context.getRequiredTestClass().getSimpleName()
                    + "; dev/browser-setup, then mvn verify -Pbrowser runs it";
            if (context.getTestMethod().isEmpty()) {
                System.out.println(skipped);
            }
            return ConditionEvaluationResult.disabled(skipped);
        }
    }
}
