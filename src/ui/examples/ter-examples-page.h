/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-section-page.h"

G_BEGIN_DECLS

/* The examples of a section, to filter. */
#define TER_TYPE_EXAMPLES_PAGE (ter_examples_page_get_type ())
G_DECLARE_FINAL_TYPE (TerExamplesPage, ter_examples_page, TER, EXAMPLES_PAGE, TerSectionPage)

G_END_DECLS
