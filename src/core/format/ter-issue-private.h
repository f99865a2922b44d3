/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-issue.h"

G_BEGIN_DECLS

TerIssue *ter_issue_new_valist (TerIssueCode code, const char *file, const char *pointer, guint line, guint column, va_list args);

/* For who makes an issue, before anybody else sees it: where its pointer was found. */
void ter_issue_set_position (TerIssue *self, guint line, guint column);

G_END_DECLS
