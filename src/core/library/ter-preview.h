/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-library.h"

G_BEGIN_DECLS

/* Shows a pack in the making as it is edited: the library is refreshed once the folder has been quiet for 300 ms. Main thread. */
typedef struct _TerPreview TerPreview;

/* Says of @folder, before any library has it among its places, that it is a pack in the making itself. */
void ter_preview_declare (GFile *folder);
/* (transfer full): watches @folder, which is among the places of @library, until it is freed. Its folders are read at once: blocks. */
TerPreview *ter_preview_new (GFile *folder, TerLibrary *library);
void ter_preview_free (TerPreview *self);

G_END_DECLS
