-- Proposals, their submission, outcome, the award record. (Law is dated data in seed/reference/law.)

create table submission (
  id uuid primary key default uuidv7(),
  bloc_year_id uuid references bloc_year,
  movement_id uuid references movement,
  number text not null default '',
  sent_on date not null,
  addressee text not null,
  channel text not null default 'paper',
  scan_file_id uuid references file,
  -- Why units that ranking and vote suggest were left out; printed in the minutes of choice.
  left_out_reason text not null default '',
  note text not null default '',
  recorded_by uuid references accounts."user",
  illustrative boolean not null default is_illustrative(),
  created_at timestamptz not null default now()
);
create index submission_of_year on submission (bloc_year_id);

create table proposal (
  id uuid primary key default uuidv7(),
  bloc_year_id uuid references bloc_year,
  movement_id uuid references movement,
  award_code text not null references award,
  printed_wording text not null default '',
  recipient text not null constraint proposal_recipient_known check (recipient in ('collective', 'person')),
  unit_id uuid references unit,
  recipient_name text not null default '',
  name_withheld boolean not null default false,
  mode text not null default 'vote' constraint proposal_mode_known check (mode in ('score', 'vote', 'vote_among_top', 'consensus')),
  poll_id uuid references poll,
  rank integer,
  departure_reason text not null default '',
  warnings jsonb not null default '[]',
  override_reason text not null default '',
  achievement text not null default '',
  achievement_file_id uuid references file,
  state text not null default 'proposed' constraint proposal_state_known check (state in ('proposed', 'submitted', 'returned', 'council', 'granted', 'refused', 'withdrawn')),
  submission_id uuid references submission,
  outcome_reason text not null default '',
  decision_number text not null default '',
  decided_on date,
  decided_by text not null default '',
  decision_file_id uuid references file,
  presented_on date,
  presented_at text not null default '',
  illustrative boolean not null default is_illustrative(),
  version integer not null default 1,
  created_by uuid references accounts."user",
  created_at timestamptz not null default now(),
  constraint proposal_origin_given check (num_nonnulls(bloc_year_id, movement_id) = 1),
  constraint proposal_recipient_given check (unit_id is not null or recipient_name <> '' or name_withheld),
  constraint proposal_decision_given check (state <> 'granted' or decided_on is not null)
);
create index proposal_of_year on proposal (bloc_year_id);
create unique index proposal_once on proposal (bloc_year_id, award_code, unit_id) where unit_id is not null and recipient = 'collective' and state <> 'withdrawn';

create index proposal_of_movement on proposal (movement_id);

-- The way of a proposal, each step with its day and the paper that proves it.
create table proposal_step (
  id uuid primary key default uuidv7(),
  proposal_id uuid not null references proposal on delete cascade,
  step text not null constraint proposal_step_known check (step in ('proposed', 'submitted', 'returned', 'council', 'granted', 'refused', 'presented', 'withdrawn')),
  happened_on date not null,
  reason text not null default '',
  number text not null default '',
  issuer text not null default '',
  place text not null default '',
  channel text not null default 'screen' constraint proposal_step_channel_known check (channel in ('screen', 'paper', 'file')),
  file_id uuid references file,
  recorded_by uuid references accounts."user",
  recorded_at timestamptz not null default now(),
  illustrative boolean not null default is_illustrative()
);
create index proposal_step_of_proposal on proposal_step (proposal_id);

-- Kept for life, whatever becomes of the bloc.
create table award_record (
  id uuid primary key default uuidv7(),
  province_id uuid not null references province,
  unit_id uuid references unit,
  recipient_name text not null,
  award_code text not null references award,
  printed_wording text not null default '',
  year integer not null,
  decision_number text not null default '',
  decided_on date,
  decided_by text not null default '',
  proposal_id uuid references proposal constraint award_record_once unique,
  source text not null default '',
  illustrative boolean not null default is_illustrative(),
  created_at timestamptz not null default now()
);

create table handover (
  id uuid primary key default uuidv7(),
  bloc_year_id uuid not null references bloc_year,
  to_year integer not null,
  from_unit_id uuid not null references unit,
  to_unit_id uuid not null references unit,
  conference_id uuid references conference,
  held_on date,
  place text not null default '',
  witness text not null default '',
  note text not null default '',
  state text not null default 'draft' constraint handover_state_known check (state in ('draft', 'given', 'accepted')),
  given_on date,
  given_by text not null default '',
  accepted_on date,
  accepted_by text not null default '',
  channel text not null default 'screen',
  scan_file_id uuid references file,
  illustrative boolean not null default is_illustrative(),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  constraint handover_between_two check (from_unit_id <> to_unit_id),
  constraint handover_once unique (bloc_year_id)
);

create table handover_item (
  id uuid primary key default uuidv7(),
  handover_id uuid not null references handover on delete cascade,
  position integer not null,
  title text not null,
  quantity text not null default '',
  note text not null default '',
  file_id uuid references file
);
