-- Indicators, targets, results, evidence, narratives, yearly ratings.

create table indicator (
  id uuid primary key default uuidv7(),
  province_id uuid references province,
  code text not null,
  version_number integer not null default 1,
  name text not null constraint indicator_name_missing check (name <> ''),
  unit_of_measure text not null default '',
  direction text not null default 'up' constraint indicator_direction_known check (direction in ('up', 'down', 'none')),
  decimals integer not null default 3 constraint indicator_decimals_plausible check (decimals between 0 and 12),
  kind text not null default 'level' constraint indicator_kind_known check (kind in ('level', 'growth', 'share', 'date', 'yes_no', 'narrative')),
  field_code text references field_of_work,
  part_of_id uuid references indicator,
  converts_to_id uuid references indicator,
  conversion_factor numeric,
  retired_on date,
  illustrative boolean not null default is_illustrative(),
  created_at timestamptz not null default now(),
  constraint indicator_code_taken unique nulls not distinct (province_id, code, version_number)
);

create table target (
  id uuid primary key default uuidv7(),
  indicator_id uuid not null references indicator,
  year integer not null,
  unit_id uuid references unit,
  bloc_id uuid references bloc,
  movement_id uuid references movement,
  kind text not null constraint target_kind_known check (kind in ('at_least', 'at_most', 'range', 'by_date', 'yes_no', 'growth', 'level', 'not_assigned')),
  strict boolean not null default false,
  value numeric,
  value_max numeric,
  by_date date,
  base_value numeric,
  base_year integer,
  unit_of_measure text not null default '',
  printed text not null default '',
  comparisons jsonb not null default '[]',
  set_by text not null default 'own' constraint target_set_by_known check (set_by in ('party_committee', 'people_council', 'people_committee', 'ministry', 'superior', 'own', 'several', 'unknown')),
  set_by_note text not null default '',
  basis text not null default '',
  note text not null default '',
  state text not null default 'current' constraint target_state_known check (state in ('current', 'replaced', 'withdrawn')),
  version_number integer not null default 1,
  replaces_id uuid references target,
  change_reason text not null default '',
  suspicious_reason text not null default '',
  channel text not null default 'screen',
  on_behalf boolean not null default false,
  illustrative boolean not null default is_illustrative(),
  version integer not null default 1,
  created_by uuid references accounts."user",
  created_at timestamptz not null default now(),
  constraint target_owner_given check (num_nonnulls(unit_id, bloc_id) = 1),
  constraint target_value_given check (
    (kind in ('at_least', 'at_most', 'growth', 'level') and value is not null)
    or (kind = 'range' and value is not null and value_max is not null and value_max >= value)
    or (kind = 'by_date' and by_date is not null) or kind in ('yes_no', 'not_assigned'))
);
create unique index target_current_once on target (indicator_id, year, coalesce(unit_id, bloc_id), coalesce(movement_id, '00000000-0000-0000-0000-000000000000')) where state = 'current';

-- A figure of a unit, or of a field of a bloc, for a period; with or without a target.
create table result (
  id uuid primary key default uuidv7(),
  indicator_id uuid not null references indicator,
  year integer not null,
  period text not null,
  unit_id uuid references unit,
  bloc_id uuid references bloc,
  field_code text references field_of_work,
  value numeric,
  value_max numeric,
  total numeric,
  unit_of_measure text not null default '',
  is_estimate boolean not null default false,
  bound text constraint result_bound_known check (bound in ('over', 'under', 'about')),
  qualifier text not null default '',
  as_of date,
  outside_plan boolean not null default false,
  part_of_id uuid references result,
  narrative text not null default '',
  printed text not null default '',
  comparisons jsonb not null default '[]',
  override_reason text not null default '',
  state text not null default 'current' constraint result_state_known check (state in ('current', 'replaced', 'withdrawn')),
  version_number integer not null default 1,
  replaces_id uuid references result,
  change_reason text not null default '',
  channel text not null default 'screen' constraint result_channel_known check (channel in ('screen', 'paper', 'file')),
  on_behalf boolean not null default false,
  source_file_id uuid references file,
  source_quote text not null default '',
  source_start integer,
  illustrative boolean not null default is_illustrative(),
  version integer not null default 1,
  created_by uuid references accounts."user",
  created_at timestamptz not null default now(),
  constraint result_owner_given check (num_nonnulls(unit_id, bloc_id) = 1),
  constraint result_says_something check (value is not null or narrative <> '')
);
create unique index result_current_once on result (indicator_id, year, period, coalesce(unit_id, bloc_id)) where state = 'current';
create index result_of_unit on result (unit_id, year) where state = 'current';
create index result_of_bloc on result (bloc_id, year) where state = 'current';

create table narrative (
  id uuid primary key default uuidv7(),
  bloc_year_id uuid not null references bloc_year,
  unit_id uuid references unit,
  field_code text references field_of_work,
  part text not null constraint narrative_part_known check (part in ('context', 'guidance', 'results', 'shortcomings', 'causes', 'tasks', 'requests', 'activities')),
  period text not null default '',
  body text not null default '',
  channel text not null default 'screen',
  on_behalf boolean not null default false,
  illustrative boolean not null default is_illustrative(),
  version integer not null default 1,
  written_by uuid references accounts."user",
  written_at timestamptz not null default now(),
  constraint narrative_once unique nulls not distinct (bloc_year_id, unit_id, field_code, part, period)
);

create table rating (
  id uuid primary key default uuidv7(),
  unit_id uuid not null references unit,
  year integer not null,
  subject text not null constraint rating_subject_known check (subject in ('unit', 'party')),
  level text not null constraint rating_level_known check (level in ('excellent', 'good', 'completed', 'not_completed')),
  decided_by text not null default '',
  decision text not null default '',
  decided_on date,
  downgraded_to text constraint rating_downgrade_known check (downgraded_to in ('good', 'completed', 'not_completed')),
  downgraded_on date,
  downgrade_reason text not null default '',
  illustrative boolean not null default is_illustrative(),
  version integer not null default 1,
  constraint rating_once unique (unit_id, year, subject)
);
