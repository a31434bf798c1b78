// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.configuration;

import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.UserPrincipal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who can change a file, by its owner and its rights; pure. */
final class Writers {

    /** What lets somebody change a file, put another one in its place, or give himself the right to. */
    private static final Set<AclEntryPermission> CHANGING = Collections.unmodifiableSet(EnumSet.of(
            AclEntryPermission.WRITE_DATA,
            AclEntryPermission.APPEND_DATA,
            AclEntryPermission.DELETE,
            AclEntryPermission.DELETE_CHILD,
            AclEntryPermission.WRITE_ACL,
            AclEntryPermission.WRITE_OWNER));

    /** What each user may do in %ProgramData% is not among it. */
    private static final Set<AclEntryPermission> REPLACING = Collections.unmodifiableSet(EnumSet.of(
            AclEntryPermission.DELETE,
            AclEntryPermission.DELETE_CHILD,
            AclEntryPermission.WRITE_ACL,
            AclEntryPermission.WRITE_OWNER));

    private static final int WRITABLE_BY_GROUP_OR_OTHERS = 0022;

    private Writers() {}

    /** Returns whom an ACL lets change a file or add to a folder; its owner can always give himself the right. */
    static Set<UserPrincipal> of(UserPrincipal owner, List<AclEntry> acl) {
        return of(owner, acl, CHANGING);
    }

    /** Returns whom an ACL of a folder lets replace what another has put there: to add files is less than that. */
    static Set<UserPrincipal> ofContent(UserPrincipal owner, List<AclEntry> acl) {
        return of(owner, acl, REPLACING);
    }

    private static Set<UserPrincipal> of(UserPrincipal owner, List<AclEntry> acl, Set<AclEntryPermission> rights) {
        Set<UserPrincipal> writers = new HashSet<>();
        writers.add(owner);
        for (AclEntry entry : acl) {
            boolean applies =
                    entry.type() == AclEntryType.ALLOW && !entry.flags().contains(AclEntryFlag.INHERIT_ONLY);
            if (applies && !Collections.disjoint(entry.permissions(), rights)) {
                writers.add(entry.principal());
            }
        }
        return writers;
    }

    /** Returns one who can change the file and none of those who can do anything; empty if there is none. */
    static Optional<UserPrincipal> other(Set<UserPrincipal> writers, Set<UserPrincipal> mighty) {
        for (UserPrincipal writer : writers) {
            if (!mighty.contains(writer)) {
                return Optional.of(writer);
            }
        }
        return Optional.empty();
    }

    /** Returns why a file of POSIX is not for root; empty if it is. */
    static Optional<String> posix(int uid, int mode) {
        if (uid != 0) {
            return Optional.of("belongs to the user " + uid);
        }
        return (mode & WRITABLE_BY_GROUP_OR_OTHERS) != 0
                ? Optional.of("can be written by its group or by others")
                : Optional.empty();
    }
}
