-- Blocs, dated membership, head and deputy as dated appointments of units, rules in two layers, the year.

create table bloc (
  id uuid primary key default uuidv7(),
  province_id uuid not null references province,
  slug text not null constraint bloc_slug_taken unique,
  name text not null constraint bloc_name_missing check (name <> ''),
  short_name text not null,
  kind text not null default '',
  label text not null default 'Khối thi đua',
  head_label text not null default 'Trưởng khối',
  deputy_label text not null default 'Phó Trưởng khối',
  founded_on date,
  founding_decision text not null default '',
  founding_decision_mark text not null default 'confirmed',
  dissolved_on date,
  illustrative boolean not null default is_illustrative(),
  version integer not null default 1,
  created_at timestamptz not null default now()
);

-- Other wordings of the same bloc met in print.
create table bloc_alias (
  bloc_id uuid not null references bloc on delete cascade,
  alias text not null,
  primary key (bloc_id, alias)
);

create table membership (
  id uuid primary key default uuidv7(),
  bloc_id uuid not null references bloc,
  unit_id uuid not null references unit,
  from_date date not null,
  to_date date,
  position integer not null default 0,
  basis text not null default '',
  illustrative boolean not null default is_illustrative(),
  created_at timestamptz not null default now(),
  constraint membership_order check (to_date is null or to_date >= from_date),
  constraint membership_once unique (bloc_id, unit_id, from_date)
);
create index membership_of_unit on membership (unit_id);

create table leadership (
  id uuid primary key default uuidv7(),
  bloc_id uuid not null references bloc,
  unit_id uuid not null references unit,
  role text not null constraint leadership_role_known check (role in ('head', 'deputy')),
  for_year integer not null,
  from_date date not null,
  to_date date,
  how text not null constraint leadership_how_known check (how in ('elected', 'rotation', 'appointed', 'handover', 'acting', 'unknown')),
  basis text not null default '',
  person_name text not null default '',
  person_title text not null default '',
  illustrative boolean not null default is_illustrative(),
  created_at timestamptz not null default now(),
  constraint leadership_order check (to_date is null or to_date >= from_date)
);
create unique index leadership_one_a_year on leadership (bloc_id, for_year, role) where to_date is null;

-- Which account may do what, where, from when to when. Head and deputy rights follow from leadership.
create table appointment (
  id uuid primary key default uuidv7(),
  account_id uuid not null references accounts."user",
  role text not null constraint appointment_role_known check (role in
    ('administrator', 'province_officer', 'unit_leader', 'unit_officer', 'bloc_secretary', 'teller',
     'council_chair', 'council_standing', 'council_secretary', 'council_member',
     'news_editor', 'news_approver', 'observer')),
  province_id uuid references province,
  bloc_id uuid references bloc,
  unit_id uuid references unit,
  council_id uuid,
  from_date date not null,
  to_date date,
  basis text not null default '',
  illustrative boolean not null default is_illustrative(),
  created_at timestamptz not null default now(),
  constraint appointment_order check (to_date is null or to_date >= from_date),
  constraint appointment_scope_given check (role = 'administrator' or num_nonnulls(province_id, bloc_id, unit_id, council_id) >= 1)
);
create index appointment_of_account on appointment (account_id);

-- One value of a rule: of the province (locked for its blocs when so marked) or of a bloc.
create table rule_value (
  id uuid primary key default uuidv7(),
  province_id uuid not null references province,
  bloc_id uuid references bloc,
  key text not null,
  value jsonb not null,
  from_year integer not null default 0,
  to_year integer,
  locked boolean not null default false,
  mark text not null default 'habit' constraint rule_mark_known check (mark in ('confirmed', 'habit', 'unverified')),
  basis text not null default '',
  created_at timestamptz not null default now(),
  constraint rule_value_once unique nulls not distinct (province_id, bloc_id, key, from_year)
);

create table bloc_year (
  id uuid primary key default uuidv7(),
  bloc_id uuid not null references bloc,
  year integer not null constraint bloc_year_plausible check (year between 1990 and 2200),
  state text not null default 'setup' constraint bloc_year_state_known check (state in
    ('setup', 'pledging', 'running', 'scoring', 'appraisal', 'conference', 'submitted', 'decided', 'closed')),
  mid_year text not null default 'open' constraint mid_year_known check (mid_year in ('open', 'held', 'skipped')),
  copied_from_id uuid references bloc_year,
  illustrative boolean not null default is_illustrative(),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  constraint bloc_year_once unique (bloc_id, year)
);

create table state_change (
  id uuid primary key default uuidv7(),
  bloc_year_id uuid not null references bloc_year,
  from_state text not null,
  to_state text not null,
  reason text not null default '',
  lacks jsonb not null default '[]',
  changed_by uuid references accounts."user",
  changed_at timestamptz not null default now()
);
create index state_change_of_year on state_change (bloc_year_id, changed_at);

create table deadline (
  bloc_year_id uuid not null references bloc_year,
  step text not null,
  due_on date not null,
  mark text not null default 'habit',
  basis text not null default '',
  primary key (bloc_year_id, step)
);

-- One cell of the year board: how far a unit is with one step, and by which way it came in.
create table unit_step (
  id uuid primary key default uuidv7(),
  bloc_year_id uuid not null references bloc_year,
  unit_id uuid not null references unit,
  step text not null constraint unit_step_known check (step in
    ('registration', 'targets', 'pledge', 'launch', 'mid_report', 'year_report', 'evidence', 'self_score',
     'cross_check', 'appraisal', 'conference', 'achievement_report')),
  state text not null default 'draft' constraint unit_step_state_known check (state in ('draft', 'sent', 'returned', 'accepted', 'excused')),
  channel text not null default 'screen' constraint unit_step_channel_known check (channel in ('screen', 'paper', 'file')),
  on_behalf boolean not null default false,
  reason text not null default '',
  due_on date,
  -- The day it was first sent; a later return does not make it late.
  sent_on date,
  changed_by uuid references accounts."user",
  changed_at timestamptz not null default now(),
  illustrative boolean not null default is_illustrative(),
  version integer not null default 1,
  constraint unit_step_once unique (bloc_year_id, unit_id, step)
);
