/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "ter-context.h"

G_BEGIN_DECLS

/* The detail's history: the stack of a navigation view, and the stacks that were left for another section. Borrowed by
 * the window, which owns the view for longer. */
typedef struct _TerHistory TerHistory;

TerHistory *ter_history_new (AdwNavigationView *view);
void ter_history_free (TerHistory *self);
/* Goes deeper: @page (transfer floating) on top of the stack. */
void ter_history_push (TerHistory *self, AdwNavigationPage *page);
/* Goes elsewhere: @page (transfer floating) alone; the former stack can be gone back to. */
void ter_history_switch (TerHistory *self, AdwNavigationPage *page);
/* %FALSE when there is nowhere to go back to. */
gboolean ter_history_back (TerHistory *self);
/* Makes anew the pages whose pack has been replaced, and drops those that are no more. %FALSE when nothing is left. */
gboolean ter_history_renew (TerHistory *self, TerContext *context);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerHistory, ter_history_free)

G_END_DECLS
