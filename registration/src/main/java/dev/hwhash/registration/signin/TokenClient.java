// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.signin;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IAccount;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.IClientCredential;
import com.microsoft.aad.msal4j.PublicClientApplication;
import com.microsoft.aad.msal4j.SilentParameters;
import dev.hwhash.registration.credential.SignInException;
import dev.hwhash.registration.credential.SignInException.Kind;
import java.net.MalformedURLException;
import java.util.Set;
import java.util.concurrent.CompletionException;

/** One of MSAL's clients. Used by one thread at a time. */
@FunctionalInterface
interface TokenClient {

    /**
     * Returns a token for a scope.
     *
     * @param force whether it has to be a new one
     */
    IAuthenticationResult token(String scope, boolean force) throws SignInException;

    /** Returns the client that signs in so. */
    static TokenClient of(SignIn signIn, LoginChannel channel, TokenStore store) {
        try {
            if (signIn instanceof SignIn.ClientSecret app) {
                return ofApp(app, ClientCredentialFactory.createFromSecret(app.secret()), channel);
            }
            if (signIn instanceof SignIn.ClientCertificate app) {
                CertificateKey own = app.certificate();
                return ofApp(app, ClientCredentialFactory.createFromCertificateChain(own.key(), own.chain()), channel);
            }
            return ofUser(signIn, channel, new StoredCache(store));
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TokenClient ofApp(SignIn app, IClientCredential credential, LoginChannel channel)
            throws MalformedURLException {
        ConfidentialClientApplication msal = ConfidentialClientApplication.builder(
                        app.clientId().toString(), credential)
                .authority(channel.authority().url())
                .instanceDiscovery(false)
                .disableInternalRetries()
                .executorService(new Inline())
                .httpClient(channel)
                .build();
        // Who asks has remembered the last one; MSAL would not find it again under a host with a port.
        return (scope, force) -> taken(() -> msal.acquireToken(ClientCredentialParameters.builder(Set.of(scope))
                        .skipCache(true)
                        .build())
                .join());
    }

    private static TokenClient ofUser(SignIn user, LoginChannel channel, StoredCache cache)
            throws MalformedURLException {
        PublicClientApplication msal = PublicClientApplication.builder(
                        user.clientId().toString())
                .authority(channel.authority().url())
                .instanceDiscovery(false)
                .disableInternalRetries()
                .executorService(new Inline())
                .httpClient(channel)
                .setTokenCacheAccessAspect(cache)
                .build();
        return (scope, force) -> taken(() -> {
            Set<IAccount> accounts = msal.getAccounts().join();
            if (accounts.isEmpty()) {
                throw Refusals.notSignedIn(user);
            }
            return msal.acquireTokenSilently(SilentParameters.builder(
                                    Set.of(scope), accounts.iterator().next())
                            .forceRefresh(force)
                            .build())
                    .join();
        });
    }

    /** A call of MSAL. */
    @FunctionalInterface
    interface Asking {
        IAuthenticationResult token() throws SignInException, MalformedURLException;
    }

    private static IAuthenticationResult taken(Asking asking) throws SignInException {
        try {
            IAuthenticationResult result = asking.token();
            if (result.accessToken() == null || result.accessToken().isBlank()) {
                throw new SignInException(Kind.UNREACHABLE, "the login endpoint has answered without a token");
            }
            return result;
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        } catch (CompletionException e) {
            throw Refusals.of(e);
        }
    }
}
