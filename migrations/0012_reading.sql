-- Reports that units sent as files: what was read in them, until a person has confirmed it, and what became of it.
create table reading (
  id uuid primary key default uuidv7(),
  bloc_year_id uuid not null references bloc_year,
  unit_id uuid references unit,
  file_id uuid not null references file,
  state text not null default 'waiting' constraint reading_state_known check (state in ('waiting', 'to_confirm', 'unreadable', 'confirmed', 'dropped')),
  text text not null default '',
  facts jsonb,
  -- Why the file cannot be read; a code of the reader.
  refusal text not null default '',
  -- Per figure read, in its order: what it was saved as, or that it was dropped.
  decisions jsonb not null default '[]',
  version integer not null default 1,
  illustrative boolean not null default is_illustrative(),
  created_by uuid references accounts."user",
  created_at timestamptz not null default now(),
  settled_by uuid references accounts."user",
  settled_at timestamptz,
  constraint reading_file_once unique (file_id),
  constraint reading_has_facts check (facts is not null or state not in ('to_confirm', 'confirmed'))
);
create index reading_of_year on reading (bloc_year_id, created_at);
