-- Two currencies of one indicator, versions of indicators, questions about figures, changes of targets that wait for
-- the head's consent.

alter table indicator
  -- The indicator that this one tells in another currency; both are shown side by side.
  add column other_currency_of_id uuid references indicator,
  add column replaces_id uuid references indicator,
  add column change_reason text not null default '',
  add column version integer not null default 1,
  add column created_by uuid references accounts."user";
alter table indicator
  add constraint indicator_not_its_own_part check (part_of_id <> id),
  add constraint indicator_not_its_own_currency check (other_currency_of_id <> id);

-- Somebody asks about one figure; the question stays open until whoever asked is content.
create table figure_question (
  id uuid primary key default uuidv7(),
  bloc_year_id uuid not null references bloc_year,
  indicator_id uuid not null references indicator,
  -- Null for a figure of the bloc as a whole.
  unit_id uuid references unit,
  period text not null,
  due_on date,
  state text not null default 'open' constraint figure_question_state_known check (state in ('open', 'answered', 'settled')),
  version integer not null default 1,
  illustrative boolean not null default is_illustrative(),
  asked_by uuid references accounts."user",
  asked_at timestamptz not null default now(),
  settled_by uuid references accounts."user",
  settled_at timestamptz
);
-- One conversation about a figure at a time.
create unique index figure_question_open_once on figure_question
  (bloc_year_id, indicator_id, period, coalesce(unit_id, '00000000-0000-0000-0000-000000000000')) where state <> 'settled';
create index figure_question_of_year on figure_question (bloc_year_id, unit_id) where state <> 'settled';

-- What was said about it, in turn.
create table figure_remark (
  id uuid primary key default uuidv7(),
  question_id uuid not null references figure_question,
  -- True for an answer of the unit, false for a question or a note of whoever asked.
  of_owner boolean not null,
  body text not null constraint figure_remark_empty check (body <> ''),
  on_behalf boolean not null default false,
  illustrative boolean not null default is_illustrative(),
  written_by uuid references accounts."user",
  written_at timestamptz not null default now()
);
create index figure_remark_of_question on figure_remark (question_id, written_at);

-- A unit wants to change a target of its own after signing: the head agrees or refuses.
create table target_request (
  id uuid primary key default uuidv7(),
  bloc_year_id uuid not null references bloc_year,
  target_id uuid not null references target,
  content jsonb not null,
  reason text not null,
  state text not null default 'waiting' constraint target_request_state_known check (state in ('waiting', 'agreed', 'refused', 'taken_back')),
  answer text not null default '',
  illustrative boolean not null default is_illustrative(),
  asked_by uuid references accounts."user",
  asked_at timestamptz not null default now(),
  decided_by uuid references accounts."user",
  decided_at timestamptz
);
create index target_request_of_year on target_request (bloc_year_id) where state = 'waiting';
create unique index target_request_waiting_once on target_request (target_id) where state = 'waiting';
