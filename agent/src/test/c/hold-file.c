/* SPDX-License-Identifier: Apache-2.0 */
/*
 * hold-file PATH SECONDS [read]
 *
 * Opens an existing file as another program would that lets nobody else at it (with `read`: that lets
 * others read it), says `held`, and holds it for so long.
 */
#include <stdio.h>
#include <windows.h>

int wmain(int argc, WCHAR **argv)
{
    BOOL others_may_read = argc == 4 && !wcscmp(argv[3], L"read");
    HANDLE file;

    if (argc < 3 || argc > 4 || (argc == 4 && !others_may_read)) {
        fputs("usage: hold-file PATH SECONDS [read]\n", stderr);
        return 2;
    }
    file = CreateFileW(argv[1], GENERIC_READ | GENERIC_WRITE, others_may_read ? FILE_SHARE_READ : 0,
                       NULL, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL);
    if (file == INVALID_HANDLE_VALUE) {
        fprintf(stderr, "hold-file: error %lu\n", GetLastError());
        return 1;
    }
    puts("held");
    fflush(stdout);
    Sleep((DWORD)(_wtof(argv[2]) * 1000));
    CloseHandle(file);
    return 0;
}
