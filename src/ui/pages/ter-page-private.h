/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-page.h"

G_BEGIN_DECLS

/* What the window does with its pages. */
void ter_page_focus_content (TerPage *self);

G_END_DECLS
