// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.configuration;

import dev.hwhash.agent.SystemProgram;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whether an elevated process may do as a file or a folder says: only if nobody but administrators can change it,
 * nor the folder in which it lies. A file system without rights, as on a stick, is trusted: whoever holds the stick could
 * change the program as well.
 */
public final class FileTrust {

    /** As FileStore.type names those without rights on Linux. */
    private static final Set<String> WITHOUT_RIGHTS = Set.of("vfat", "msdos", "exfat", "fat", "fat32");

    private static final int STICKY = 01000;

    private static final String REMEDY =
            "; let only administrators write the file and its folder, or the user run hwhash who owns it";

    private static final Path USUAL_SYSTEM = Path.of("C:\\Windows", "System32");

    private FileTrust() {}

    /**
     * Looks at a file and its folder.
     *
     * @param file an existing file or folder
     * @return why not to trust it, fit behind its name; empty to trust it
     * @throws IOException if its rights cannot be read
     */
    public static Optional<String> distrust(Path file) throws IOException {
        Path real = file.toRealPath();
        if (hasNoRights(real)) {
            return Optional.empty();
        }
        Optional<String> why = change(real, false).map(words -> "it " + words + REMEDY);
        Path folder = real.getParent();
        return why.isPresent() || folder == null
                ? why
                : change(folder, true).map(words -> "its folder " + words + REMEDY);
    }

    /**
     * Tells whether a path lies on a file system that knows no owners and rights.
     *
     * @param path something that exists
     * @return true for FAT and exFAT
     * @throws IOException if the system does not say
     */
    public static boolean hasNoRights(Path path) throws IOException {
        FileStore store = Files.getFileStore(path);
        return WITHOUT_RIGHTS.contains(store.type().toLowerCase(Locale.ROOT))
                || !(store.supportsFileAttributeView("unix")
                        || store.supportsFileAttributeView("posix")
                        || store.supportsFileAttributeView(AclFileAttributeView.class));
    }

    /**
     * Makes a folder that administrators and the system alone can read and write, with the folders above it.
     *
     * @param folder what is not there yet
     * @throws IOException if it cannot be made, or this is no Windows with rights
     */
    public static void createForAdministrators(Path folder) throws IOException {
        List<AclEntry> acl = new ArrayList<>();
        for (UserPrincipal one : mighty()) {
            acl.add(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(one)
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .setFlags(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT)
                    .build());
        }
        // With the folder itself, so that there is no moment in which others can open it.
        Files.createDirectories(folder, new FileAttribute<List<AclEntry>>() {
            @Override
            public String name() {
                return "acl:acl";
            }

            @Override
            public List<AclEntry> value() {
                return acl;
            }
        });
    }

    private static Optional<String> change(Path path, boolean above) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            int mode = number(path, "unix:mode");
            // In such a folder, as /tmp is, nobody replaces what belongs to another.
            boolean sticky = above && (mode & STICKY) != 0;
            return Writers.posix(number(path, "unix:uid"), sticky ? 0 : mode);
        }
        Set<UserPrincipal> mighty = mighty();
        AclFileAttributeView view = Files.getFileAttributeView(path, AclFileAttributeView.class);
        Set<UserPrincipal> writers =
                above ? Writers.ofContent(view.getOwner(), view.getAcl()) : Writers.of(view.getOwner(), view.getAcl());
        return Writers.other(writers, mighty).map(writer -> "can be changed by " + writer.getName());
    }

    private static int number(Path path, String attribute) throws IOException {
        if (Files.getAttribute(path, attribute) instanceof Integer number) {
            return number;
        }
        throw new IOException(attribute + " is no number");
    }

    /** Names of groups are in the language of Windows; who may write its own folder can do anything already. */
    private static Set<UserPrincipal> mighty() throws IOException {
        Path system = SystemProgram.folder();
        // Somebody could have set the variable. Nobody can give a folder to this owner, whose name is that in any
        // language.
        UserPrincipal owner = Files.getOwner(system);
        return system.equals(USUAL_SYSTEM) || owner.getName().equalsIgnoreCase("NT SERVICE\\TrustedInstaller")
                ? writers(system)
                : Set.of();
    }

    private static Set<UserPrincipal> writers(Path path) throws IOException {
        AclFileAttributeView view = Files.getFileAttributeView(path, AclFileAttributeView.class);
        return Writers.of(view.getOwner(), view.getAcl());
    }
}
