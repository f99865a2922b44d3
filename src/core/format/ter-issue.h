/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  TER_SEVERITY_ERROR,   /* the pack is refused */
  TER_SEVERITY_WARNING, /* it opens, but a reader will miss something */
  TER_SEVERITY_INFO,
} TerSeverity;

typedef enum
{
#define TER_ISSUE(CODE, code, severity, en, en_advice, fr, fr_advice) TER_ISSUE_##CODE,
#include "ter-issue-table.h"
#undef TER_ISSUE
  TER_N_ISSUES
} TerIssueCode;

#define TER_TYPE_ISSUE (ter_issue_get_type ())
/* A problem found in a pack. Immutable; any thread. The one table of codes and sentences is ter-issue-table.h. */
G_DECLARE_FINAL_TYPE (TerIssue, ter_issue, TER, ISSUE, GObject)

/**
 * ter_issue_new:
 * @file: relative to the pack; "" for the pack itself
 * @pointer: (nullable): JSON Pointer
 * @line: from 1; 0 when unknown
 * @column: from 1, in characters; 0 when unknown
 * @...: names and values of the sentence's parameters, then %NULL. The value of a parameter whose name begins with "@" is a
 *   key of ter-issue-words.h. Other values are the author's: they are cut after 80 characters, and what does not print is replaced.
 */
TerIssue *
ter_issue_new (TerIssueCode code, const char *file, const char *pointer, guint line, guint column, ...) G_GNUC_NULL_TERMINATED;

const char *ter_issue_get_code (TerIssue *self);     /* "file-missing" */
TerSeverity ter_issue_get_severity (TerIssue *self); /* its code’s */
/* (transfer full): what is wrong, in @language ("fr", "en") whatever the locale; %NULL: the locale's. */
char *ter_issue_dup_sentence (TerIssue *self, const char *language);
/* (transfer full): how to mend it, in the same languages. */
char *ter_issue_dup_advice (TerIssue *self, const char *language);
const char *ter_issue_get_file (TerIssue *self);    /* relative to the pack; "" for the pack itself */
const char *ter_issue_get_pointer (TerIssue *self); /* JSON Pointer (RFC 6901), "" when there is none */
guint ter_issue_get_line (TerIssue *self);          /* from 1; 0 when unknown */
guint ter_issue_get_column (TerIssue *self);        /* from 1, in characters; 0 when unknown */

/* The table itself: all codes, for reports and documentation. @code: below TER_N_ISSUES. */
const char *ter_issue_code_get_name (TerIssueCode code);
/* The same for each issue of this code. */
TerSeverity ter_issue_code_get_severity (TerIssueCode code);
/* As of ter_issue_dup_sentence(), with its {parameters} as they stand in the table. */
const char *ter_issue_code_get_sentence (TerIssueCode code, const char *language);
/* As of ter_issue_dup_advice(), with its {parameters}. */
const char *ter_issue_code_get_advice (TerIssueCode code, const char *language);
/* "error", "warning" or "info": as JSON reports write it. */
const char *ter_severity_get_name (TerSeverity severity);
/* By file, line, column, then code: a GCompareFunc for arrays of pointers. */
int ter_issue_compare (gconstpointer a, gconstpointer b);

/* For who keeps issues: the sentences are not kept, so that they are told in today's words and language. */
#define TER_ISSUE_VARIANT_TYPE G_VARIANT_TYPE ("(sssuuas)")
GVariant *ter_issue_to_variant (TerIssue *self); /* floating */
/* (transfer full) (nullable): %NULL when its code is of another version of the app. */
TerIssue *ter_issue_new_from_variant (GVariant *variant);

G_END_DECLS
