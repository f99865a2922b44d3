/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-shape.h"

/* The words in which the tables of members are written: ter-shapes.c, ter-kind-table.h. A member is
 * { "name", type, flags, what an author reads of it, .shape or .choices }. */

#define REQUIRED TER_MEMBER_REQUIRED
#define LOCALISED TER_MEMBER_LOCALISED
#define LIST TER_MEMBER_LIST
#define FILLED (TER_MEMBER_LIST | TER_MEMBER_FILLED)
#define SEARCHED TER_MEMBER_SEARCHED
#define PROPER_NAME TER_MEMBER_NAME
#define MEMBERS(...) ((const TerMember[]) { __VA_ARGS__, { NULL } })
#define CHOICES(...) .choices = ((const char *const[]) { __VA_ARGS__, NULL })
/* An object of these members, that stands in one place. */
#define INSIDE(...) .shape = &((const TerShape) { MEMBERS (__VA_ARGS__) })
