/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "ter-context.h"

G_BEGIN_DECLS

/**
 * ter_diagnostics_dup:
 * @window: the one whose display is told
 * @places_chosen: whether the packs are those of folders named at the start, in place of the usual ones
 *
 * What somebody who helps needs to know: versions, packs, display, sandbox, language. No path, no name of a person, nothing that the reader
 * has written or read; what cannot be opened is told by the codes of its issues. It goes nowhere by itself.
 *
 * Returns: (transfer full): some lines of text in the language of the interface
 */
char *ter_diagnostics_dup (TerContext *context, GtkWindow *window, gboolean places_chosen);

G_END_DECLS
