// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.registration.signin;

import com.microsoft.aad.msal4j.ITokenCacheAccessAspect;
import com.microsoft.aad.msal4j.ITokenCacheAccessContext;

/** Lets MSAL's tokens outlast the run. */
final class StoredCache implements ITokenCacheAccessAspect {

    private final TokenStore store;

    StoredCache(TokenStore store) {
        this.store = store;
    }

    @Override
    public void beforeCacheAccess(ITokenCacheAccessContext context) {
        try {
            store.load().ifPresent(tokens -> context.tokenCache().deserialize(tokens));
        } catch (TokenStoreException e) {
            throw new Unusable(e);
        }
    }

    @Override
    public void afterCacheAccess(ITokenCacheAccessContext context) {
        if (context.hasCacheChanged()) {
            try {
                store.save(context.tokenCache().serialize());
            } catch (TokenStoreException e) {
                throw new Unusable(e);
            }
        }
    }

    /** Carries the failure through MSAL, whose interface throws none. */
    static final class Unusable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unusable(TokenStoreException cause) {
            super(cause);
        }
    }
}
