/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* (transfer floating): what there is to see while there is no pack: that they are being read, or how to bring one. */
AdwNavigationPage *ter_start_page_new (gboolean refreshing);

G_END_DECLS
