/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-page.h"

G_BEGIN_DECLS

/* What is wrong with a pack that cannot be opened: each issue with its advice and its place. */
#define TER_TYPE_ISSUES_PAGE (ter_issues_page_get_type ())
G_DECLARE_FINAL_TYPE (TerIssuesPage, ter_issues_page, TER, ISSUES_PAGE, TerPage)

TerPage *ter_issues_page_new (TerContext *context, TerPack *pack);

G_END_DECLS
