/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-place.h"

#include <string.h>

#include "ter-date.h"
#include "ter-hash.h"

#define SCHEME "territoires:"
#define MAX_NAME 64 /* of a type, of a member */

G_DEFINE_BOXED_TYPE (TerPlace, ter_place, ter_place_ref, ter_place_unref)

typedef enum
{
  PACK = 1 << 0,
  SECTION = 1 << 1,
  ENTRY = 1 << 2,
  FIGURE = 1 << 3,
  TERRITORY = 1 << 4,
  QUERY = 1 << 5,
  DATE = 1 << 6,
} Members;

/* In the order in which an address has them; the nth is the nth of the flags above. */
static const struct
{
  const char *name;
  gsize offset;
} member_table[] = {
  { "pack", G_STRUCT_OFFSET (TerPlace, pack) },           { "section", G_STRUCT_OFFSET (TerPlace, section) },
  { "entry", G_STRUCT_OFFSET (TerPlace, entry) },         { "figure", G_STRUCT_OFFSET (TerPlace, figure) },
  { "territory", G_STRUCT_OFFSET (TerPlace, territory) }, { "query", G_STRUCT_OFFSET (TerPlace, query) },
  { "date", G_STRUCT_OFFSET (TerPlace, date) },
};

/* What a type is called, what it must have and may have. */
static const struct
{
  const char *name;
  Members required;
  Members optional;
} type_table[TER_PLACE_N_TYPES] = {
  [TER_PLACE_ENTRY] = { "entry", PACK | ENTRY, FIGURE | TERRITORY | DATE },
  [TER_PLACE_SECTION] = { "section", PACK | SECTION, TERRITORY | QUERY | DATE },
  [TER_PLACE_PACK] = { "pack", PACK, 0 },
  [TER_PLACE_ISSUES] = { "issues", PACK, 0 },
  [TER_PLACE_PACKS] = { "packs", 0, 0 },
  [TER_PLACE_TERRITORY] = { "territory", TERRITORY, 0 },
  [TER_PLACE_MY_TERRITORY] = { "my-territory", 0, 0 },
  [TER_PLACE_RECENT] = { "recent", 0, 0 },
  [TER_PLACE_FAVOURITES] = { "favourites", 0, 0 },
  [TER_PLACE_SEARCH] = { "search", 0, QUERY },
};

static const char **
get_member (TerPlace *self, gsize i)
{
  return (const char **) G_STRUCT_MEMBER_P (self, member_table[i].offset);
}

static void
clear (TerPlace *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (member_table); i++)
    g_free ((char *) *get_member (self, i));
  g_free ((char *) self->uri);
}

static char *
write_uri (const TerPlace *self)
{
  GString *uri = g_string_new (SCHEME);
  char separator = '?';

  g_string_append (uri, type_table[self->type].name);
  for (gsize i = 0; i < G_N_ELEMENTS (member_table); i++)
    {
      const char *value = *get_member ((TerPlace *) self, i);

      if (value == NULL)
        continue;
      g_string_append_c (uri, separator);
      g_string_append_printf (uri, "%s=", member_table[i].name);
      g_string_append_uri_escaped (uri, value, ":", FALSE);
      separator = '&';
    }

  return g_string_free_and_steal (uri);
}

/**
 * ter_place_new:
 * @members: its type, which is one that is known, and those members that its type has; "uri" is not looked at
 *
 * Returns: (transfer full): the place
 */
TerPlace *
ter_place_new (const TerPlace *members)
{
  Members required, optional;
  TerPlace *self;

  g_return_val_if_fail (members != NULL, NULL);
  g_return_val_if_fail (members->type > TER_PLACE_UNKNOWN && members->type < TER_PLACE_N_TYPES, NULL);

  required = type_table[members->type].required;
  optional = type_table[members->type].optional;
  self = g_atomic_rc_box_new0 (TerPlace);
  self->type = members->type;
  for (gsize i = 0; i < G_N_ELEMENTS (member_table); i++)
    {
      const char *value = *get_member ((TerPlace *) members, i);

      if (((required | optional) & 1 << i) != 0)
        *get_member (self, i) = g_strdup (value);
      g_warn_if_fail (value != NULL ? ((required | optional) & 1 << i) != 0 : (required & 1 << i) == 0);
    }
  self->uri = write_uri (self);

  return self;
}

/* (transfer full): an entry of a pack */
TerPlace *
ter_place_new_entry (const char *pack, const char *entry)
{
  return ter_place_new (&(TerPlace) { .type = TER_PLACE_ENTRY, .pack = pack, .entry = entry });
}

/* (transfer full): a section of a pack */
TerPlace *
ter_place_new_section (const char *pack, const char *section)
{
  return ter_place_new (&(TerPlace) { .type = TER_PLACE_SECTION, .pack = pack, .section = section });
}

/**
 * ter_place_new_for_link:
 * @pack: the id of the pack whose text has the link
 * @link: "entry:ID" or "section:ID", or any other address
 *
 * Returns: (transfer full) (nullable): where the link leads within the pack; %NULL when it leads elsewhere
 */
TerPlace *
ter_place_new_for_link (const char *pack, const char *link)
{
  g_return_val_if_fail (pack != NULL && link != NULL, NULL);

  if (g_str_has_prefix (link, "entry:"))
    return ter_place_new_entry (pack, link + strlen ("entry:"));
  if (g_str_has_prefix (link, "section:"))
    return ter_place_new_section (pack, link + strlen ("section:"));

  return NULL;
}

/**
 * ter_place_new_for_former:
 *
 * Reads what versions before addresses remembered: three texts, each possibly empty, the second of which could be one of those names that
 * no section has.
 *
 * Returns: (transfer full) (nullable): the place; %NULL when there was none
 */
TerPlace *
ter_place_new_for_former (const char *pack, const char *section, const char *entry)
{
  static const struct
  {
    const char *section;
    gboolean of_pack;
    TerPlaceType type;
  } names[] = {
    { "@issues", TRUE, TER_PLACE_ISSUES },          { "@pack", TRUE, TER_PLACE_PACK },     { "packs", FALSE, TER_PLACE_PACKS },
    { "territory", FALSE, TER_PLACE_MY_TERRITORY }, { "recent", FALSE, TER_PLACE_RECENT }, { "search", FALSE, TER_PLACE_SEARCH },
    { "favourites", FALSE, TER_PLACE_FAVOURITES },
  };
  static const char *const territory = "@territory/";
  gboolean of_pack;

  g_return_val_if_fail (pack != NULL && section != NULL && entry != NULL, NULL);

  of_pack = *pack != '\0';
  if (of_pack && *entry != '\0')
    return ter_place_new_entry (pack, entry);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i].of_pack == of_pack && g_str_equal (names[i].section, section))
      return ter_place_new (&(TerPlace) { .type = names[i].type, .pack = of_pack ? pack : NULL });
  if (of_pack && g_str_has_prefix (section, territory))
    return ter_place_new (&(TerPlace) { .type = TER_PLACE_TERRITORY, .territory = section + strlen (territory) });

  return of_pack && *section != '\0' ? ter_place_new_section (pack, section) : NULL;
}

/* ---- Reading an address ---- */

/* Small letters, figures and hyphens, as names of types and members are. */
static gboolean
is_name (const char *text, gsize length)
{
  if (length == 0 || length > MAX_NAME || !g_ascii_islower (*text))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_islower (text[i]) && !g_ascii_isdigit (text[i]) && text[i] != '-')
      return FALSE;

  return TRUE;
}

static gboolean
is_plain (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_iscntrl (g_utf8_get_char (text)))
      return FALSE;

  return TRUE;
}

/* What may stand in an address as it is: all else has to be written "%E9". */
static gboolean
has_only_safe_letters (const char *text)
{
  return strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:%") == strlen (text);
}

/* (transfer full) (nullable): what @text, of an address, says. */
static char *
dup_value (const char *text)
{
  g_autofree char *value = has_only_safe_letters (text) ? g_uri_unescape_string (text, NULL) : NULL;

  if (value == NULL || *value == '\0' || strlen (value) > TER_PLACE_MAX_MEMBER || !g_utf8_validate (value, -1, NULL) ||
      !is_plain (value))
    return NULL;

  return g_steal_pointer (&value);
}

/* Takes "name=value" into @self. @known is left as it is, unless the name is of a newer version. */
static gboolean
read_member (TerPlace *self, const char *text, gboolean *known)
{
  const char *equals = strchr (text, '=');
  g_autofree char *value = NULL;

  if (equals == NULL || !is_name (text, equals - text))
    return FALSE;
  value = dup_value (equals + 1);
  if (value == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (member_table); i++)
    if (strlen (member_table[i].name) == (gsize) (equals - text) && g_str_has_prefix (text, member_table[i].name))
      {
        if (*get_member (self, i) != NULL)
          return FALSE;
        *get_member (self, i) = g_steal_pointer (&value);
        return TRUE;
      }
  *known = FALSE;

  return TRUE;
}

static gboolean
read_members (TerPlace *self, const char *query, gboolean *known)
{
  g_auto (GStrv) parts = query != NULL ? g_strsplit (query, "&", -1) : NULL;

  if (query != NULL && *query == '\0')
    return FALSE;
  for (gsize i = 0; parts != NULL && parts[i] != NULL; i++)
    if (!read_member (self, parts[i], known))
      return FALSE;

  return TRUE;
}

/* Whether a place of a type that is known has what it must have and no more. */
static gboolean
is_whole (TerPlace *self)
{
  Members has = 0;
  TerDate date;

  for (gsize i = 0; i < G_N_ELEMENTS (member_table); i++)
    if (*get_member (self, i) != NULL)
      has |= 1 << i;
  if ((has & type_table[self->type].required) != type_table[self->type].required ||
      (has & ~(type_table[self->type].required | type_table[self->type].optional)) != 0)
    return FALSE;

  return self->date == NULL || (ter_date_parse (self->date, &date) && date.hour < 0);
}

static TerPlaceType
find_type (const char *name, gsize length)
{
  for (TerPlaceType type = TER_PLACE_UNKNOWN + 1; type < TER_PLACE_N_TYPES; type++)
    if (strlen (type_table[type].name) == length && strncmp (type_table[type].name, name, length) == 0)
      return type;

  return TER_PLACE_UNKNOWN;
}

/**
 * ter_place_parse:
 * @uri: any text, from anywhere
 *
 * Reads an address. Nothing is mended: what is not written as ter_place_new() writes it, but for the order of its members and for letters
 * that need not be escaped, is no place. A type or a member that is not known comes from a newer version: the place then is of
 * %TER_PLACE_UNKNOWN, has no members, and keeps its address as it is.
 *
 * Returns: (transfer full) (nullable): the place
 */
TerPlace *
ter_place_parse (const char *uri)
{
  g_autoptr (TerPlace) self = NULL;
  const char *name, *query;
  gsize length;
  gboolean known = TRUE;

  g_return_val_if_fail (uri != NULL, NULL);

  if (!g_str_has_prefix (uri, SCHEME) || strnlen (uri, TER_PLACE_MAX_URI + 1) > TER_PLACE_MAX_URI)
    return NULL;
  name = uri + strlen (SCHEME);
  length = strcspn (name, "?");
  query = name[length] == '?' ? name + length + 1 : NULL;
  if (!is_name (name, length))
    return NULL;

  self = g_atomic_rc_box_new0 (TerPlace);
  self->type = find_type (name, length);
  if (!read_members (self, query, &known))
    return NULL;
  if (self->type == TER_PLACE_UNKNOWN || !known)
    {
      clear (self);
      *self = (TerPlace) { .type = TER_PLACE_UNKNOWN, .uri = g_strdup (uri) };
    }
  else if (is_whole (self))
    self->uri = write_uri (self);

  return self->uri != NULL ? g_steal_pointer (&self) : NULL;
}

/* (transfer full): @self itself */
TerPlace *
ter_place_ref (TerPlace *self)
{
  return g_atomic_rc_box_acquire (self);
}

/* Gives back what was made, or referred to. */
void
ter_place_unref (TerPlace *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

/* Whether both are the same place. For GHashTable and GPtrArray too, as ter_place_hash() is. */
gboolean
ter_place_equal (const TerPlace *a, const TerPlace *b)
{
  return g_str_equal (a->uri, b->uri);
}

/* The same for places that are equal. */
guint
ter_place_hash (const TerPlace *self)
{
  return ter_hash_text (self->uri);
}
