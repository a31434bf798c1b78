// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.configuration;

import static java.nio.file.attribute.AclEntryPermission.ADD_FILE;
import static java.nio.file.attribute.AclEntryPermission.ADD_SUBDIRECTORY;
import static java.nio.file.attribute.AclEntryPermission.DELETE_CHILD;
import static java.nio.file.attribute.AclEntryPermission.EXECUTE;
import static java.nio.file.attribute.AclEntryPermission.READ_DATA;
import static java.nio.file.attribute.AclEntryPermission.WRITE_ACL;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom the rights of a file let change it. */
class WritersTest {

    private static final UserPrincipal ADMINISTRATORS = new Named("BUILTIN\\Administrators");
    private static final UserPrincipal SYSTEM = new Named("NT AUTHORITY\\SYSTEM");
    private static final UserPrincipal USERS = new Named("BUILTIN\\Users");
    private static final Set<UserPrincipal> MIGHTY = Set.of(ADMINISTRATORS, SYSTEM);

    private record Named(String getName) implements UserPrincipal {
        @Override
        public String getName() {
            return getName;
        }
    }

    @Test
    void fileOfAdministratorsThatUsersReadIsTheirs() {
        assertThat(Writers.other(
                        Writers.of(ADMINISTRATORS, List.of(allow(SYSTEM, WRITE_ACL), allow(USERS, READ_DATA, EXECUTE))),
                        MIGHTY))
                .isEmpty();
    }

    @Test
    void whoMayAddFilesOrTakeTheRightToIsAnother() {
        for (AclEntryPermission permission : List.of(ADD_FILE, WRITE_ACL, DELETE_CHILD)) {
            assertThat(Writers.other(Writers.of(ADMINISTRATORS, List.of(allow(USERS, permission))), MIGHTY))
                    .contains(USERS);
        }
    }

    @Test
    void ownerCanGiveHimselfTheRight() {
        assertThat(Writers.other(Writers.of(USERS, List.of()), MIGHTY)).contains(USERS);
    }

    @Test
    void whoMayOnlyAddFilesToAFolderReplacesNoneInIt() {
        List<AclEntry> programData = List.of(allow(USERS, ADD_FILE, ADD_SUBDIRECTORY));

        assertThat(Writers.other(Writers.ofContent(SYSTEM, programData), MIGHTY))
                .isEmpty();
        assertThat(Writers.other(Writers.ofContent(SYSTEM, List.of(allow(USERS, DELETE_CHILD))), MIGHTY))
                .contains(USERS);
        assertThat(Writers.other(Writers.ofContent(USERS, List.of()), MIGHTY)).contains(USERS);
    }

    @Test
    void rightsForFilesInAFolderAndDenialsAreNone() {
        AclEntry inherited = AclEntry.newBuilder(allow(USERS, WRITE_ACL))
                .setFlags(AclEntryFlag.FILE_INHERIT, AclEntryFlag.INHERIT_ONLY)
                .build();
        AclEntry denied = AclEntry.newBuilder(allow(USERS, WRITE_ACL))
                .setType(AclEntryType.DENY)
                .build();

        assertThat(Writers.other(Writers.of(SYSTEM, List.of(inherited, denied)), MIGHTY))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 644, true", "0, 600, true", "0, 755, true", "0, 664, false", "0, 646, false", "1000, 600, false"})
    void fileOfPosixMustBeRootsAndNobodyElses(int uid, String mode, boolean trusted) {
        assertThat(Writers.posix(uid, Integer.parseInt(mode, 8)).isEmpty()).isEqualTo(trusted);
    }

    private static AclEntry allow(UserPrincipal who, AclEntryPermission... what) {
        return AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(who)
                .setPermissions(what)
                .build();
    }
}
