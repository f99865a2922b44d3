/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A problem found in a pack. The one table of codes is ter-issue-table.h: "TER_ISSUE (CODE, "stable-code", severity, sentence, advice)". */
typedef enum {
  TER_SEVERITY_ERROR,    /* the pack is refused */
  TER_SEVERITY_WARNING,  /* it opens, but a reader will miss something */
  TER_SEVERITY_INFO,
} TerSeverity;

#define TER_TYPE_ISSUE (ter_issue_get_type ())
G_DECLARE_FINAL_TYPE (TerIssue, ter_issue, TER, ISSUE, GObject)

const char  *ter_issue_get_code     (TerIssue *self); /* "file-missing" */
TerSeverity  ter_issue_get_severity (TerIssue *self);
/* (transfer full): what is wrong and how to mend it, in @language ("fr", "en") whatever the locale; %NULL: the locale's. */
char        *ter_issue_dup_sentence (TerIssue *self, const char *language);
char        *ter_issue_dup_advice   (TerIssue *self, const char *language);
const char  *ter_issue_get_file     (TerIssue *self); /* relative to the pack; "" for the pack itself */
const char  *ter_issue_get_pointer  (TerIssue *self); /* JSON Pointer (RFC 6901), "" when there is none */
guint        ter_issue_get_line     (TerIssue *self); /* from 1; 0 when unknown */
guint        ter_issue_get_column   (TerIssue *self); /* from 1, in characters; 0 when unknown */

G_END_DECLS
