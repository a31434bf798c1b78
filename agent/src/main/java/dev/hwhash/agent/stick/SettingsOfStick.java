// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.stick;

import dev.hwhash.agent.ExitCode;
import dev.hwhash.agent.Messages;
import dev.hwhash.agent.ProblemException;
import dev.hwhash.agent.configuration.Configuration;
import dev.hwhash.agent.configuration.Credentials;
import dev.hwhash.device.ManagedDesktopGroupTag;
import dev.hwhash.uploader.report.NotAServiceUrlException;
import dev.hwhash.uploader.report.NotATokenException;
import dev.hwhash.uploader.report.ServiceUrl;
import dev.hwhash.uploader.report.Token;
import java.nio.file.Path;
import java.util.Optional;

/** Turns what was typed into the settings of a stick, or refuses it before anything is written. */
final class SettingsOfStick {

    private final PrepareRequest request;
    private final Configuration configuration;
    private final Messages messages;

    SettingsOfStick(PrepareRequest request, Configuration configuration, Messages messages) {
        this.request = request;
        this.configuration = configuration;
        this.messages = messages;
    }

    /** Returns the settings. */
    StickSettings read() throws ProblemException {
        Optional<ServiceUrl> named = service();
        Optional<String> tag = groupTag();
        if (request.secretFile().isEmpty()) {
            return new StickSettings(named.map(ServiceUrl::toString), tag, Optional.empty());
        }
        Credentials credentials = credentials(request.secretFile().get());
        ServiceUrl own = url(credentials.service(), credentials.where());
        if (named.isPresent() && !named.get().equals(own)) {
            throw refused("the token in " + credentials.where() + " is for " + own + ", and --service names "
                    + named.get() + "; name the file of that service, or leave --service away");
        }
        try {
            Token.of(own, credentials.token());
        } catch (NotATokenException e) {
            throw refused(credentials.where() + ": " + e.getMessage());
        }
        return new StickSettings(
                Optional.of(own.toString()),
                tag,
                Optional.of(credentials.token().strip()));
    }

    private Optional<ServiceUrl> service() throws ProblemException {
        return request.service().isEmpty()
                ? Optional.empty()
                : Optional.of(url(request.service().get(), "--service"));
    }

    private static ServiceUrl url(String text, String where) throws ProblemException {
        try {
            return ServiceUrl.of(text);
        } catch (NotAServiceUrlException e) {
            throw refused(where + ": " + e.getMessage());
        }
    }

    private Credentials credentials(Path file) throws ProblemException {
        Optional<Credentials> credentials = configuration.credentials(Optional.of(file), messages);
        if (credentials.isEmpty()) {
            throw refused(file + " may not be used, so the stick would have no token; see the warning before");
        }
        return credentials.get();
    }

    private Optional<String> groupTag() throws ProblemException {
        Optional<String> tag = request.groupTag().map(String::strip);
        Optional<String> meant = tag.flatMap(ManagedDesktopGroupTag::meantBy);
        if (meant.isPresent()) {
            messages.warning(
                    "group-tag-misspelt",
                    "the group tag \"" + tag.get() + "\" is not one of Managed Desktop's; " + meant.get()
                            + " is, and tags count to the letter");
        }
        Optional<String> flaw = tag.flatMap(TagsFile::flaw);
        if (flaw.isPresent()) {
            throw refused("--group-tag " + flaw.get());
        }
        return tag;
    }

    private static ProblemException refused(String words) {
        return new ProblemException(ExitCode.USAGE, "option-value", words);
    }
}
