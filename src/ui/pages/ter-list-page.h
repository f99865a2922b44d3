/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-section-page.h"

G_BEGIN_DECLS

/* The entries of a section as a plain list. */
#define TER_TYPE_LIST_PAGE (ter_list_page_get_type ())
G_DECLARE_FINAL_TYPE (TerListPage, ter_list_page, TER, LIST_PAGE, TerSectionPage)

G_END_DECLS
