/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-kind.h"

#include <glib/gi18n-lib.h>

#include "ter-shape-words.h"

typedef struct
{
  const char *id;
  const char *title;
  const char *plural;
  const char *phrases[TER_N_KIND_PHRASES]; /* one each, and not a kind and a participle: they agree in French */
  const char *icon;
  guint rank;        /* see ter_kind_get_rank() */
  guint beside_goal; /* from 1, what others did before what one can use; 0: not there */
  TerKindTraits traits;
  TerShape shape;
} TerKindRow;

static const TerKindRow kinds[] = {
#define TER_KIND(NAME, name, ...) [TER_KIND_##NAME] = { .id = name, __VA_ARGS__ },
#include "ter-kind-table.h"
#undef TER_KIND
};

static const char *const ids[] = {
#define TER_KIND(NAME, name, ...) name,
#include "ter-kind-table.h"
#undef TER_KIND
  NULL
};

TerKind
ter_kind_find (const char *id)
{
  guint kind = 0;

  while (kind < TER_N_KINDS && g_strcmp0 (kinds[kind].id, id) != 0)
    kind++;
  return kind;
}

gboolean
ter_kind_is (const char *id, TerKind kind)
{
  g_return_val_if_fail (kind < TER_N_KINDS, FALSE);

  return g_strcmp0 (kinds[kind].id, id) == 0;
}

gboolean
ter_kind_has (const char *id, TerKindTraits traits)
{
  TerKind kind = ter_kind_find (id);

  return kind < TER_N_KINDS && (kinds[kind].traits & traits) != 0;
}

const char *const *
ter_kind_list (void)
{
  return ids;
}

const char *
ter_kind_get_title (const char *id)
{
  TerKind kind = ter_kind_find (id);

  return kind < TER_N_KINDS ? g_dpgettext2 (GETTEXT_PACKAGE, "kind", kinds[kind].title) : _ ("Other");
}

const char *
ter_kind_get_plural (const char *id)
{
  TerKind kind = ter_kind_find (id);

  return kind < TER_N_KINDS ? g_dpgettext2 (GETTEXT_PACKAGE, "kind", kinds[kind].plural) : _ ("Others");
}

const char *
ter_kind_get_phrase (const char *id, TerKindPhrase phrase)
{
  TerKind kind = ter_kind_find (id);

  g_return_val_if_fail (phrase < TER_N_KIND_PHRASES, NULL);

  return kind < TER_N_KINDS ? _ (kinds[kind].phrases[phrase]) : NULL;
}

const char *
ter_kind_get_icon (const char *id)
{
  TerKind kind = ter_kind_find (id);

  return kind < TER_N_KINDS ? kinds[kind].icon : "folder-symbolic";
}

guint
ter_kind_get_rank (const char *id)
{
  TerKind kind = ter_kind_find (id);

  return kind < TER_N_KINDS ? kinds[kind].rank : TER_N_KINDS;
}

const char *
ter_kind_get_beside_goal (guint place)
{
  g_return_val_if_fail (place > 0, NULL);

  for (guint kind = 0; kind < TER_N_KINDS; kind++)
    if (kinds[kind].beside_goal == place)
      return kinds[kind].id;
  return NULL;
}

const TerShape *
ter_kind_get_shape (const char *id)
{
  TerKind kind = ter_kind_find (id);

  return kind < TER_N_KINDS ? &kinds[kind].shape : &ter_shape_entry;
}
