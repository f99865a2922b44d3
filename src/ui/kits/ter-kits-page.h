/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-section-page.h"

G_BEGIN_DECLS

/* The kits and documents of a section: first those that hold files. */
#define TER_TYPE_KITS_PAGE (ter_kits_page_get_type ())
G_DECLARE_FINAL_TYPE (TerKitsPage, ter_kits_page, TER, KITS_PAGE, TerSectionPage)

G_END_DECLS
