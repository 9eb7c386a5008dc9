-- Conferences, attendance, remarks, decisions, polls. The roll (who voted) and the box (what was voted) live apart.

create table conference (
  id uuid primary key default uuidv7(),
  province_id uuid not null references province,
  bloc_year_id uuid references bloc_year,
  movement_id uuid references movement,
  council_id uuid references council,
  kind text not null constraint conference_kind_known check (kind in ('launch', 'mid_year', 'year_end', 'award_meeting', 'council')),
  title text not null constraint conference_title_missing check (title <> ''),
  held_on date,
  time_text text not null default '',
  starts_at time,
  place text not null default '',
  chair_name text not null default '',
  chair_title text not null default '',
  secretary_name text not null default '',
  state text not null default 'planned' constraint conference_state_known check (state in ('planned', 'invited', 'open', 'closed')),
  opened_at timestamptz,
  closed_at timestamptz,
  report_draft_id uuid references draft,
  report_adopted boolean not null default false,
  conclusion text not null default '',
  news_date_unknown boolean not null default false,
  illustrative boolean not null default is_illustrative(),
  version integer not null default 1,
  created_at timestamptz not null default now()
);
create index conference_of_year on conference (bloc_year_id);

create table agenda_item (
  id uuid primary key default uuidv7(),
  conference_id uuid not null references conference on delete cascade,
  position integer not null,
  title text not null,
  presenter text not null default '',
  minutes integer
);

create table attendance (
  id uuid primary key default uuidv7(),
  conference_id uuid not null references conference on delete cascade,
  unit_id uuid references unit,
  person_id uuid references person,
  guest text not null default '',
  delegate_name text not null default '',
  delegate_title text not null default '',
  presence text not null default 'invited' constraint attendance_presence_known check (presence in ('invited', 'present', 'stand_in', 'absent')),
  written_opinion text not null default '',
  note text not null default '',
  channel text not null default 'screen',
  recorded_by uuid references accounts."user",
  recorded_at timestamptz not null default now(),
  illustrative boolean not null default is_illustrative(),
  version integer not null default 1,
  constraint attendance_once unique nulls not distinct (conference_id, unit_id, person_id, guest)
);

create table remark (
  id uuid primary key default uuidv7(),
  conference_id uuid not null references conference on delete cascade,
  unit_id uuid references unit,
  speaker text not null default '',
  body text not null constraint remark_body_missing check (body <> ''),
  taken_up boolean,
  answer text not null default '',
  illustrative boolean not null default is_illustrative(),
  created_at timestamptz not null default now()
);

-- A direction or task of next year, with its aim in numbers where it has one.
create table direction (
  id uuid primary key default uuidv7(),
  conference_id uuid not null references conference on delete cascade,
  position integer not null default 0,
  body text not null constraint direction_body_missing check (body <> ''),
  aim_value numeric,
  aim_unit text not null default '',
  for_year integer,
  illustrative boolean not null default is_illustrative()
);

create table poll (
  id uuid primary key default uuidv7(),
  conference_id uuid not null references conference,
  purpose text not null constraint poll_purpose_known check (purpose in ('award', 'head', 'deputy', 'motion', 'report', 'scores', 'directions')),
  award_code text references award,
  for_year integer,
  title text not null constraint poll_title_missing check (title <> ''),
  method text not null constraint poll_method_known check (method in ('consensus', 'hands', 'secret', 'paper')),
  voters text not null default 'units' constraint poll_voters_known check (voters in ('units', 'persons')),
  base text not null default 'all' constraint poll_base_known check (base in ('all', 'present', 'valid')),
  form text not null default 'yes_no' constraint poll_form_known check (form in ('yes_no', 'choose')),
  -- {numerator, denominator, strictly}; null in a second ballot, which only orders those who have passed.
  pass_mark jsonb,
  quorum jsonb,
  ties jsonb not null default '["second_ballot", "score", "head_and_deputy"]',
  seats integer constraint poll_seats_counted check (seats > 0),
  max_choices integer,
  self_vote boolean not null default true,
  round integer not null default 1,
  previous_id uuid references poll,
  position integer not null default 0,
  state text not null default 'draft' constraint poll_state_known check (state in ('draft', 'open', 'closed', 'counted')),
  outcome text not null default '',
  opened_at timestamptz,
  closed_at timestamptz,
  illustrative boolean not null default is_illustrative(),
  version integer not null default 1,
  created_at timestamptz not null default now()
);
create index poll_of_conference on poll (conference_id);

create table candidate (
  id uuid primary key default uuidv7(),
  poll_id uuid not null references poll on delete cascade,
  position integer not null default 0,
  unit_id uuid references unit,
  name text not null default '',
  note text not null default '',
  constraint candidate_named check (unit_id is not null or name <> '')
);
create index candidate_of_poll on candidate (poll_id);

-- The counted outcome: the totals of the Ban kiểm phiếu, votes per candidate, who is taken, and the reasons.
create table poll_count (
  poll_id uuid primary key references poll,
  source text not null constraint poll_count_source_known check (source in ('box', 'paper', 'hands', 'consensus')),
  entitled integer not null,
  present integer not null,
  written integer not null default 0,
  issued integer not null,
  returned integer not null,
  valid integer not null,
  invalid integer not null,
  -- The whole outcome as the domain decided it: base, needed, quorum, candidates in order with reasons, tie.
  outcome jsonb not null,
  taken uuid[] not null default '{}',
  decision jsonb,
  note text not null default '',
  scan_file_id uuid references file,
  counted_at timestamptz not null default now(),
  counted_by uuid references accounts."user",
  illustrative boolean not null default is_illustrative(),
  constraint poll_count_sums check (returned = valid + invalid and issued >= returned and issued <= entitled)
);

create table teller (
  id uuid primary key default uuidv7(),
  conference_id uuid not null references conference on delete cascade,
  name text not null,
  unit_id uuid references unit,
  duty text not null default 'member' constraint teller_duty_known check (duty in ('head', 'member'))
);

create schema roll;
-- One row a poll: who may vote and who has voted, each list sorted, so that no order or time can be read. `entitled` is
-- the number of members on the polling day, the base of "all members"; both are frozen when the poll opens.
create table roll.roll (
  poll_id uuid primary key,
  entitled integer not null,
  voters uuid[] not null,
  voted uuid[] not null default '{}',
  constraint roll_only_voters check (voted <@ voters),
  constraint roll_within_members check (cardinality(voters) <= entitled)
) with (autovacuum_vacuum_threshold = 1, autovacuum_vacuum_scale_factor = 0);

create schema box;
-- One row a poll: the ballots as a sorted list of texts; no voter, no key, no order, no time. Earlier versions of the
-- row would show the order of the ballots, so they are swept away as soon as possible.
create table box.box (
  poll_id uuid primary key,
  ballots text[] not null default '{}'
) with (autovacuum_vacuum_threshold = 1, autovacuum_vacuum_scale_factor = 0);
