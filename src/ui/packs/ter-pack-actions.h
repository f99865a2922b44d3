/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* The window's actions on packs, for action-name and action-target. All but the first are off where packs are only looked at. */
#define TER_ACTION_SHOW_PACKS "packs.show"
#define TER_ACTION_IMPORT "packs.import"
#define TER_ACTION_IMPORT_FOLDER "packs.import-folder"
#define TER_ACTION_RESUME "packs.resume"      /* u: which of the unfinished imports of the context */
#define TER_ACTION_GIVE_UP "packs.give-up"    /* u: the same */
#define TER_ACTION_REMOVE_PACK "packs.remove" /* (ss): pack id, title */
