-- SPDX-FileCopyrightText: 2026 The Territoires authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a reader's file of version 2 holds, as that version wrote it: what was read by pack and entry, not yet by place.
CREATE TABLE recent (pack_id TEXT NOT NULL, entry_id TEXT NOT NULL, read_at INTEGER NOT NULL, PRIMARY KEY (pack_id, entry_id)) WITHOUT ROWID;
CREATE INDEX recent_by_time ON recent (read_at);
CREATE TABLE favourite (number INTEGER PRIMARY KEY AUTOINCREMENT, pack_id TEXT NOT NULL, entry_id TEXT NOT NULL, added_at INTEGER NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL, pack_title TEXT NOT NULL, UNIQUE (pack_id, entry_id));
CREATE TABLE note (number INTEGER PRIMARY KEY AUTOINCREMENT, pack_id TEXT NOT NULL, entry_id TEXT NOT NULL, text TEXT NOT NULL, updated_at INTEGER NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL, pack_title TEXT NOT NULL, UNIQUE (pack_id, entry_id));
INSERT INTO recent VALUES ('essai', 'un', 100), ('essai', 'deux-2', 200);
INSERT INTO favourite VALUES (1, 'essai', 'un', 100, 'Un', 'page', 'Essai');
INSERT INTO note VALUES (1, 'essai', 'un', 'Une note.', 100, 'Un', 'page', 'Essai');
PRAGMA application_id = 1415926357;
PRAGMA user_version = 2;
