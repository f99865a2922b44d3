/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "ter-value.h"

G_BEGIN_DECLS

/* What may stand where: an object of the format is a table of its members. ter-shapes.c has those of the manifest, vocabularies
 * and parts of several, ter-kind-table.h those of each kind of entry. The checker, the schemas, the description of the format and
 * the author’s tools read them. */

typedef enum
{
  TER_MEMBER_REQUIRED = 1 << 0,
  TER_MEMBER_LOCALISED = 1 << 1,
  TER_MEMBER_LIST = 1 << 2,     /* an array of such values */
  TER_MEMBER_FILLED = 1 << 3,   /* not an empty array */
  TER_MEMBER_SEARCHED = 1 << 4, /* words for people: the search finds them */
  TER_MEMBER_NAME = 1 << 5,     /* the same in every language, unless the author says otherwise */
} TerMemberFlags;

/* What concerns several members of an object: the checker has a function for each. */
typedef enum
{
  TER_RULE_NONE,
  TER_RULE_DASHBOARD,
  TER_RULE_LINK,
  TER_RULE_PICTURE,
  TER_RULE_RESOURCE,
  TER_RULE_SECTION,
  TER_RULE_SPEC,
  TER_RULE_TABLE_SCHEMA,
  TER_RULE_TERMS,
  TER_RULE_TERRITORIES,
  TER_RULE_WEBINAR,
  TER_RULE_WEBINAR_RESOURCE,
  TER_N_RULES
} TerRule;

typedef struct _TerShape TerShape;

typedef struct
{
  const char *name;
  TerValueType type;
  TerMemberFlags flags;
  const char *says;           /* (nullable): what an author reads in the schema and in docs/pack-format.md */
  const TerShape *shape;      /* of an object */
  const char *const *choices; /* of a choice */
} TerMember;

struct _TerShape
{
  const TerMember *members; /* the last one has no name */
  const TerShape *base;     /* (nullable): the members that it shares */
  TerRule rule;
  const char *name; /* (nullable): of a part that stands in several places, or that has a table of its own in docs/pack-format.md */
  const char *file; /* (nullable): with a name: in which of data/schema/ it is described */
  const char *says; /* (nullable): what an author reads */
  const char *schema; /* (nullable): what a JSON Schema says beyond the members, with ' for " */
};

extern const TerShape ter_shape_manifest;
extern const TerShape ter_shape_vocabulary;
extern const TerShape ter_shape_entry; /* of each kind, and of a kind that is not known */
extern const TerShape ter_shape_figure;

/* Parts of several, for tables in other files. */
extern const TerShape ter_shape_source;

/* (nullable): the member called @name, "@en" left off; @language: (out): what stands behind the "@", %NULL when there is none. */
const TerMember *ter_shape_find (const TerShape *shape, const char *name, const char **language);

/* @name is as it is written ("title@en"), @language what stands behind the "@", @pointer the member’s. */
typedef void (*TerShapeFunc) (JsonObject *object, const char *name, const char *language, const TerMember *member, JsonNode *node,
                              const char *pointer, gpointer user_data);
/* Calls @func for all members that a shape knows, of an object and of the objects inside it, in the order of the text; what is of
 * another type than the shape’s is passed over. @pointer: where @object is; it is the same afterwards. */
void ter_shape_walk (JsonObject *object, const TerShape *shape, GString *pointer, TerShapeFunc func, gpointer user_data);

G_END_DECLS
