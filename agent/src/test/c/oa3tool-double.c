/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A double of Microsoft's oa3tool for tests under Wine. It takes only the command line that hwhash has
 * to give, reads the paths from the configuration, and does what these variables say:
 *
 *   OA3_DOUBLE           right (default); `exit N`: reports and ends with N; `silent`: ends with 0 and
 *                        no report; `crash`; `flood`: writes 64 MiB to stdout before it reports; `hang`:
 *                        starts a second process that adds a byte a tenth of a second to the file
 *                        OA3_DOUBLE_BEATS, and never ends; that one ends after a minute
 *   OA3_DOUBLE_REPORT    a file whose bytes are the report
 *   OA3_DOUBLE_REPORT_2  the same from the second run on
 *   OA3_DOUBLE_RECORD    a file to which each run adds the arguments, the working folder, and whether
 *                        stdin was at its end; the configuration and the key stand in files of that
 *                        name with .cfg and .key behind
 */
#include <stdio.h>
#include <windows.h>

enum { PATH_LENGTH = 1024, WRONG_COMMAND_LINE = 87, WRONG_CONFIGURATION = 88 };

static BOOL variable(const WCHAR *name, WCHAR *value)
{
    return GetEnvironmentVariableW(name, value, PATH_LENGTH) != 0;
}

static void beat(const WCHAR *path)
{
    int beats;

    for (beats = 0; beats < 600; beats++) {
        FILE *file = _wfopen(path, L"ab");

        if (file) {
            fputc('.', file);
            fclose(file);
        }
        Sleep(100);
    }
}

static void hang(const WCHAR *program)
{
    STARTUPINFOW startup = { .cb = sizeof startup };
    PROCESS_INFORMATION child;
    WCHAR beats[PATH_LENGTH], command[2 * PATH_LENGTH];

    if (variable(L"OA3_DOUBLE_BEATS", beats)) {
        _snwprintf(command, 2 * PATH_LENGTH, L"\"%ls\" beat \"%ls\"", program, beats);
        CreateProcessW(program, command, NULL, NULL, TRUE, 0, NULL, NULL, &startup, &child);
    }
    Sleep(INFINITE);
}

static void flood(void)
{
    static char line[1024];
    int lines;

    memset(line, 'x', sizeof line - 1);
    line[sizeof line - 1] = '\n';
    for (lines = 0; lines < 64 * 1024; lines++)
        fwrite(line, 1, sizeof line, stdout);
}

/* The ampersand is the one character of a path of Windows that XML writes in another way. */
static void unescape(WCHAR *path)
{
    static const WCHAR escape[] = L"&amp;";
    WCHAR *place;

    for (place = wcsstr(path, escape); place; place = wcsstr(place + 1, escape))
        memmove(place + 1, place + wcslen(escape), (wcslen(place + wcslen(escape)) + 1) * sizeof *place);
}

/* The text of an element of the configuration as a path. */
static BOOL element(const char *xml, const char *name, WCHAR *path)
{
    char tag[64];
    const char *begin, *end;

    snprintf(tag, sizeof tag, "<%s>", name);
    begin = strstr(xml, tag);
    snprintf(tag, sizeof tag, "</%s>", name);
    end = strstr(xml, tag);
    if (!begin || !end)
        return FALSE;
    begin += strlen(name) + 2;
    path[MultiByteToWideChar(CP_UTF8, 0, begin, (int)(end - begin), path, PATH_LENGTH - 1)] = 0;
    unescape(path);
    return TRUE;
}

static BOOL read_text(const WCHAR *path, char *text, size_t size)
{
    FILE *file = _wfopen(path, L"rb");

    if (!file)
        return FALSE;
    text[fread(text, 1, size - 1, file)] = 0;
    fclose(file);
    return TRUE;
}

static BOOL is_second_run(void)
{
    WCHAR record[PATH_LENGTH];

    return variable(L"OA3_DOUBLE_RECORD", record) && GetFileAttributesW(record) != INVALID_FILE_ATTRIBUTES;
}

static void copy_beside(const WCHAR *record, const WCHAR *extension, const WCHAR *original)
{
    WCHAR copy[PATH_LENGTH];

    _snwprintf(copy, PATH_LENGTH, L"%ls%ls", record, extension);
    CopyFileW(original, copy, FALSE);
}

static void write_record(int argc, WCHAR **argv, const WCHAR *configuration, const WCHAR *key)
{
    WCHAR record[PATH_LENGTH], folder[PATH_LENGTH];
    FILE *file;
    int i;

    if (!variable(L"OA3_DOUBLE_RECORD", record) || !(file = _wfopen(record, L"ab")))
        return;
    for (i = 1; i < argc; i++)
        fprintf(file, "argument %ls\n", argv[i]);
    GetCurrentDirectoryW(PATH_LENGTH, folder);
    fprintf(file, "folder %ls\n", folder);
    fprintf(file, "stdin %s\n", getchar() == EOF ? "ended" : "open");
    fprintf(file, "secret %s\n", GetEnvironmentVariableW(L"HWHASH_TOKEN", folder, 0) ? "seen" : "unseen");
    fclose(file);
    copy_beside(record, L".cfg", configuration);
    copy_beside(record, L".key", key);
}

static void report(const WCHAR *place, BOOL second)
{
    WCHAR bytes[PATH_LENGTH];

    if ((second && variable(L"OA3_DOUBLE_REPORT_2", bytes)) || variable(L"OA3_DOUBLE_REPORT", bytes))
        CopyFileW(bytes, place, TRUE);
}

int wmain(int argc, WCHAR **argv)
{
    static const WCHAR option[] = L"/ConfigFile=";
    WCHAR mode[PATH_LENGTH] = L"right", key[PATH_LENGTH], place[PATH_LENGTH];
    char xml[8192];
    const WCHAR *configuration;
    BOOL second = is_second_run();

    if (argc == 3 && !wcscmp(argv[1], L"beat")) {
        beat(argv[2]);
        return 0;
    }
    if (argc != 4 || wcscmp(argv[1], L"/Report") || wcscmp(argv[3], L"/NoKeyCheck")
        || wcsncmp(argv[2], option, wcslen(option)))
        return WRONG_COMMAND_LINE;
    configuration = argv[2] + wcslen(option);
    if (!read_text(configuration, xml, sizeof xml) || !element(xml, "InputKeyXMLFile", key)
        || !element(xml, "ReportedXMLFile", place))
        return WRONG_CONFIGURATION;
    write_record(argc, argv, configuration, key);
    variable(L"OA3_DOUBLE", mode);
    if (!wcscmp(mode, L"hang"))
        hang(argv[0]);
    if (!wcscmp(mode, L"crash"))
        TerminateProcess(GetCurrentProcess(), 0xC0000005);
    if (!wcscmp(mode, L"flood"))
        flood();
    if (wcscmp(mode, L"silent"))
        report(place, second);
    puts("[ERROR] this is the last that the double says");
    return wcsncmp(mode, L"exit ", 5) ? 0 : _wtoi(mode + 5);
}
