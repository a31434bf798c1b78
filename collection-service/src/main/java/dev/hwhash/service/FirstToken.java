// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.service;

import dev.hwhash.service.audit.Actor;
import dev.hwhash.service.token.NewToken;
import dev.hwhash.service.token.Token;
import dev.hwhash.service.token.TokenHash;
import dev.hwhash.service.token.TokenKind;
import dev.hwhash.service.token.TokenMaker;
import dev.hwhash.service.token.TokenSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The first enrolment token, in a file for the first agents. */
final class FirstToken {

    private final Path file;
    private final TokenMaker tokens;

    FirstToken(Path file, TokenMaker tokens) {
        this.file = file;
        this.tokens = tokens;
    }

    /** Makes it where there was never any token; returns its file then. */
    Optional<Path> prepared(String url) throws FailedException {
        List<Token> all = tokens.all();
        if (!all.isEmpty()) {
            forgetUnknown(all);
            return Optional.empty();
        }
        forget();
        TokenSecret secret = tokens.secret(TokenKind.ENROLMENT);
        TokenFile.write(file, url, secret);
        tokens.keep(
                new NewToken(TokenKind.ENROLMENT, "first", Optional.empty(), OptionalLong.empty()),
                secret,
                Actor.SERVICE);
        return Optional.of(file);
    }

    /** A start was cut before the token was stored, and another replica has made the first since. */
    private void forgetUnknown(List<Token> all) throws FailedException {
        try {
            Optional<TokenHash> written = Files.exists(file) ? TokenFile.token(file) : Optional.empty();
            if (written.isPresent()
                    && all.stream().noneMatch(each -> each.hash().equals(written.get()))) {
                forget();
            }
        } catch (IOException e) {
            throw DataFolder.failed("the file " + file + " cannot be read", e);
        }
    }

    /** Deletes the file of a token that was never stored: a start was cut between the two. */
    private void forget() throws FailedException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw DataFolder.failed("the file " + file + " cannot be replaced", e);
        }
    }
}
