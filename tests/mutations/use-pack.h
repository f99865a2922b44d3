/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-pack-files.h"

G_BEGIN_DECLS

/* Reads all of a pack that was found sound, as the app would: entries, texts, webinars, kits, tables, figures, outlines, pictures. What
 * the checker has accepted must be readable: aborts otherwise. */
void use_pack (TerPackFiles *files, const char *language);

G_END_DECLS
