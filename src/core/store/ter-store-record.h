/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-store.h"

G_BEGIN_DECLS

/* On the disk when it returns, whole or not at all. */
gboolean ter_store_record_save (const TerStoreRecord *self, const char *path, GError **error);

G_END_DECLS
