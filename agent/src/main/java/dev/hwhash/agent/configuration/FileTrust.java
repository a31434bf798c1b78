// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.configuration;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
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

    private static final String REMEDY =
            "; let only administrators write the file and its folder, or the user run hwhash who owns it";

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
        Optional<String> why = change(real).map(words -> "it " + words + REMEDY);
        Path folder = real.getParent();
        return why.isPresent() || folder == null ? why : change(folder).map(words -> "its folder " + words + REMEDY);
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

    private static Optional<String> change(Path path) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return Writers.posix(number(path, "unix:uid"), number(path, "unix:mode"));
        }
        Set<UserPrincipal> mighty = mighty();
        return Writers.other(writers(path), mighty).map(writer -> "can be changed by " + writer.getName());
    }

    private static int number(Path path, String attribute) throws IOException {
        if (Files.getAttribute(path, attribute) instanceof Integer number) {
            return number;
        }
        throw new IOException(attribute + " is no number");
    }

    /** Names of groups are in the language of Windows; who may write its own folder can do anything already. */
    private static Set<UserPrincipal> mighty() throws IOException {
        String root = System.getenv("SystemRoot");
        Path system = Path.of(root == null ? "C:\\Windows" : root, "System32");
        // Somebody could have set the variable. Nobody can give a folder to this owner, whose name is that in any
        // language.
        UserPrincipal owner = Files.getOwner(system);
        return owner.getName().equalsIgnoreCase("NT SERVICE\\TrustedInstaller") ? writers(system) : Set.of();
    }

    private static Set<UserPrincipal> writers(Path path) throws IOException {
        AclFileAttributeView view = Files.getFileAttributeView(path, AclFileAttributeView.class);
        return Writers.of(view.getOwner(), view.getAcl());
    }
}
