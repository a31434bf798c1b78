/* SPDX-License-Identifier: Apache-2.0 */
/*
 * As much of WQL as the double has to understand. A query is compared in a canonical form: lower case,
 * one blank between words, strings in single quotes.
 */
#ifndef WQL_H
#define WQL_H

#include <ctype.h>
#include <string.h>
#include <windows.h>

enum { QUERY_LENGTH = 1024, CLASS_NAME_LENGTH = 128 };

typedef struct Text {
    char *end;
    const char *limit;
} Text;

static void put(Text *text, char letter)
{
    if (text->end < text->limit)
        *text->end++ = (char)tolower((unsigned char)letter);
}

/* Copies one word, sign or string and gives what follows it. */
static const char *put_token(Text *text, const char *token)
{
    char quote = *token;

    if (quote == '\'' || quote == '"') {
        put(text, '\'');
        for (token++; *token && *token != quote; token++)
            put(text, *token);
        put(text, '\'');
        return *token ? token + 1 : token;
    }
    if (strchr("=,*()<>!", *token)) {
        put(text, *token);
        return token + 1;
    }
    while (*token && !isspace((unsigned char)*token) && !strchr("=,*()<>!'\"", *token))
        put(text, *token++);
    return token;
}

static void canonical_query(const WCHAR *query, char canonical[QUERY_LENGTH])
{
    char utf8[QUERY_LENGTH] = "";
    const char *rest = utf8;
    Text text = { canonical, canonical + QUERY_LENGTH - 1 };

    WideCharToMultiByte(CP_UTF8, 0, query, -1, utf8, sizeof utf8 - 1, NULL, NULL);
    for (;;) {
        while (isspace((unsigned char)*rest))
            rest++;
        if (!*rest)
            break;
        if (text.end > canonical)
            put(&text, ' ');
        rest = put_token(&text, rest);
    }
    *text.end = 0;
}

/* The name behind FROM; empty if there is none. */
static void class_of_query(const char *canonical, char class_name[CLASS_NAME_LENGTH])
{
    const char *from = strstr(canonical, " from ");

    class_name[0] = 0;
    if (from)
        sscanf(from + strlen(" from "), "%127s", class_name);
}

/* Whether the query asks the MDM bridge for the one instance that holds the hardware hash. */
static BOOL asks_for_the_hash(const char *canonical)
{
    const char *from = strstr(canonical, " from ");
    const char *column = strstr(canonical, " devicehardwaredata ");

    if (strncmp(canonical, "select ", 7) || !from)
        return FALSE;
    if (strncmp(canonical, "select * from ", 14) && (!column || column > from))
        return FALSE;
    return !strcmp(from, " from mdm_devdetail_ext01"
                         " where instanceid = 'ext' and parentid = './devdetail'") ||
           !strcmp(from, " from mdm_devdetail_ext01"
                         " where parentid = './devdetail' and instanceid = 'ext'");
}

#endif
