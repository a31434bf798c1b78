/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a client does with the double's objects, counted in a file that outlives the process however
 * it ends: the record lies in a mapped view, so nothing has to be written at the end.
 *
 * The file is named by HWHASH_WMI_COUNTS. Each line is a name, blanks and a number.
 */
#ifndef COUNTS_H
#define COUNTS_H

#include <stdio.h>
#include <stdlib.h>
#include <windows.h>

typedef enum Count {
    CREATED,       /* references given out or added */
    RELEASED,      /* references released */
    OVERRELEASED,  /* releases of an object that had no reference left */
    DEADCALLS,     /* other calls to such an object */
    OBJECTS,       /* objects ever given out */
    ALIVE,         /* objects with a reference left */
    CONNECTS,
    QUERIES,
    NEXTS,
    GETS,
    BLANKETS,      /* CoSetProxyBlanket, on services and enumerators */
    STRINGS,       /* BSTRs that the client has to free; see bstr-ledger.h */
    STRINGSFREED,
    COUNTS
} Count;

static const char *const count_names[COUNTS] = {
    "created", "released", "overreleased", "deadcalls", "objects", "alive", "connects",
    "queries", "nexts",    "gets",         "blankets",  "strings", "stringsfreed",
};

enum { NAME_WIDTH = 14, NUMBER_WIDTH = 10, LINE_WIDTH = NAME_WIDTH + NUMBER_WIDTH + 1 };

static CRITICAL_SECTION counts_lock;
static LONG counts[COUNTS];
static char *counts_record;

/* A test bed that is set up wrongly ends the process: an HRESULT could pass for the tested answer. */
static __attribute__((noreturn)) void give_up(const char *problem, const char *detail)
{
    fprintf(stderr, "wmi-double: %s: %s\n", problem, detail);
    fflush(stderr);
    ExitProcess(99);
}

static void write_count(Count count)
{
    char number[NUMBER_WIDTH + 1];

    if (!counts_record)
        return;
    snprintf(number, sizeof number, "%*ld", NUMBER_WIDTH, counts[count]);
    memcpy(counts_record + count * LINE_WIDTH + NAME_WIDTH, number, NUMBER_WIDTH);
}

static void add_to_count(Count count, LONG number)
{
    EnterCriticalSection(&counts_lock);
    counts[count] += number;
    write_count(count);
    LeaveCriticalSection(&counts_lock);
}

static void map_counts_file(const WCHAR *path)
{
    HANDLE file = CreateFileW(path, GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE,
                              NULL, CREATE_ALWAYS, FILE_ATTRIBUTE_NORMAL, NULL);
    HANDLE mapping = CreateFileMappingW(file, NULL, PAGE_READWRITE, 0, COUNTS * LINE_WIDTH, NULL);

    counts_record = mapping ? MapViewOfFile(mapping, FILE_MAP_WRITE, 0, 0, 0) : NULL;
    if (!counts_record)
        give_up("cannot map a file", "HWHASH_WMI_COUNTS");
}

static void open_counts(void)
{
    WCHAR path[1024];
    int line;

    InitializeCriticalSection(&counts_lock);
    if (!GetEnvironmentVariableW(L"HWHASH_WMI_COUNTS", path, 1024))
        return;
    map_counts_file(path);
    for (line = 0; line < COUNTS; line++) {
        char *start = counts_record + line * LINE_WIDTH;
        memset(start, ' ', LINE_WIDTH - 1);
        memcpy(start, count_names[line], strlen(count_names[line]));
        start[LINE_WIDTH - 1] = '\n';
        write_count(line);
    }
}

#endif
