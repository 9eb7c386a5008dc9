-- The scoring table of a bloc and year, scores by layer, bars, frozen rankings.

create table score_table (
  id uuid primary key default uuidv7(),
  bloc_year_id uuid not null references bloc_year,
  version_number integer not null default 1,
  title text not null default '',
  total numeric not null,
  decimals integer not null default 2,
  -- What belongs to the table as a whole: code, limits of bonus and penalty, total as printed, rounding, labels.
  frame jsonb not null default '{}',
  layers jsonb not null default '["self", "head", "final"]',
  counting_layer text not null default 'latestComplete' constraint score_table_counting_known check (counting_layer in ('latestComplete', 'self', 'cross', 'head', 'final', 'agency')),
  partial_layers jsonb not null default '[]',
  -- Basis, tie-break, classes and bars of the ranking; empty: the usual ones.
  ranking_rules jsonb not null default '{}',
  state text not null default 'draft' constraint score_table_state_known check (state in ('draft', 'adopted', 'frozen', 'replaced')),
  adopted_on date,
  adopted_how text not null default '',
  basis text not null default '',
  change_reason text not null default '',
  frozen_at timestamptz,
  illustrative boolean not null default is_illustrative(),
  version integer not null default 1,
  -- Grows with every change of a score, so that a page knows at once whether what it computed still holds.
  scores_version integer not null default 0,
  created_at timestamptz not null default now(),
  constraint score_table_version_once unique (bloc_year_id, version_number)
);

create table criterion (
  id uuid primary key default uuidv7(),
  score_table_id uuid not null references score_table on delete cascade,
  parent_id uuid references criterion on delete cascade,
  position integer not null default 0,
  code text not null,
  name text not null constraint criterion_name_missing check (name <> ''),
  max_points numeric not null constraint criterion_maximum_counted check (max_points >= 0),
  side text not null default 'normal' constraint criterion_side_known check (side in ('normal', 'bonus', 'penalty')),
  method jsonb,
  rescale jsonb,
  mark text constraint criterion_mark_known check (mark in ('unverified', 'habit')),
  indicator_id uuid references indicator,
  needs_evidence boolean not null default false,
  note text not null default '',
  constraint criterion_code_taken unique (score_table_id, code)
);

-- "Không giao": the criterion does not apply to the unit and leaves its reachable maximum.
create table criterion_exemption (
  criterion_id uuid not null references criterion on delete cascade,
  unit_id uuid not null references unit,
  reason text not null,
  primary key (criterion_id, unit_id)
);

create table score (
  id uuid primary key default uuidv7(),
  criterion_id uuid not null references criterion on delete cascade,
  unit_id uuid not null references unit,
  layer text not null constraint score_layer_known check (layer in ('self', 'cross', 'head', 'final', 'agency')),
  points numeric not null,
  inputs jsonb not null default '{}',
  explanation jsonb not null default '[]',
  reason text not null default '',
  channel text not null default 'screen',
  on_behalf boolean not null default false,
  illustrative boolean not null default is_illustrative(),
  version integer not null default 1,
  scored_by uuid references accounts."user",
  scored_at timestamptz not null default now(),
  constraint score_once unique (criterion_id, unit_id, layer)
);
create index score_of_unit on score (unit_id, layer);

-- Who checks whom in a layer; nobody appraises its own unit.
create table appraisal_assignment (
  bloc_year_id uuid not null references bloc_year,
  layer text not null,
  unit_id uuid not null references unit,
  appraiser_unit_id uuid not null references unit,
  primary key (bloc_year_id, layer, unit_id, appraiser_unit_id),
  constraint nobody_appraises_itself check (unit_id <> appraiser_unit_id)
);

create table bar (
  id uuid primary key default uuidv7(),
  unit_id uuid not null references unit,
  year integer not null,
  kind text not null constraint bar_kind_known check (kind in ('discipline', 'inspection', 'complaint', 'no_pledge', 'no_self_score', 'violation_list', 'other')),
  detail text not null default '',
  source text not null default '',
  opened_on date not null,
  cleared_on date,
  clearing_reason text not null default '',
  illustrative boolean not null default is_illustrative(),
  created_at timestamptz not null default now()
);

create table ranking (
  id uuid primary key default uuidv7(),
  score_table_id uuid not null references score_table,
  layer text not null,
  version_number integer not null default 1,
  rows jsonb not null,
  fingerprint text not null,
  frozen_at timestamptz not null default now(),
  frozen_by uuid references accounts."user",
  published_at timestamptz,
  published_by uuid references accounts."user",
  illustrative boolean not null default is_illustrative(),
  constraint ranking_version_once unique (score_table_id, layer, version_number)
);

-- A file that proves a figure or a point.
create table evidence (
  id uuid primary key default uuidv7(),
  bloc_year_id uuid references bloc_year,
  unit_id uuid not null references unit,
  result_id uuid references result,
  criterion_id uuid references criterion,
  file_id uuid not null references file,
  note text not null default '',
  withdrawn_at timestamptz,
  added_by uuid references accounts."user",
  added_at timestamptz not null default now(),
  illustrative boolean not null default is_illustrative(),
  constraint evidence_proves_something check (num_nonnulls(result_id, criterion_id) = 1)
);
create index evidence_of_result on evidence (result_id);
create index evidence_of_criterion on evidence (criterion_id, unit_id);
