// SPDX-License-Identifier: Apache-2.0
// Runs a program as an administrator's programs run before Windows was asked: with the token that is linked to the
// elevated one. The rest of its own command line is that of the program; it ends as the program does.
#include <stdio.h>
#include <windows.h>

static wchar_t *rest_of_command_line(void) {
    wchar_t *line = GetCommandLineW();
    int quoted = *line == L'"';
    if (quoted) {
        line++;
    }
    while (*line && *line != (quoted ? L'"' : L' ')) {
        line++;
    }
    while (*line == L'"' || *line == L' ') {
        line++;
    }
    return line;
}

int wmain(void) {
    HANDLE own;
    TOKEN_LINKED_TOKEN linked = {0};
    HANDLE plain;
    STARTUPINFOW start = {.cb = sizeof start};
    PROCESS_INFORMATION started;
    DWORD result;
    if (!OpenProcessToken(GetCurrentProcess(), TOKEN_ALL_ACCESS, &own)
        || !GetTokenInformation(own, TokenLinkedToken, &linked, sizeof linked, &result)
        || !DuplicateTokenEx(linked.LinkedToken, MAXIMUM_ALLOWED, NULL, SecurityImpersonation, TokenPrimary, &plain)
        || !CreateProcessAsUserW(plain, NULL, rest_of_command_line(), NULL, NULL, TRUE, 0, NULL, NULL, &start, &started)) {
        fprintf(stderr, "without-rights: error %lu\n", GetLastError());
        return 99;
    }
    WaitForSingleObject(started.hProcess, INFINITE);
    GetExitCodeProcess(started.hProcess, &result);
    return (int)result;
}
