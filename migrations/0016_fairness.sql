-- Questions on points, who does not judge whom, which lines a judge looked at.

-- From when a unit sees what became of its points, and until when it may question them. Without a unit: all members.
create table appeal_window (
  id uuid primary key default uuidv7(),
  bloc_year_id uuid not null references bloc_year,
  unit_id uuid references unit,
  shown_on date not null,
  due_on date not null,
  reason text not null default '',
  set_by uuid references accounts."user",
  set_at timestamptz not null default now(),
  illustrative boolean not null default is_illustrative(),
  constraint appeal_window_once unique nulls not distinct (bloc_year_id, unit_id),
  constraint appeal_window_order check (due_on >= shown_on)
);

-- "Kiến nghị về điểm": a unit explains or questions a point that a later layer changed.
create table appeal (
  id uuid primary key default uuidv7(),
  score_table_id uuid not null references score_table,
  unit_id uuid not null references unit,
  -- The criterion in question; none: the sheet as a whole.
  criterion_id uuid references criterion,
  layer text not null constraint appeal_layer_known check (layer in ('cross', 'head')),
  kind text not null constraint appeal_kind_known check (kind in ('explanation', 'appeal')),
  body text not null,
  asked_points numeric,
  points_then numeric,
  state text not null default 'sent' constraint appeal_state_known check (state in ('sent', 'withdrawn', 'answered', 'conference', 'closed')),
  outcome text constraint appeal_outcome_known check (outcome in ('kept', 'changed')),
  points_after numeric,
  answer text not null default '',
  channel text not null default 'screen' constraint appeal_channel_known check (channel in ('screen', 'paper', 'file')),
  on_behalf boolean not null default false,
  sent_by uuid references accounts."user",
  sent_on date not null,
  answered_by uuid references accounts."user",
  answered_on date,
  illustrative boolean not null default is_illustrative(),
  created_at timestamptz not null default now(),
  constraint appeal_settled_with_outcome check ((state in ('answered', 'closed')) = (outcome is not null))
);
create index appeal_of_unit on appeal (score_table_id, unit_id);
create unique index appeal_open_once on appeal (score_table_id, unit_id, criterion_id, kind) nulls not distinct
  where state in ('sent', 'conference');

create table appeal_file (
  appeal_id uuid not null references appeal on delete cascade,
  file_id uuid not null references file,
  primary key (appeal_id, file_id)
);

-- "Không tham gia chấm": a unit or a person does not judge a unit, or one criterion of it.
create table recusal (
  id uuid primary key default uuidv7(),
  bloc_year_id uuid not null references bloc_year,
  -- The unit that is not judged.
  unit_id uuid not null references unit,
  appraiser_unit_id uuid references unit,
  -- One person alone; none: the whole unit steps back.
  account_id uuid references accounts."user",
  criterion_code text,
  reason text not null,
  ordered boolean not null default false,
  declared_by uuid references accounts."user",
  declared_on date not null,
  lifted_by uuid references accounts."user",
  lifted_on date,
  lifting_reason text not null default '',
  illustrative boolean not null default is_illustrative(),
  created_at timestamptz not null default now(),
  constraint recusal_not_of_itself check (unit_id <> appraiser_unit_id),
  constraint recusal_of_somebody check (num_nonnulls(appraiser_unit_id, account_id) >= 1)
);
create unique index recusal_once on recusal (bloc_year_id, unit_id, appraiser_unit_id, account_id, criterion_code)
  nulls not distinct where lifted_on is null;

-- Which judge looked at a line last: taken over as it was, or changed.
create table judged_line (
  criterion_id uuid not null references criterion on delete cascade,
  unit_id uuid not null references unit,
  layer text not null constraint judged_line_layer_known check (layer in ('cross', 'head', 'agency')),
  appraiser_unit_id uuid references unit,
  judged_by uuid references accounts."user",
  judged_at timestamptz not null default now(),
  primary key (criterion_id, unit_id, layer)
);
