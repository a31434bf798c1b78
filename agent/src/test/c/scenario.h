/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The scenario: what the double has to do, as UTF-8 lines `key = value` of the file named by
 * HWHASH_WMI_DOUBLE. Without that variable the double changes nothing and only counts.
 *
 *   create                                  what CoCreateInstance gives: an HRESULT (0x80040154) or `hang`
 *   connect, query, next, get               what these calls give: the same
 *   connect.times and so on                 for the first N calls only; default: always
 *   rows                                    instances in the answer; default: 1
 *       All but `create` are for root\cimv2\mdm\dmmap; with `cimv2.` before them, for root\cimv2.
 *   hash.file, hash.file.2                  DeviceHardwareData, as UTF-8; the second from the second
 *                                           query on
 *   hash.vt                                 its type: bstr (default), null, empty, i4
 *   Win32_BIOS.SerialNumber and the like    a property of a class that the double answers itself, in
 *                                           every namespace but dmmap; <null> for VT_NULL, blanks at
 *                                           the ends need double quotes
 */
#ifndef SCENARIO_H
#define SCENARIO_H

#include "counts.h"
#include <limits.h>

enum { MOST_SETTINGS = 64, PATH_LENGTH = 1024 };

typedef struct Setting {
    const char *key;
    const char *value;
} Setting;

/* One call of a client that the scenario may spoil. */
typedef struct Step {
    BOOL spoiled;
    BOOL hangs;
    HRESULT result;
    LONG calls_left;
} Step;

typedef struct Namespace {
    Step connect;
    Step query;
    Step next;
    Step get;
    LONG rows;
} Namespace;

static BOOL scenario_given;
static Setting settings[MOST_SETTINGS];
static int setting_count;
static Step creation;
static Namespace dmmap;
static Namespace cimv2;
static Namespace other_namespace = { .rows = 1 };

/* The bytes of a file with a zero behind them, or NULL. The caller frees them. */
static char *read_file(const WCHAR *path, DWORD *size)
{
    HANDLE file = CreateFileW(path, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    char *bytes;

    if (file == INVALID_HANDLE_VALUE)
        return NULL;
    *size = GetFileSize(file, NULL);
    bytes = calloc(1, *size + 1);
    if (!ReadFile(file, bytes, *size, size, NULL)) {
        free(bytes);
        bytes = NULL;
    }
    CloseHandle(file);
    return bytes;
}

static const char *setting(const char *key)
{
    int i;

    for (i = 0; i < setting_count; i++)
        if (!_stricmp(settings[i].key, key))
            return settings[i].value;
    return NULL;
}

static const char *class_setting(const char *class_name, const char *property)
{
    char key[256];

    snprintf(key, sizeof key, "%s.%s", class_name, property);
    return setting(key);
}

static BOOL has_class_settings(const char *class_name)
{
    size_t length = strlen(class_name);
    int i;

    for (i = 0; i < setting_count; i++)
        if (!_strnicmp(settings[i].key, class_name, length) && settings[i].key[length] == '.')
            return TRUE;
    return FALSE;
}

static char *trimmed(char *text)
{
    char *end = text + strlen(text);

    while (*text && strchr(" \t\r", *text))
        text++;
    while (end > text && strchr(" \t\r", end[-1]))
        *--end = 0;
    return text;
}

static char *unquoted(char *text)
{
    size_t length = strlen(text);

    if (length < 2 || text[0] != '"' || text[length - 1] != '"')
        return text;
    text[length - 1] = 0;
    return text + 1;
}

static BOOL is_known_key(const char *key)
{
    static const char *const known[] = {
        "connect", "connect.times", "query", "query.times", "next", "next.times", "get", "get.times",
        "rows",
    };
    const char *dot = strchr(key, '.');
    const char *underscore = strchr(key, '_');
    size_t i;

    if (!_stricmp(key, "create") || !_stricmp(key, "create.times"))
        return TRUE;
    if (!_stricmp(key, "hash.file") || !_stricmp(key, "hash.file.2") || !_stricmp(key, "hash.vt"))
        return TRUE;
    if (dot && underscore && underscore < dot)
        return TRUE;
    if (!_strnicmp(key, "cimv2.", 6))
        key += 6;
    for (i = 0; i < sizeof known / sizeof *known; i++)
        if (!_stricmp(key, known[i]))
            return TRUE;
    return FALSE;
}

static void take_line(char *line)
{
    char *equals = strchr(line, '=');

    if (!*trimmed(line))
        return;
    if (!equals || setting_count == MOST_SETTINGS)
        give_up("no `key = value`, or one too many", line);
    *equals = 0;
    settings[setting_count].key = trimmed(line);
    settings[setting_count].value = unquoted(trimmed(equals + 1));
    if (!is_known_key(settings[setting_count].key))
        give_up("unknown key", line);
    setting_count++;
}

/* A setting of one namespace, like `cimv2.` `next` `.times`. */
static const char *step_setting(const char *prefix, const char *name, const char *suffix)
{
    char key[64];

    snprintf(key, sizeof key, "%s%s%s", prefix, name, suffix);
    return setting(key);
}

static unsigned long number_of(const char *value)
{
    char *end;
    unsigned long number = strtoul(value, &end, 0);

    if (!*value || *end)
        give_up("not a number", value);
    return number;
}

static Step step_of(const char *prefix, const char *name)
{
    const char *value = step_setting(prefix, name, "");
    const char *times = step_setting(prefix, name, ".times");
    Step step = { 0 };

    if (!value)
        return step;
    step.spoiled = TRUE;
    step.hangs = !_stricmp(value, "hang");
    step.result = step.hangs ? E_FAIL : (HRESULT)number_of(value);
    step.calls_left = times ? (LONG)number_of(times) : LONG_MAX;
    return step;
}

static Namespace namespace_of(const char *prefix)
{
    const char *rows = step_setting(prefix, "rows", "");
    Namespace namespace = {
        .connect = step_of(prefix, "connect"),
        .query = step_of(prefix, "query"),
        .next = step_of(prefix, "next"),
        .get = step_of(prefix, "get"),
        .rows = rows ? (LONG)number_of(rows) : 1,
    };

    return namespace;
}

static void read_scenario(void)
{
    WCHAR path[PATH_LENGTH];
    DWORD size;
    char *text, *line, *end;

    if (!GetEnvironmentVariableW(L"HWHASH_WMI_DOUBLE", path, PATH_LENGTH))
        return;
    text = read_file(path, &size);
    if (!text)
        give_up("cannot read the file", "HWHASH_WMI_DOUBLE");
    for (line = text; line; line = end) {
        end = strchr(line, '\n');
        if (end)
            *end++ = 0;
        take_line(line);
    }
    scenario_given = TRUE;
    creation = step_of("", "create");
    dmmap = namespace_of("");
    cimv2 = namespace_of("cimv2.");
}

/* Whether this call is to be spoiled, and with what. Does not return from a hang. */
static BOOL is_spoiled(Step *step, HRESULT *result)
{
    if (!step->spoiled || InterlockedDecrement(&step->calls_left) < 0)
        return FALSE;
    if (step->hangs)
        Sleep(INFINITE);
    *result = step->result;
    return TRUE;
}

#endif
