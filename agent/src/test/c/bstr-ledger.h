/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Finds BSTRs that a client forgets to free: those that it gave as arguments and those that it got in
 * a VARIANT. OLE's allocator tells every block that is freed, if oleaut32 keeps no cache of its own,
 * which the environment variable OANOCACHE switches off. Without it nothing is counted.
 */
#ifndef BSTR_LEDGER_H
#define BSTR_LEDGER_H

#include "counts.h"
#include <objidl.h>

/* A BSTR points behind its length, which is aligned to eight bytes in a 64-bit process. */
enum { BSTR_HEADER = 8, MOST_BSTRS = 4096 };

static const char *unfreed_strings[MOST_BSTRS];
static size_t unfreed_count;
static BOOL strings_watched;

static size_t find_unfreed(const char *block)
{
    size_t i = 0;

    while (i < unfreed_count && unfreed_strings[i] != block)
        i++;
    return i;
}

static void expect_to_be_freed(BSTR string)
{
    const char *block = (const char *)string - BSTR_HEADER;

    if (!strings_watched || !string)
        return;
    EnterCriticalSection(&counts_lock);
    if (find_unfreed(block) == unfreed_count && unfreed_count < MOST_BSTRS) {
        unfreed_strings[unfreed_count++] = block;
        add_to_count(STRINGS, 1);
    }
    LeaveCriticalSection(&counts_lock);
}

static void *WINAPI Spy_PreFree(IMallocSpy *, void *block, BOOL)
{
    size_t place;

    EnterCriticalSection(&counts_lock);
    place = find_unfreed(block);
    if (place < unfreed_count) {
        unfreed_strings[place] = unfreed_strings[--unfreed_count];
        add_to_count(STRINGSFREED, 1);
    }
    LeaveCriticalSection(&counts_lock);
    return block;
}

static HRESULT WINAPI Spy_QueryInterface(IMallocSpy *spy, REFIID, void **object)
{
    *object = spy;
    return S_OK;
}

static ULONG WINAPI Spy_AddRef(IMallocSpy *)
{
    return 2;
}

static ULONG WINAPI Spy_Release(IMallocSpy *)
{
    return 1;
}

static SIZE_T WINAPI Spy_PreAlloc(IMallocSpy *, SIZE_T size)
{
    return size;
}

static void *WINAPI Spy_PostAlloc(IMallocSpy *, void *block)
{
    return block;
}

static void WINAPI Spy_PostFree(IMallocSpy *, BOOL)
{
}

static SIZE_T WINAPI Spy_PreRealloc(IMallocSpy *, void *block, SIZE_T size, void **request, BOOL)
{
    *request = block;
    return size;
}

static void *WINAPI Spy_PostRealloc(IMallocSpy *, void *block, BOOL)
{
    return block;
}

static void *WINAPI Spy_PreGetSize(IMallocSpy *, void *block, BOOL)
{
    return block;
}

static SIZE_T WINAPI Spy_PostGetSize(IMallocSpy *, SIZE_T size, BOOL)
{
    return size;
}

static void *WINAPI Spy_PreDidAlloc(IMallocSpy *, void *block, BOOL)
{
    return block;
}

static int WINAPI Spy_PostDidAlloc(IMallocSpy *, void *, BOOL, int answer)
{
    return answer;
}

static void WINAPI Spy_HeapMinimize(IMallocSpy *)
{
}

static IMallocSpyVtbl spy_methods = {
    Spy_QueryInterface, Spy_AddRef,      Spy_Release,      Spy_PreAlloc,
    Spy_PostAlloc,      Spy_PreFree,     Spy_PostFree,     Spy_PreRealloc,
    Spy_PostRealloc,    Spy_PreGetSize,  Spy_PostGetSize,  Spy_PreDidAlloc,
    Spy_PostDidAlloc,   Spy_HeapMinimize, Spy_HeapMinimize,
};
static IMallocSpy spy = { &spy_methods };

static void watch_strings(void)
{
    if (GetEnvironmentVariableW(L"OANOCACHE", NULL, 0))
        strings_watched = SUCCEEDED(CoRegisterMallocSpy(&spy));
}

#endif
