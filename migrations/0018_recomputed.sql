-- What the rules of a scoring table give from the records as they stand, kept beside the scores and never in them.

create table recomputed_sheet (
  score_table_id uuid not null references score_table on delete cascade,
  unit_id uuid not null references unit,
  -- Points by code of the criterion, as decimal text.
  points jsonb not null,
  -- Codes of the criteria that left the reachable maximum.
  not_assigned jsonb not null default '[]',
  -- Codes of the criteria that have no points yet.
  missing jsonb not null default '[]',
  total numeric not null,
  reachable numeric not null,
  -- What the unit is ranked by, points or percent, and its place; none outside the ranking.
  value numeric,
  place integer,
  recomputed_at timestamptz not null default now(),
  primary key (score_table_id, unit_id)
);

-- One recomputing of all blocs of a province, or of all provinces, for a year.
create table recompute_run (
  id uuid primary key default uuidv7(),
  province_id uuid references province,
  year integer not null,
  state text not null default 'waiting' constraint recompute_run_state_known check (state in ('waiting', 'running', 'done', 'failed')),
  blocs integer not null default 0,
  blocs_done integer not null default 0,
  points_done integer not null default 0,
  problem text not null default '',
  asked_by uuid references accounts."user",
  asked_at timestamptz not null default now(),
  began_at timestamptz,
  ended_at timestamptz
);
-- Whoever asks twice gets the run that is under way.
create unique index recompute_run_once on recompute_run (coalesce(province_id, '00000000-0000-0000-0000-000000000000'), year)
  where state in ('waiting', 'running');

-- The targets of a unit are read with every page of its results and with every recomputing.
create index target_of_unit on target (unit_id, year) where state = 'current';
create index target_of_bloc on target (bloc_id, year) where state = 'current';
