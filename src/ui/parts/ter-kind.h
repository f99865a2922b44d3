/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A kind's name in the interface's language, one and many, and its icon. */
const char *ter_kind_get_title (const char *kind);
const char *ter_kind_get_plural (const char *kind);
const char *ter_kind_get_icon (const char *kind);

G_END_DECLS
